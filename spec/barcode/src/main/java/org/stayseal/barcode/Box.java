package org.stayseal.barcode;

/**
 * An upright box of pixels.
 *
 * @param left first column
 * @param top first row
 * @param width columns
 * @param height rows
 */
record Box(int left, int top, int width, int height) {

    long area() {
        return (long) width * height;
    }

    /** Grown by {@code by} pixels on each side, as far as a picture of this size allows. */
    Box grown(int by, int pictureWidth, int pictureHeight) {
        int l = Math.max(0, left - by);
        int t = Math.max(0, top - by);
        return new Box(
                l, t, Math.min(pictureWidth, left + width + by) - l, Math.min(pictureHeight, top + height + by) - t);
    }

    /** Pixels that both boxes cover. */
    long shared(Box other) {
        long w = Math.min(left + width, other.left + other.width) - (long) Math.max(left, other.left);
        long h = Math.min(top + height, other.top + other.height) - (long) Math.max(top, other.top);
        return w <= 0 || h <= 0 ? 0 : w * h;
    }

    /** This box out of a picture whose origin lies at {@code left, top} of another one, at {@code scale} pixels of this for one of that. */
    Box backTo(int originLeft, int originTop, double scale) {
        return new Box(
                (int) Math.round(left / scale) + originLeft,
                (int) Math.round(top / scale) + originTop,
                (int) Math.round(width / scale),
                (int) Math.round(height / scale));
    }
}
