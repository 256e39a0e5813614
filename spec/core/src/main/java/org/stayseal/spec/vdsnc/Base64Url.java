package org.stayseal.spec.vdsnc;

import java.util.Base64;
import org.stayseal.spec.FormatException;

/** Base64url as NC-8 has it: written padded; read padded or not, both being in the field, and in no other form. */
final class Base64Url {

    private static final int MAX_BYTES = 2048;

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    static byte[] decode(String text, String where) throws FormatException {
        if (!text.isEmpty() && text.length() <= (MAX_BYTES + 2) / 3 * 4) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(text);
                boolean only = encode(bytes).equals(text)
                        || Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(bytes)
                                .equals(text);
                if (only && bytes.length > 0 && bytes.length <= MAX_BYTES) {
                    return bytes;
                }
            } catch (IllegalArgumentException e) {
                // falls through: all faults of form are one to a reader
            }
        }
        throw FormatException.wrongFormat("NC-8", where + " is not 1 to " + MAX_BYTES + " bytes in base64url");
    }
}
