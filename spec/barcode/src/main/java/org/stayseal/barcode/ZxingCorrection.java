package org.stayseal.barcode;

import com.google.zxing.datamatrix.encoder.SymbolInfo;
import java.util.Optional;

/**
 * How much of a symbol ZXing's Reed-Solomon decoder put right, and whether what came out can be an accident.
 *
 * <p>That decoder stops as soon as its remainder is short enough and never looks whether the result is a codeword. So what is no symbol at all is taken for one with a chance of about
 * {@code C(words, corrected) / 2^(bitsOfWord * (checkWords / 2))}, even when it reports no correction: for a DataMatrix of 10 by 10 modules once in some seven thousand tries, in place of once in
 * 10^12. A page of print and a portrait offer many tries.
 *
 * @param bitsOfWord bits of a codeword
 * @param words codewords of the symbol
 * @param checkWords those of them that are there for correction
 * @param corrected codewords that were put right
 */
record ZxingCorrection(int bitsOfWord, int words, int checkWords, int corrected) {
    private static final int BITS_BEYOND_ACCIDENT = 24;

    /**
     * The same of a DataMatrix.
     *
     * @param dataWords codewords that carry content, which tells its size; empty for one of no size that is known, all of which are large
     */
    static Optional<ZxingCorrection> ofDataMatrix(int dataWords, int corrected) {
        try {
            SymbolInfo size = SymbolInfo.lookup(dataWords);
            return Optional.of(new ZxingCorrection(
                    Byte.SIZE, dataWords + size.getErrorCodewords(), size.getErrorCodewords(), corrected));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether noise is taken for this less than once in 2 to the power of {@value #BITS_BEYOND_ACCIDENT} tries. */
    boolean isConvincing() {
        double bits = (double) bitsOfWord * (checkWords / 2);
        for (int i = 0; i < corrected; i++) {
            bits -= Math.log((double) (words - i) / (i + 1)) / Math.log(2);
        }
        return bits >= BITS_BEYOND_ACCIDENT;
    }
}
