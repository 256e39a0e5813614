package org.stayseal.barcode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * A picture as brightness alone, one byte a pixel, 0 is black: what a search for codes works on. Not changed once made.
 *
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 * @param brightness row by row, {@code width * height} bytes
 */
record GrayPicture(int width, int height, byte[] brightness) {
    /** Rows converted at a time, so that a large picture needs little more than its own memory. */
    private static final int STRIPE = 128;

    GrayPicture {
        if (width < 1 || height < 1 || brightness.length != width * height) {
            throw new IllegalArgumentException(
                    "a picture of " + width + " by " + height + " with " + brightness.length + " pixels");
        }
    }

    /** Whatever is transparent is taken as lying on white paper. */
    static GrayPicture of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] brightness = new byte[Math.multiplyExact(width, height)];
        BufferedImage stripe = new BufferedImage(width, Math.min(STRIPE, height), BufferedImage.TYPE_INT_RGB);
        int[] colours = ((DataBufferInt) stripe.getRaster().getDataBuffer()).getData();
        Graphics2D graphics = stripe.createGraphics();
        for (int top = 0; top < height; top += STRIPE) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, stripe.getHeight());
            graphics.drawImage(picture, 0, -top, null);
            int pixels = width * Math.min(stripe.getHeight(), height - top);
            for (int i = 0; i < pixels; i++) {
                int c = colours[i];
                brightness[top * width + i] =
                        (byte) (((c >> 16 & 0xFF) * 306 + (c >> 8 & 0xFF) * 601 + (c & 0xFF) * 117) >> 10);
            }
        }
        graphics.dispose();
        return new GrayPicture(width, height, brightness);
    }

    long pixels() {
        return (long) width * height;
    }

    GrayPicture inverted() {
        byte[] out = new byte[brightness.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) ~brightness[i];
        }
        return new GrayPicture(width, height, out);
    }

    /** Half the width and height; each pixel is the mean of four. */
    GrayPicture halved() {
        int w = Math.max(1, width / 2);
        int h = Math.max(1, height / 2);
        byte[] out = new byte[w * h];
        for (int y = 0; y < h; y++) {
            int upper = 2 * y * width;
            int lower = Math.min(2 * y + 1, height - 1) * width;
            for (int x = 0; x < w; x++) {
                int left = 2 * x;
                int right = Math.min(left + 1, width - 1);
                int sum = at(upper + left) + at(upper + right) + at(lower + left) + at(lower + right);
                out[y * w + x] = (byte) (sum >> 2);
            }
        }
        return new GrayPicture(w, h, out);
    }

    /** Twice the width and height, with the values between two pixels lying between theirs. */
    GrayPicture doubled() {
        int w = width * 2;
        int h = height * 2;
        byte[] out = new byte[w * h];
        for (int y = 0; y < h; y++) {
            int near = y / 2 * width;
            int far = Math.min(Math.max(y / 2 + (y % 2 == 0 ? -1 : 1), 0), height - 1) * width;
            for (int x = 0; x < w; x++) {
                int nearX = x / 2;
                int farX = Math.min(Math.max(nearX + (x % 2 == 0 ? -1 : 1), 0), width - 1);
                int sum = 9 * at(near + nearX) + 3 * at(near + farX) + 3 * at(far + nearX) + at(far + farX);
                out[y * w + x] = (byte) (sum >> 4);
            }
        }
        return new GrayPicture(w, h, out);
    }

    /** Turned about its middle on a white ground large enough for all of it. */
    GrayPicture turned(double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        int w = (int) Math.ceil(Math.abs(width * cos) + Math.abs(height * sin));
        int h = (int) Math.ceil(Math.abs(width * sin) + Math.abs(height * cos));
        byte[] out = new byte[w * h];
        Arrays.fill(out, (byte) 0xFF);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double dx = x - w / 2.0;
                double dy = y - h / 2.0;
                double fromX = dx * cos + dy * sin + width / 2.0;
                double fromY = dy * cos - dx * sin + height / 2.0;
                if (fromX >= 0 && fromY >= 0 && fromX < width - 1 && fromY < height - 1) {
                    out[y * w + x] = (byte) Math.round(brightnessAt(fromX, fromY));
                }
            }
        }
        return new GrayPicture(w, h, out);
    }

    /** The part inside a box that lies within this picture. */
    GrayPicture part(Box box) {
        return cut(box, 0);
    }

    /** The part inside a box, on a white ground that reaches {@code border} pixels beyond it: a quiet zone where print left none. */
    GrayPicture cut(Box box, int border) {
        int w = box.width() + 2 * border;
        int h = box.height() + 2 * border;
        byte[] out = new byte[w * h];
        Arrays.fill(out, (byte) 0xFF);
        for (int y = 0; y < box.height(); y++) {
            System.arraycopy(
                    brightness, (box.top() + y) * width + box.left(), out, (y + border) * w + border, box.width());
        }
        return new GrayPicture(w, h, out);
    }

    /** Each pixel the mean of the square that reaches {@code by} pixels beyond it; 0 is the same picture. */
    GrayPicture smoothed(int by) {
        if (by == 0) {
            return this;
        }
        byte[] across = new byte[brightness.length];
        for (int y = 0; y < height; y++) {
            meansAlong(brightness, across, y * width, 1, width, by);
        }
        byte[] out = new byte[brightness.length];
        for (int x = 0; x < width; x++) {
            meansAlong(across, out, x, width, height, by);
        }
        return new GrayPicture(width, height, out);
    }

    private static void meansAlong(byte[] in, byte[] out, int from, int step, int count, int by) {
        int sum = 0;
        int inWindow = 0;
        for (int i = -by; i < count; i++) {
            if (i + by < count) {
                sum += in[from + (i + by) * step] & 0xFF;
                inWindow++;
            }
            if (i - by - 1 >= 0) {
                sum -= in[from + (i - by - 1) * step] & 0xFF;
                inWindow--;
            }
            if (i >= 0) {
                out[from + i * step] = (byte) ((sum + inWindow / 2) / inWindow);
            }
        }
    }

    /** The difference between its light and its dark parts; a twentieth of the pixels at either end is left out. */
    int contrast() {
        int[] histogram = new int[256];
        for (byte value : brightness) {
            histogram[value & 0xFF]++;
        }
        int darkest = 0;
        for (int sum = histogram[0]; sum < brightness.length / 20; sum += histogram[darkest]) {
            darkest++;
        }
        int lightest = 255;
        for (int sum = histogram[255]; sum < brightness.length / 20; sum += histogram[lightest]) {
            lightest--;
        }
        return Math.max(0, lightest - darkest);
    }

    /** Brightness at a point between pixels, whose middles are whole numbers; white beyond the picture. */
    double brightnessAt(double x, double y) {
        if (!(x >= 0 && y >= 0 && x < width - 1 && y < height - 1)) {
            return 255;
        }
        int corner = (int) y * width + (int) x;
        double right = x - (int) x;
        double lower = y - (int) y;
        double above = at(corner) * (1 - right) + at(corner + 1) * right;
        double below = at(corner + width) * (1 - right) + at(corner + width + 1) * right;
        return above * (1 - lower) + below * lower;
    }

    private int at(int index) {
        return brightness[index] & 0xFF;
    }
}
