package org.stayseal.barcode;

import java.util.List;
import java.util.stream.IntStream;
import org.stayseal.barcode.Projection.Point;

/**
 * Where a QR code may lie in a picture of little else, and how many modules it has: as {@link DataMatrixPlace}, by its three finder patterns and the two dotted lines between them (ISO/IEC 18004
 * sections 6.3.3 and 6.3.5). It bears perspective that makes one finder pattern look far larger than another.
 */
final class QrCodePlace {
    private static final int SMALLEST = 21;
    private static final int LARGEST = 177;
    private static final double LEAST_LIKENESS = 0.4;
    private static final int TIMING = 6;

    private QrCodePlace() {}

    /**
     * The likeliest places first, at most {@code most}.
     *
     * @param corners of the quadrilateral, clockwise
     */
    static List<SymbolPlace> within(GrayPicture picture, List<Point> corners, int most) {
        return SymbolPlace.likeliest(
                corners,
                IntStream.iterate(SMALLEST, size -> size <= LARGEST, size -> size + 4),
                (projection, size) -> likeness(picture, projection, size),
                LEAST_LIKENESS,
                most);
    }

    private static double likeness(GrayPicture picture, Projection projection, int size) {
        Correlation correlation = new Correlation();
        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 7; x++) {
                int ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
                int far = size - 7;
                for (Point p : List.of(
                        projection.at(x + 0.5, y + 0.5),
                        projection.at(far + x + 0.5, y + 0.5),
                        projection.at(x + 0.5, far + y + 0.5))) {
                    correlation.add(ring != 2, picture, p);
                }
            }
        }
        for (int i = 8; i < size - 8; i++) {
            correlation.add(i % 2 == 0, picture, projection.at(i + 0.5, TIMING + 0.5));
            correlation.add(i % 2 == 0, picture, projection.at(TIMING + 0.5, i + 0.5));
        }
        return correlation.value();
    }
}
