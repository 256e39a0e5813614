package org.stayseal.barcode;

import org.stayseal.barcode.Projection.Point;

/** How well the brightness of some points agrees with what a pattern expects there, whatever the light: 1 fully, 0 not at all, -1 inverted. */
final class Correlation {
    private double sum;
    private double squares;
    private double pattern;
    private double product;
    private int count;

    void add(boolean expectedDark, GrayPicture picture, Point point) {
        double darkness = 255 - picture.brightnessAt(point.x(), point.y());
        double expected = expectedDark ? 1 : -1;
        sum += darkness;
        squares += darkness * darkness;
        pattern += expected;
        product += expected * darkness;
        count++;
    }

    double value() {
        double spread = Math.sqrt((squares - sum * sum / count) * (count - pattern * pattern / count));
        return spread > 0 ? (product - pattern * sum / count) / spread : 0;
    }
}
