package org.stayseal.barcode;

import java.util.List;
import org.stayseal.barcode.SymbolFinder.Sighting;

/**
 * Takes out what was seen in the midst of a bigger symbol: the modules of one symbol that happen to decode as another. A QR code is too well protected to be such an accident and always stays.
 *
 * <p>Boxes are upright, and a symbol that is turned fills only the middle of its box: so only a sighting whose own middle lies in the circle that every square fills, however it is turned,
 * is inside. What stands beside a symbol, or in the corner of the box of a turned one, stays. Only the tightest box of a symbol says where it is: one that was read again in a part of the
 * picture with others beside it has that whole part as its box, and none of its own shape.
 */
final class WithinAnother {
    /** The radius, in sides of an upright box, of the largest circle inside a square turned by 45 degrees in it: half of 0.7071, rounded down. */
    private static final double SURELY_FILLED = 0.35;

    private static final int TIMES_BIGGER = 2;
    /** A symbol of permits is square: seen from the side, its box is hardly longer than this many times its width. */
    private static final double LONGEST = 1.5;

    private WithinAnother() {}

    /** The sightings of one picture without the accidents among them. */
    static List<Sighting> dropped(List<Sighting> found) {
        List<Sighting> tight = found.stream()
                .filter(one -> found.stream().noneMatch(other -> isTighter(other, one)))
                .toList();
        return found.stream()
                .filter(one -> tight.stream().noneMatch(other -> isAccidentIn(other, one)))
                .toList();
    }

    private static boolean isTighter(Sighting other, Sighting one) {
        return isSame(other, one) && other.box().area() < one.box().area();
    }

    private static boolean isSame(Sighting one, Sighting other) {
        return one.symbology() == other.symbology() && one.text().equals(other.text());
    }

    private static boolean isAccidentIn(Sighting bigger, Sighting one) {
        Box outer = bigger.box();
        Box inner = one.box();
        if (isSame(one, bigger)
                || one.symbology() == Symbology.QR_CODE
                || Math.max(outer.width(), outer.height()) > LONGEST * Math.min(outer.width(), outer.height())
                || outer.area() < TIMES_BIGGER * inner.area()
                || outer.shared(inner) < inner.area()) {
            return false;
        }
        double right = inner.left() + inner.width() / 2.0 - outer.left() - outer.width() / 2.0;
        double down = inner.top() + inner.height() / 2.0 - outer.top() - outer.height() / 2.0;
        return Math.hypot(right, down) <= SURELY_FILLED * Math.min(outer.width(), outer.height());
    }
}
