package org.stayseal.spec.bytes;

import java.util.HexFormat;
import org.stayseal.spec.FormatException;

/** Bytes as hexadecimal digits. Written in lower case; both cases are read, nothing else is. */
public final class Hex {

    private static final HexFormat LOWER = HexFormat.of();

    private Hex() {}

    /** Two lower-case digits for each byte. */
    public static String encode(byte[] bytes) {
        return LOWER.formatHex(bytes);
    }

    /**
     * @param rule the rule of {@code spec/docs} that a fault breaks
     * @throws FormatException for an odd number of digits or any other character, white space included
     */
    public static byte[] decode(String digits, String rule) throws FormatException {
        try {
            return LOWER.parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw FormatException.wrongFormat(rule, "not an even number of hexadecimal digits");
        }
    }
}
