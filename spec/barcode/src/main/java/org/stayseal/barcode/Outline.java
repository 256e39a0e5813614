package org.stayseal.barcode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stayseal.barcode.Projection.Point;

/** The four corners of the square that dark pixels fill, seen from anywhere. */
final class Outline {
    private Outline() {}

    /**
     * The quadrilateral around points that wastes least: their convex hull, from which the side whose loss costs least area is taken until four are left.
     *
     * @param points in pixels
     * @return corners in clockwise order (y grows downwards), from any; empty when the points are too few or lie in a line
     */
    static Optional<List<Point>> around(List<Point> points) {
        List<Point> hull = hull(points);
        while (hull.size() > 4) {
            if (!leaveOutCheapestSide(hull)) {
                return Optional.empty();
            }
        }
        return hull.size() == 4 ? Optional.of(List.copyOf(hull)) : Optional.empty();
    }

    private static List<Point> hull(List<Point> points) {
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y));
        List<Point> hull = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            int start = hull.size();
            for (int i = 0; i < sorted.size(); i++) {
                Point point = sorted.get(pass == 0 ? i : sorted.size() - 1 - i);
                while (hull.size() >= start + 2
                        && turn(hull.get(hull.size() - 2), hull.get(hull.size() - 1), point) <= 0) {
                    hull.remove(hull.size() - 1);
                }
                hull.add(point);
            }
            if (!hull.isEmpty()) {
                hull.remove(hull.size() - 1);
            }
        }
        return hull;
    }

    /** Positive when the way from a over b to c turns clockwise. */
    private static double turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }

    private static boolean leaveOutCheapestSide(List<Point> hull) {
        int n = hull.size();
        int cheapest = -1;
        double least = Double.MAX_VALUE;
        Point meeting = new Point(0, 0);
        for (int i = 0; i < n; i++) {
            Point before = hull.get((i + n - 1) % n);
            Point from = hull.get(i);
            Point to = hull.get((i + 1) % n);
            Point after = hull.get((i + 2) % n);
            Optional<Point> corner = meeting(before, from, to, after);
            if (corner.isPresent()) {
                double cost = Math.abs(turn(from, corner.get(), to)) / 2;
                if (cost < least) {
                    least = cost;
                    cheapest = i;
                    meeting = corner.get();
                }
            }
        }
        if (cheapest < 0) {
            return false;
        }
        hull.set(cheapest, meeting);
        hull.remove((cheapest + 1) % n);
        return true;
    }

    /** Where the line through a and b, beyond b, meets the line through d and c, beyond c. */
    private static Optional<Point> meeting(Point a, Point b, Point c, Point d) {
        Point u = b.minus(a);
        Point v = c.minus(d);
        double cross = u.x() * v.y() - u.y() * v.x();
        if (Math.abs(cross) < 1e-9) {
            return Optional.empty();
        }
        Point between = d.minus(a);
        double along = (between.x() * v.y() - between.y() * v.x()) / cross;
        double back = (between.x() * u.y() - between.y() * u.x()) / cross;
        return along < 1 - 1e-9 || back < 1 - 1e-9 ? Optional.empty() : Optional.of(a.plus(u.times(along)));
    }
}
