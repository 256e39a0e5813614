package org.stayseal.barcode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stayseal.barcode.Projection.Point;

/**
 * Where a QR code may lie in a picture of little else, and how many modules it has: as {@link DataMatrixPlace}, by its three finder patterns and the two dotted lines between them (ISO/IEC 18004
 * sections 6.3.3 and 6.3.5). It bears perspective that makes one finder pattern look far larger than another.
 */
record QrCodePlace(Projection projection, int size, double likeness) {
    private static final int SMALLEST = 21;
    private static final int LARGEST = 177;
    private static final double LEAST_MODULE = 1.2;
    private static final double LEAST_LIKENESS = 0.4;
    private static final int TIMING = 6;

    /**
     * The likeliest places first, at most {@code most}.
     *
     * @param corners of the quadrilateral, clockwise
     */
    static List<QrCodePlace> within(GrayPicture picture, List<Point> corners, int most) {
        List<QrCodePlace> places = new ArrayList<>();
        for (int size = SMALLEST; size <= LARGEST; size += 4) {
            for (int turn = 0; turn < 4; turn++) {
                List<Point> turned = List.of(
                        corners.get(turn),
                        corners.get((turn + 1) % 4),
                        corners.get((turn + 2) % 4),
                        corners.get((turn + 3) % 4));
                Projection projection = Projection.ofSquare(size, turned);
                if (projection.moduleAt(size / 2.0, size / 2.0) >= LEAST_MODULE) {
                    double likeness = likeness(picture, projection, size);
                    if (likeness > LEAST_LIKENESS) {
                        places.add(new QrCodePlace(projection, size, likeness));
                    }
                }
            }
        }
        places.sort(Comparator.comparingDouble(place -> -place.likeness()));
        return List.copyOf(places.subList(0, Math.min(most, places.size())));
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
