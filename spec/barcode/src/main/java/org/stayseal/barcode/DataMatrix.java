package org.stayseal.barcode;

import com.google.zxing.datamatrix.encoder.DefaultPlacement;
import com.google.zxing.datamatrix.encoder.ErrorCorrection;
import com.google.zxing.datamatrix.encoder.SymbolInfo;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;

/**
 * A square DataMatrix (ISO/IEC 16022, ECC 200) made from bytes, as Doc 9303-13 prints its seals.
 *
 * <p>The whole content is written in Base 256 encodation: {@code n} bytes take {@code n + 2} codewords ({@code n + 3} from 250 bytes on), whatever their values are. The size of a seal is
 * therefore known before it is signed: the 142 bytes of a residence permit's seal fill the 144 codewords of a 44 by 44 symbol exactly.
 *
 * @param matrix the modules, finder pattern included
 * @param codewords data codewords of the symbol, of which the content may fill fewer
 */
public record DataMatrix(CodeMatrix matrix, int codewords) {
    private static final int LATCH_TO_BASE_256 = 231;
    private static final int PAD = 129;
    private static final int LONGEST_CONTENT = 1555;

    /**
     * The code of bytes of any value.
     *
     * @param content 1 to 1,555 bytes; beyond some 800 bytes few readers succeed
     * @throws ContentDoesNotFitException when not even 144 by 144 modules hold it
     */
    public static DataMatrix of(byte[] content) {
        if (content.length == 0) {
            throw new IllegalArgumentException("a DataMatrix without content");
        }
        if (content.length > LONGEST_CONTENT) {
            throw new ContentDoesNotFitException(
                    content.length + " bytes do not fit into a DataMatrix, which holds " + LONGEST_CONTENT);
        }
        int needed = content.length + (content.length < 250 ? 2 : 3);
        SymbolInfo symbol = SymbolInfo.lookup(needed, SymbolShapeHint.FORCE_SQUARE);
        String codewords = ErrorCorrection.encodeECC200(dataCodewords(content, symbol.getDataCapacity()), symbol);
        DefaultPlacement placement =
                new DefaultPlacement(codewords, symbol.getSymbolDataWidth(), symbol.getSymbolDataHeight());
        placement.place();
        CodeMatrix matrix = new CodeMatrix(
                Symbology.DATA_MATRIX, symbol.getSymbolWidth(), (x, y) -> isDark(placement, symbol, x, y));
        return new DataMatrix(matrix, symbol.getDataCapacity());
    }

    /** Section 5.2.9 (Base 256) and 5.2.3 (padding) of the standard: every value is scrambled by its place, so that equal bytes make no pattern. */
    private static String dataCodewords(byte[] content, int capacity) {
        StringBuilder out = new StringBuilder(capacity);
        out.append((char) LATCH_TO_BASE_256);
        if (content.length < 250) {
            appendScrambled(out, content.length);
        } else {
            appendScrambled(out, content.length / 250 + 249);
            appendScrambled(out, content.length % 250);
        }
        for (byte b : content) {
            appendScrambled(out, b & 0xFF);
        }
        if (out.length() < capacity) {
            out.append((char) PAD);
        }
        while (out.length() < capacity) {
            int scrambled = PAD + 149 * (out.length() + 1) % 253 + 1;
            out.append((char) (scrambled <= 254 ? scrambled : scrambled - 254));
        }
        return out.toString();
    }

    private static void appendScrambled(StringBuilder out, int value) {
        int scrambled = value + 149 * (out.length() + 1) % 255 + 1;
        out.append((char) (scrambled & 0xFF));
    }

    /** Each data region has a solid line on its left and bottom and a dotted one on its top and right. */
    private static boolean isDark(DefaultPlacement placement, SymbolInfo symbol, int x, int y) {
        int regionSide = symbol.matrixWidth + 2;
        int inX = x % regionSide;
        int inY = y % regionSide;
        if (inX == 0 || inY == regionSide - 1) {
            return true;
        }
        if (inY == 0) {
            return x % 2 == 0;
        }
        if (inX == regionSide - 1) {
            return y % 2 == 1;
        }
        int dataX = x / regionSide * symbol.matrixWidth + inX - 1;
        int dataY = y / regionSide * symbol.matrixHeight + inY - 1;
        return placement.getBit(dataX, dataY);
    }
}
