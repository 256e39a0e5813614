package org.stayseal.barcode;

import java.awt.image.BufferedImage;

/**
 * How much of a face is still told by a compressed portrait: the multi-scale structural similarity of Wang, Simoncelli and Bovik (2003) of the brightness, on
 * three scales, where the inner face counts most. Structure and not difference, because people know each other by eyes, nose and mouth, and a picture that is
 * blurred everywhere differs little and tells nothing.
 */
final class FaceLikeness {
    /** Both pictures are compared at this size. */
    static final int WIDTH = 192;

    static final int HEIGHT = 240;

    private static final double[] SCALES = {0.15, 0.35, 0.5};
    private static final double SIGMA = 1.5;
    private static final double C1 = 6.5;
    private static final double C2 = 58.5;

    /** What hair, outline and clothes count beside the inner face, from the brows to the mouth. */
    private static final double AROUND = 0.03;

    private FaceLikeness() {}

    /**
     * 1 for the same picture, towards 0 for one that shows nothing of it.
     *
     * @param original {@value #WIDTH} by {@value #HEIGHT}
     * @param shown the same size
     */
    static double of(BufferedImage original, BufferedImage shown) {
        Plane a = Plane.brightness(original);
        Plane b = Plane.brightness(shown);
        double likeness = 1;
        for (int scale = 0; scale < SCALES.length; scale++) {
            boolean last = scale == SCALES.length - 1;
            likeness *= Math.pow(Math.max(0, structure(a, b)), SCALES[scale]) * (last ? light(a, b) : 1);
            a = a.halved();
            b = b.halved();
        }
        return likeness;
    }

    /** Contrast and structure of one scale, weighted. */
    private static double structure(Plane a, Plane b) {
        Plane meanA = a.blurred(SIGMA);
        Plane meanB = b.blurred(SIGMA);
        Plane varianceA = a.times(a).blurred(SIGMA).minus(meanA.times(meanA));
        Plane varianceB = b.times(b).blurred(SIGMA).minus(meanB.times(meanB));
        Plane common = a.times(b).blurred(SIGMA).minus(meanA.times(meanB));
        return weighted(a, (x, y) -> (2 * common.at(x, y) + C2) / (varianceA.at(x, y) + varianceB.at(x, y) + C2));
    }

    private static double light(Plane a, Plane b) {
        Plane meanA = a.blurred(SIGMA);
        Plane meanB = b.blurred(SIGMA);
        return weighted(a, (x, y) -> {
            double p = meanA.at(x, y);
            double q = meanB.at(x, y);
            return (2 * p * q + C1) / (p * p + q * q + C1);
        });
    }

    private interface Measure {
        double at(int x, int y);
    }

    private static double weighted(Plane size, Measure measure) {
        double sum = 0;
        double weights = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                double weight = AROUND + Plane.ellipse(size, x, y, 0.45, 0.5, 0.02, 4);
                sum += weight * measure.at(x, y);
                weights += weight;
            }
        }
        return sum / weights;
    }
}
