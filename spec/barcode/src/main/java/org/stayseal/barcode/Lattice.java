package org.stayseal.barcode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.stayseal.barcode.Projection.Point;

/**
 * The middles of a symbol's modules in a picture, found from a first guess that holds in one part of it and may drift elsewhere: paper bends, lenses bend lines, and a guess made from the finder
 * patterns alone is off by more than a module at the far end of a large symbol.
 *
 * <p>Nodes lie {@value #STEP} modules apart. Each is moved to where the picture fits the lattice best: at the middles of modules brightness differs most, at their corners, where four of them run
 * into each other, least. One starts where the guess is good and goes on to the neighbours, which begin with the error already known.
 */
final class Lattice {
    private static final int STEP = 4;

    /** Half the side of the patch that is compared, in modules. */
    private static final int REACH = 4;

    private static final double WIDEST_MOVE = 0.4;

    private final GrayPicture picture;
    private final Projection guess;
    private final int size;
    private final int nodes;
    private final Point[] errors;
    private final double[] fits;

    private Lattice(GrayPicture picture, Projection guess, int size) {
        this.picture = picture;
        this.guess = guess;
        this.size = size;
        this.nodes = (size + STEP - 1) / STEP + 1;
        this.errors = new Point[nodes * nodes];
        this.fits = new double[nodes * nodes];
    }

    /**
     * The brightness of each module, row by row, {@code size * size} values.
     *
     * @param picture the symbol and its surroundings
     * @param guess right to about a third of a module near {@code starts}
     * @param size modules on each side
     * @param starts points, in modules, from which the search goes out
     */
    static double[] read(GrayPicture picture, Projection guess, int size, List<Point> starts) {
        double module = guess.moduleAt(starts.get(0).x(), starts.get(0).y());
        GrayPicture smooth = picture.smoothed((int) Math.min(12, module * 0.27));
        Lattice lattice = new Lattice(smooth, guess, size);
        lattice.grow(starts);
        return lattice.values();
    }

    private record Found(int node, double fit) {}

    private void grow(List<Point> starts) {
        PriorityQueue<Found> edge = new PriorityQueue<>(Comparator.comparingDouble(found -> -found.fit()));
        for (Point start : starts) {
            int column = (int) Math.round(start.x() / STEP);
            int row = (int) Math.round(start.y() / STEP);
            place(Math.min(nodes - 1, Math.max(0, column)), Math.min(nodes - 1, Math.max(0, row)), edge);
        }
        while (!edge.isEmpty()) {
            int node = edge.remove().node();
            int column = node % nodes;
            int row = node / nodes;
            place(column - 1, row, edge);
            place(column + 1, row, edge);
            place(column, row - 1, edge);
            place(column, row + 1, edge);
        }
    }

    private void place(int column, int row, PriorityQueue<Found> edge) {
        if (column < 0 || row < 0 || column >= nodes || row >= nodes || errors[row * nodes + column] != null) {
            return;
        }
        Point expected = expected(column, row);
        double x = Math.min(size, column * STEP);
        double y = Math.min(size, row * STEP);
        Point here = guess.at(x, y);
        // A patch that reaches beyond the symbol would see the quiet zone: it is moved inwards.
        double middleX = Math.min(size - REACH, Math.max(REACH, x));
        double middleY = Math.min(size - REACH, Math.max(REACH, y));
        Point middle = guess.at(middleX, middleY);
        Point alongX = guess.at(middleX + 1, middleY).minus(middle).plus(drift(column, row, 1, 0));
        Point alongY = guess.at(middleX, middleY + 1).minus(middle).plus(drift(column, row, 0, 1));
        Patch patch = new Patch(middle, alongX, alongY);
        Point best = new Point(0, 0);
        double bestFit = patch.fit(expected);
        double expectedFit = bestFit;
        for (double step = WIDEST_MOVE / 2; step > 0.04; step /= 2) {
            Point from = best;
            for (int i = 0; i < 25; i++) {
                double moveX = from.x() + (i % 5 - 2) * step / (step < 0.15 ? 2 : 1);
                double moveY = from.y() + (i / 5 - 2) * step / (step < 0.15 ? 2 : 1);
                if (Math.abs(moveX) <= WIDEST_MOVE && Math.abs(moveY) <= WIDEST_MOVE) {
                    Point error = expected.plus(alongX.times(moveX)).plus(alongY.times(moveY));
                    double fit = patch.fit(error) - 0.15 * Math.abs(expectedFit) * (moveX * moveX + moveY * moveY);
                    if (fit > bestFit) {
                        bestFit = fit;
                        best = new Point(moveX, moveY);
                    }
                }
            }
        }
        int node = row * nodes + column;
        errors[node] = expected.plus(alongX.times(best.x())).plus(alongY.times(best.y()));
        fits[node] = bestFit;
        if (Double.isFinite(here.x()) && Double.isFinite(here.y())) {
            edge.add(new Found(node, bestFit));
        }
    }

