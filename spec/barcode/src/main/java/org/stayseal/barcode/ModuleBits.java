package org.stayseal.barcode;

import java.util.BitSet;

/** From the brightness of modules to dark and light, after taking back some of the blur that lets a module take over its neighbours' brightness. */
final class ModuleBits {
    private static final int REACH = 5;

    private ModuleBits() {}

    /**
     * Bit {@code row * size + column} is set for a dark module. The limit lies, for each module, half way between the dark and the light ones around it.
     *
     * @param values brightness, {@code size * size}
     * @param sharpening how much of the difference from its four neighbours is added to a module: 0 for a sharp picture, 1.5 for a very blurred one
     */
    static BitSet of(double[] values, int size, double sharpening) {
        double[] sharp = sharpening == 0 ? values : sharpened(values, size, sharpening);
        BitSet dark = new BitSet(size * size);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                dark.set(row * size + column, sharp[row * size + column] < limit(sharp, size, column, row));
            }
        }
        return dark;
    }

    private static double[] sharpened(double[] values, int size, double sharpening) {
        double[] out = new double[values.length];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                int here = row * size + column;
                double left = values[column > 0 ? here - 1 : here];
                double right = values[column < size - 1 ? here + 1 : here];
                double above = values[row > 0 ? here - size : here];
                double below = values[row < size - 1 ? here + size : here];
                out[here] = values[here] + sharpening * (values[here] - (left + right + above + below) / 4);
            }
        }
        return out;
    }

    private static double limit(double[] values, int size, int column, int row) {
        int left = Math.max(0, column - REACH);
        int right = Math.min(size - 1, column + REACH);
        int top = Math.max(0, row - REACH);
        int bottom = Math.min(size - 1, row + REACH);
        double sum = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                sum += values[y * size + x];
            }
        }
        int count = (right - left + 1) * (bottom - top + 1);
        double mean = sum / count;
        double darkSum = 0;
        int dark = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                if (values[y * size + x] < mean) {
                    darkSum += values[y * size + x];
                    dark++;
                }
            }
        }
        return dark == 0 || dark == count ? mean : (darkSum / dark + (sum - darkSum) / (count - dark)) / 2;
    }
}
