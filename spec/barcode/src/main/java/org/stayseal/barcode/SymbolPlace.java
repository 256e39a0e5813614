package org.stayseal.barcode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.stayseal.barcode.Projection.Point;

/**
 * Where a square symbol may lie in a picture of little else.
 *
 * @param size modules on a side
 * @param likeness how much it looks like its kind there, -1 to 1
 */
record SymbolPlace(Projection projection, int size, double likeness) {
    /** Fewer pixels a module hold nothing that could be read. */
    private static final double LEAST_MODULE = 1.2;

    /** How much what lies under a projection looks like a symbol of so many modules, -1 to 1. */
    interface Likeness {
        double of(Projection projection, int size);
    }

    /**
     * The likeliest places first, of every size and turn, at most {@code most}.
     *
     * @param corners of the quadrilateral, clockwise
     * @param least a place must be likelier
     */
    static List<SymbolPlace> likeliest(
            List<Point> corners, IntStream sizes, Likeness likeness, double least, int most) {
        List<SymbolPlace> places = new ArrayList<>();
        sizes.forEach(size -> {
            for (int turn = 0; turn < 4; turn++) {
                Projection projection = Projection.ofSquare(size, turned(corners, turn));
                if (projection.moduleAt(size / 2.0, size / 2.0) >= LEAST_MODULE) {
                    places.add(new SymbolPlace(projection, size, likeness.of(projection, size)));
                }
            }
        });
        return places.stream()
                .filter(place -> place.likeness() > least)
                .sorted(Comparator.comparingDouble(place -> -place.likeness()))
                .limit(most)
                .toList();
    }

    private static List<Point> turned(List<Point> corners, int turn) {
        return List.of(
                corners.get(turn),
                corners.get((turn + 1) % 4),
                corners.get((turn + 2) % 4),
                corners.get((turn + 3) % 4));
    }
}
