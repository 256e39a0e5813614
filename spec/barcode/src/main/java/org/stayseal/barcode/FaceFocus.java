package org.stayseal.barcode;

import java.awt.image.BufferedImage;

/**
 * Leaves the few bytes of a portrait to the face: around it the picture is smoothed, so that a pattern of background or clothes costs nothing, and within it
 * edges are drawn a little clearer, which the scaling down had softened. Hair and outline stay, as people are known by them too. No feature is looked for: the
 * face of a portrait (Doc 9303-3 and ISO/IEC 39794-5) fills the middle of it, whosever it is.
 */
final class FaceFocus {
    /** Radii of the smoothing outside and of the edges within, in pixels of a picture 64 wide. */
    private static final double SMOOTH = 2.0;

    private static final double EDGE = 0.9;
    private static final double CLEARER = 0.25;

    private FaceFocus() {}

    static BufferedImage on(BufferedImage picture) {
        double unit = picture.getWidth() / 64.0;
        Plane light = Plane.brightness(picture);
        Plane blue = colour(picture, 0);
        Plane red = colour(picture, 16);
        Plane softLight = light.blurred(SMOOTH * unit);
        Plane softBlue = blue.blurred(SMOOTH * unit);
        Plane softRed = red.blurred(SMOOTH * unit);
        Plane edges = light.minus(light.blurred(EDGE * unit));
        BufferedImage out = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                double face = Plane.ellipse(light, x, y, 0.85, 0.92, -0.05, 4);
                double l = mixed(face, light.at(x, y) + CLEARER * edges.at(x, y), softLight.at(x, y));
                double r = l + mixed(face, red.at(x, y), softRed.at(x, y));
                double b = l + mixed(face, blue.at(x, y), softBlue.at(x, y));
                double g = (l - 0.299 * r - 0.114 * b) / 0.587;
                out.setRGB(x, y, octet(r) << 16 | octet(g) << 8 | octet(b));
            }
        }
        return out;
    }

    /** What a colour is above the brightness. */
    private static Plane colour(BufferedImage picture, int shift) {
        int width = picture.getWidth();
        double[] values = new double[width * picture.getHeight()];
        for (int i = 0; i < values.length; i++) {
            int rgb = picture.getRGB(i % width, i / width);
            values[i] = (rgb >> shift & 0xFF) - Plane.brightness(rgb);
        }
        return new Plane(width, picture.getHeight(), values);
    }

    private static double mixed(double face, double inside, double outside) {
        return face * inside + (1 - face) * outside;
    }

    private static int octet(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
