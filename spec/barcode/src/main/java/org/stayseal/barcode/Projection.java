package org.stayseal.barcode;

import java.util.List;

/**
 * Where a flat square of modules lies in a picture, seen from anywhere: {@code x' = (a x + b y + c) / (g x + h y + 1)}, {@code y' = (d x + e y + f) / (g x + h y + 1)}. Its unit is a module, the
 * origin the outer corner of the top left one.
 */
record Projection(double a, double b, double c, double d, double e, double f, double g, double h) {

    /** A point of a picture, in pixels; whole numbers are the middles of pixels. */
    record Point(double x, double y) {
        Point plus(Point other) {
            return new Point(x + other.x, y + other.y);
        }

        Point minus(Point other) {
            return new Point(x - other.x, y - other.y);
        }

        Point times(double factor) {
            return new Point(x * factor, y * factor);
        }

        double distance(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }
    }

    /** Of the four pairs: {@code modules.get(i)} lies at {@code pixels.get(i)}. Three of the points on one line make it useless, not wrong: it then leads outside of the picture. */
    static Projection of(List<Point> modules, List<Point> pixels) {
        double[][] rows = new double[8][9];
        for (int i = 0; i < 4; i++) {
            Point m = modules.get(i);
            Point p = pixels.get(i);
            rows[2 * i] = new double[] {m.x, m.y, 1, 0, 0, 0, -m.x * p.x, -m.y * p.x, p.x};
            rows[2 * i + 1] = new double[] {0, 0, 0, m.x, m.y, 1, -m.x * p.y, -m.y * p.y, p.y};
        }
        double[] s = solved(rows);
        return new Projection(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]);
    }

    /** Of a whole square of {@code size} modules whose corners lie at {@code corners}: top left, top right, bottom right, bottom left. */
    static Projection ofSquare(double size, List<Point> corners) {
        return of(List.of(new Point(0, 0), new Point(size, 0), new Point(size, size), new Point(0, size)), corners);
    }

    Point at(double x, double y) {
        double w = g * x + h * y + 1;
        return new Point((a * x + b * y + c) / w, (d * x + e * y + f) / w);
    }

    /** Pixels that a module is wide there, the narrower way. */
    double moduleAt(double x, double y) {
        Point here = at(x, y);
        return Math.min(here.distance(at(x + 1, y)), here.distance(at(x, y + 1)));
    }

    private static double[] solved(double[][] rows) {
        int n = rows.length;
        for (int column = 0; column < n; column++) {
            int best = column;
            for (int row = column + 1; row < n; row++) {
                best = Math.abs(rows[row][column]) > Math.abs(rows[best][column]) ? row : best;
            }
            double[] pivot = rows[best];
            rows[best] = rows[column];
            rows[column] = pivot;
            for (int row = 0; row < n; row++) {
                if (row != column && pivot[column] != 0) {
                    double factor = rows[row][column] / pivot[column];
                    for (int k = column; k <= n; k++) {
                        rows[row][k] -= factor * pivot[k];
                    }
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = rows[i][i] == 0 ? 0 : rows[i][n] / rows[i][i];
        }
        return solution;
    }
}
