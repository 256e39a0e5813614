package org.stayseal.spec.trust;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.stayseal.spec.FormatException;

/** Base64 in its only form (TRUST-4): decoding and encoding again must give the same characters. */
final class Base64Form {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private Base64Form() {}

    static String url(byte[] bytes) {
        return URL.encodeToString(bytes);
    }

    static byte[] url(String text, String where) throws FormatException {
        return url(text.getBytes(StandardCharsets.UTF_8), where);
    }

    /** @param text its characters in UTF-8 */
    static byte[] url(byte[] text, String where) throws FormatException {
        return decode(text, where, Base64.getUrlDecoder(), URL);
    }

    static String padded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] padded(String text, String where) throws FormatException {
        return decode(text.getBytes(StandardCharsets.UTF_8), where, Base64.getDecoder(), Base64.getEncoder());
    }

    /** Whether it is the only form is seen from the length and the last four characters, where alone there is a choice: the decoder takes no character but those of its alphabet. */
    private static byte[] decode(byte[] text, String where, Base64.Decoder decoder, Base64.Encoder encoder)
            throws FormatException {
        try {
            byte[] bytes = decoder.decode(text);
            byte[] last = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - 1) / 3 * 3, bytes.length);
            byte[] end = encoder.encode(last);
            int from = text.length - end.length;
            if (from == (bytes.length - last.length) / 3 * 4
                    && Arrays.equals(end, 0, end.length, text, from, text.length)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // falls through: both faults are the same to a reader
        }
        throw FormatException.wrongFormat("TRUST-4", where + " is not base64 in its only form");
    }
}
