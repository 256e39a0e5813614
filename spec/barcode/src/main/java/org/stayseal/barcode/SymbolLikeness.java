package org.stayseal.barcode;

/** Whether a region that was not read looks so much like a symbol that a page is worth rendering again at a higher resolution. */
final class SymbolLikeness {
    private static final double MOST_OBLONG = 1.35;

    private SymbolLikeness() {}

    /** A symbol is about square, about half dark (a quarter of its box when it stands on a corner), and has few pixels between dark and light; text is lighter, a photo has many shades. */
    static boolean of(GrayPicture picture, Box box) {
        if (Math.max(box.width(), box.height()) > MOST_OBLONG * Math.min(box.width(), box.height())) {
            return false;
        }
        int[] histogram = new int[256];
        for (int y = box.top(); y < box.top() + box.height(); y++) {
            for (int x = box.left(); x < box.left() + box.width(); x++) {
                histogram[picture.brightness()[y * picture.width() + x] & 0xFF]++;
            }
        }
        int darkest = percentile(histogram, box.area() * 0.05);
        int lightest = percentile(histogram, box.area() * 0.95);
        int contrast = lightest - darkest;
        if (contrast < 60) {
            return false;
        }
        long dark = count(histogram, 0, darkest + contrast / 3);
        long light = count(histogram, lightest - contrast / 3, 255);
        long between = box.area() - dark - light;
        return between < 0.35 * box.area() && dark > 0.18 * box.area() && dark < 0.65 * box.area();
    }

    private static int percentile(int[] histogram, double pixels) {
        long sum = 0;
        for (int value = 0; value < 256; value++) {
            sum += histogram[value];
            if (sum > pixels) {
                return value;
            }
        }
        return 255;
    }

    private static long count(int[] histogram, int from, int to) {
        long sum = 0;
        for (int value = from; value <= to; value++) {
            sum += histogram[value];
        }
        return sum;
    }
}
