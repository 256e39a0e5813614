package org.stayseal.barcode;

import java.awt.image.BufferedImage;

/**
 * One value a pixel: the brightness of a picture, or one of its two differences of colour.
 *
 * @param values by rows
 */
record Plane(int width, int height, double[] values) {

    static Plane brightness(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        double[] values = new double[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = brightness(picture.getRGB(i % width, i / width));
        }
        return new Plane(width, height, values);
    }

    /** Of one pixel, 0 to 255 (ITU-R BT.601). */
    static double brightness(int rgb) {
        return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
    }

    double at(int x, int y) {
        return values[y * width + x];
    }

    /**
     * 1 inside an ellipse, 0 far outside, and soft in between.
     *
     * @param size the plane that the pixel is in
     * @param radiusX in halves of the width
     * @param radiusY in halves of the height
     * @param centreY in halves of the height, from the middle downwards
     * @param edge how hard the edge is
     */
    static double ellipse(Plane size, int x, int y, double radiusX, double radiusY, double centreY, int edge) {
        double dx = (2 * (x + 0.5) / size.width() - 1) / radiusX;
        double dy = (2 * (y + 0.5) / size.height() - 1 - centreY) / radiusY;
        return 1 / (1 + Math.pow(dx * dx + dy * dy, edge));
    }

    Plane times(Plane other) {
        double[] product = new double[values.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = values[i] * other.values[i];
        }
        return new Plane(width, height, product);
    }

    Plane minus(Plane other) {
        double[] difference = new double[values.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = values[i] - other.values[i];
        }
        return new Plane(width, height, difference);
    }

    Plane halved() {
        int w = width / 2;
        int h = height / 2;
        double[] half = new double[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                half[y * w + x] =
                        (at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1)) / 4;
            }
        }
        return new Plane(w, h, half);
    }

    /** Through a Gaussian window, repeated at the edges. */
    Plane blurred(double sigma) {
        double[] window = window(sigma);
        return along(window, 1, 0).along(window, 0, 1);
    }

    private Plane along(double[] window, int stepX, int stepY) {
        int reach = window.length / 2;
        double[] out = new double[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int i = -reach; i <= reach; i++) {
                    int px = Math.max(0, Math.min(width - 1, x + i * stepX));
                    int py = Math.max(0, Math.min(height - 1, y + i * stepY));
                    sum += window[i + reach] * values[py * width + px];
                }
                out[y * width + x] = sum;
            }
        }
        return new Plane(width, height, out);
    }

    private static double[] window(double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        double[] window = new double[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            window[i + reach] = Math.exp(-i * i / (2 * sigma * sigma));
            sum += window[i + reach];
        }
        for (int i = 0; i < window.length; i++) {
            window[i] /= sum;
        }
        return window;
    }
}