    /** What the placed neighbours say, each continued in a straight line where two lie in a row. */
    private Point expected(int column, int row) {
        Point sum = new Point(0, 0);
        double all = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                Point near = errorAt(column + dx, row + dy);
                if (near != null && (dx != 0 || dy != 0)) {
                    Point far = errorAt(column + 2 * dx, row + 2 * dy);
                    double weight = (dx == 0 || dy == 0 ? 1 : 0.5) * (far == null ? 0.3 : 1);
                    sum = sum.plus(
                            (far == null ? near : near.plus(near.minus(far).times(0.8))).times(weight));
                    all += weight;
                }
            }
        }
        return all == 0 ? sum : sum.times(1 / all);
    }

    /** How the error grows from module to module along rows ({@code 1, 0}) or columns, by the pairs of nodes placed around. */
    private Point drift(int column, int row, int dx, int dy) {
        Point sum = new Point(0, 0);
        int pairs = 0;
        for (int y = row - 2; y <= row + 2; y++) {
            for (int x = column - 2; x <= column + 2; x++) {
                Point here = errorAt(x, y);
                Point next = errorAt(x + dx, y + dy);
                if (here != null && next != null) {
                    sum = sum.plus(next.minus(here));
                    pairs++;
                }
            }
        }
        return pairs < 2 ? new Point(0, 0) : sum.times(1.0 / (pairs * STEP));
    }

    private @org.jspecify.annotations.Nullable Point errorAt(int column, int row) {
        boolean inside = column >= 0 && row >= 0 && column < nodes && row < nodes;
        return inside ? errors[row * nodes + column] : null;
    }

    private double[] values() {
        double[] values = new double[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                Point point = guess.at(column + 0.5, row + 0.5).plus(error(column + 0.5, row + 0.5));
                values[row * size + column] = picture.brightnessAt(point.x(), point.y());
            }
        }
        return values;
    }

    /** Between four nodes. */
    private Point error(double x, double y) {
        int column = Math.min(nodes - 2, (int) (x / STEP));
        int row = Math.min(nodes - 2, (int) (y / STEP));
        double right = (x - column * STEP) / (Math.min(size, (column + 1) * STEP) - column * STEP);
        double lower = (y - row * STEP) / (Math.min(size, (row + 1) * STEP) - row * STEP);
        Point above =
                known(column, row).times(1 - right).plus(known(column + 1, row).times(right));
        Point below = known(column, row + 1)
                .times(1 - right)
                .plus(known(column + 1, row + 1).times(right));
        return above.times(1 - lower).plus(below.times(lower));
    }

    private Point known(int column, int row) {
        Point error = errors[row * nodes + column];
        return error == null ? new Point(0, 0) : error;
    }

    /** The modules around a point, compared with the picture for one error of the guess. */
    private final class Patch {
        private final List<Point> middles = new ArrayList<>();
        private final List<Point> corners = new ArrayList<>();

        Patch(Point middle, Point alongX, Point alongY) {
            for (int y = -REACH; y < REACH; y++) {
                for (int x = -REACH; x < REACH; x++) {
                    middles.add(middle.plus(alongX.times(x + 0.5)).plus(alongY.times(y + 0.5)));
                    corners.add(middle.plus(alongX.times(x)).plus(alongY.times(y)));
                }
            }
        }

        double fit(Point error) {
            return variance(middles, error) - variance(corners, error);
        }

        private double variance(List<Point> points, Point error) {
            double sum = 0;
            double squares = 0;
            for (Point point : points) {
                double value = picture.brightnessAt(point.x() + error.x(), point.y() + error.y());
                sum += value;
                squares += value * value;
            }
            double mean = sum / points.size();
            return squares / points.size() - mean * mean;
        }
    }
}
