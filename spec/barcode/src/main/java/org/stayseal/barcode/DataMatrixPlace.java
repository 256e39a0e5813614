package org.stayseal.barcode;

import java.util.List;
import java.util.stream.IntStream;
import org.stayseal.barcode.Projection.Point;

/**
 * Where a square DataMatrix may lie in a picture of little else, and how many modules it has: the quadrilateral around its dark pixels, in that of four turns and that of the standard's sizes
 * in which its border looks most like the finder pattern (ISO/IEC 16022 section 5.1.2: solid on the left and below, dotted above and on the right).
 */
final class DataMatrixPlace {
    private static final int[] SIZES = {
        10, 12, 14, 16, 18, 20, 22, 24, 26, 32, 36, 40, 44, 48, 52, 64, 72, 80, 88, 96, 104, 120, 132, 144
    };
    private static final double LEAST_LIKENESS = 0.3;

    private DataMatrixPlace() {}

    /**
     * The likeliest places first, at most {@code most}.
     *
     * @param corners of the quadrilateral, clockwise
     */
    static List<SymbolPlace> within(GrayPicture picture, List<Point> corners, int most) {
        return SymbolPlace.likeliest(
                corners,
                IntStream.of(SIZES),
                (projection, size) -> likeness(picture, projection, size),
                LEAST_LIKENESS,
                most);
    }

    /** The correlation of the border's brightness with the finder pattern, -1 to 1. */
    private static double likeness(GrayPicture picture, Projection projection, int size) {
        Correlation correlation = new Correlation();
        for (int i = 0; i < size; i++) {
            correlation.add(true, picture, projection.at(0.5, i + 0.5));
            correlation.add(true, picture, projection.at(i + 0.5, size - 0.5));
            correlation.add(i % 2 == 0, picture, projection.at(i + 0.5, 0.5));
            correlation.add(i % 2 == 1, picture, projection.at(size - 0.5, i + 0.5));
        }
        return correlation.value();
    }
}
