package org.stayseal.barcode;

import com.google.zxing.aztec.encoder.AztecCode;
import com.google.zxing.aztec.encoder.Encoder;

/**
 * An Aztec code (ISO/IEC 24778) made from bytes, as tickets and some residence documents carry theirs.
 *
 * <p>It needs no quiet zone. No character set is announced (no ECI), so that every reader gives back the same bytes.
 *
 * @param matrix the modules, the square rings in the middle included
 * @param layers rings of data around the middle: 1 to 4 of a compact symbol, 1 to 32 of a full one
 * @param isCompact whether the middle is the smaller one, without reference grid
 */
public record Aztec(CodeMatrix matrix, int layers, boolean isCompact) {
    /** Of the content's length; that is a quarter of the symbol, a little more than the 23 percent and three codewords that the standard recommends. */
    private static final int ERROR_CORRECTION_PERCENT = 33;

    private static final int ANY_SIZE = 0;
    private static final int LONGEST_CONTENT = 3748;

    /**
     * The code of bytes of any value, in the smallest symbol that holds them.
     *
     * @param content 1 to 1,872 bytes of any value; of capital letters 3,000 and of digits 3,748, as these take fewer bits
     * @throws ContentDoesNotFitException when not even 32 layers (151 by 151 modules) hold it
     */
    public static Aztec of(byte[] content) {
        if (content.length == 0) {
            throw new IllegalArgumentException("an Aztec code without content");
        }
        if (content.length > LONGEST_CONTENT) {
            throw doesNotFit(content);
        }
        AztecCode code;
        try {
            code = Encoder.encode(content, ERROR_CORRECTION_PERCENT, ANY_SIZE);
        } catch (IllegalArgumentException e) {
            throw doesNotFit(content);
        }
        CodeMatrix matrix = new CodeMatrix(
                Symbology.AZTEC, code.getSize(), (x, y) -> code.getMatrix().get(x, y));
        return new Aztec(matrix, code.getLayers(), code.isCompact());
    }

    private static ContentDoesNotFitException doesNotFit(byte[] content) {
        return new ContentDoesNotFitException(
                content.length + " bytes do not fit into an Aztec code; shorten the content or choose a QR code");
    }
}
