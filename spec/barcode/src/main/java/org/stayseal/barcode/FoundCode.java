package org.stayseal.barcode;

import java.nio.charset.StandardCharsets;

/**
 * One code that was found in a picture or page.
 *
 * @param symbology its kind
 * @param text its content with one character, U+0000 to U+00FF, for each byte: ready for codes that are text ({@code RP1:}), and the exact bytes by {@link #bytes()}
 * @param page the page it is on, from 1; a picture is page 1
 * @param position where it is on that page
 */
public record FoundCode(Symbology symbology, String text, int page, Position position) {
    public FoundCode {
        if (text.isEmpty() || text.chars().anyMatch(c -> c > 0xFF)) {
            throw new IllegalArgumentException("a code's content is bytes, at least one");
        }
        if (page < 1) {
            throw new IllegalArgumentException("pages are counted from 1");
        }
    }

    /** The exact bytes of its content. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The box around a code, in parts of the page: 0.0 is its left or top edge, 1.0 its right or bottom edge.
     *
     * @param left left edge
     * @param top top edge
     * @param right right edge
     * @param bottom bottom edge
     */
    public record Position(double left, double top, double right, double bottom) {
        public Position {
            if (!(0 <= left && left <= right && right <= 1 && 0 <= top && top <= bottom && bottom <= 1)) {
                throw new IllegalArgumentException("a box outside of its page");
            }
        }
    }
}
