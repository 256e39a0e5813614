package org.stayseal.barcode;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;

/**
 * A QR code (ISO/IEC 18004) made from a content.
 *
 * <p>Text of the alphanumeric alphabet (all of {@code RP1:} and Base45) takes 5.5 bits a character; anything else is written as bytes. No character set is announced (no ECI): some readers
 * change bytes that follow one.
 *
 * @param matrix the modules
 * @param version 1 to 40, the smallest that holds the content at this level
 * @param level error correction
 */
public record QrCode(CodeMatrix matrix, int version, Level level) {

    /** How much damage a symbol survives: about 7, 15, 25 and 30 percent of its codewords. */
    public enum Level {
        L(ErrorCorrectionLevel.L, 4296),
        /** Credentials with a photo. */
        M(ErrorCorrectionLevel.M, 3391),
        /** Credentials without a photo. */
        Q(ErrorCorrectionLevel.Q, 2420),
        H(ErrorCorrectionLevel.H, 1852);

        private final ErrorCorrectionLevel zxing;
        private final int mostCharacters;

        Level(ErrorCorrectionLevel zxing, int mostCharacters) {
            this.zxing = zxing;
            this.mostCharacters = mostCharacters;
        }

        /** Characters of the alphanumeric alphabet in the largest symbol (ISO/IEC 18004, table 7). */
        public int mostCharacters() {
            return mostCharacters;
        }
    }

    /**
     * The code of a text.
     *
     * @param text not empty; characters up to U+00FF, each of which is one byte of the content
     * @throws ContentDoesNotFitException when not even version 40 holds it at this level
     */
    public static QrCode ofText(String text, Level level) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a QR code without content");
        }
        if (text.chars().anyMatch(c -> c > 0xFF)) {
            throw new IllegalArgumentException(
                    "a character beyond U+00FF has no byte of its own; give the bytes of an encoding instead");
        }
        try {
            var code = Encoder.encode(text, level.zxing);
            ByteMatrix modules = code.getMatrix();
            CodeMatrix matrix = new CodeMatrix(Symbology.QR_CODE, modules.getWidth(), (x, y) -> modules.get(x, y) == 1);
            return new QrCode(matrix, code.getVersion().getVersionNumber(), level);
        } catch (WriterException e) {
            throw new ContentDoesNotFitException(text.length() + " characters do not fit into a QR code of level "
                    + level + "; shorten the content or choose a lower level");
        }
    }

    /** The code of bytes of any value; see {@link #ofText}. */
    public static QrCode ofBytes(byte[] content, Level level) {
        return ofText(new String(content, StandardCharsets.ISO_8859_1), level);
    }
}
