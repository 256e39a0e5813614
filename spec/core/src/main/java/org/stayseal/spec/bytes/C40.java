package org.stayseal.spec.bytes;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;

/**
 * C40 as seals use it (Doc 9303-13 2.3.1; VDS-9): three characters of {@code 0-9 A-Z} and space in two bytes. {@code <} is written as space, and comes back as one.
 *
 * <p>Each text has one coding and each accepted coding is that of its text.
 */
public final class C40 {

    private static final String RULE = "VDS-9";
    private static final Pattern TEXT = Pattern.compile("[0-9A-Z <]*");
    private static final int SPACE = 3;
    private static final int LAST = 39;
    private static final int SINGLE = 0xFE;

    private C40() {}

    /** How many bytes {@code characters} characters take. */
    public static int encodedLength(int characters) {
        return (characters + 2) / 3 * 2;
    }

    /**
     * @param text digits, upper-case letters, spaces, {@code <}
     * @throws IllegalArgumentException for any other character
     */
    public static byte[] encode(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("C40 text may have digits, upper-case letters, spaces and < only");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(encodedLength(text.length()));
        int i = 0;
        for (; i + 1 < text.length(); i += 3) {
            int third = i + 2 < text.length() ? value(text.charAt(i + 2)) : 0;
            int group = 1600 * value(text.charAt(i)) + 40 * value(text.charAt(i + 1)) + third + 1;
            out.write(group >> 8);
            out.write(group);
        }
        if (i < text.length()) {
            out.write(SINGLE);
            out.write((text.charAt(i) == '<' ? ' ' : text.charAt(i)) + 1);
        }
        return out.toByteArray();
    }

    /**
     * The text, with every filler as a space, trailing ones included.
     *
     * @throws FormatException if this is not what {@link #encode} makes of any text
     */
    public static String decode(byte[] bytes) throws FormatException {
        if (bytes.length % 2 != 0) {
            throw FormatException.wrongFormat(RULE, "C40 in an odd number of bytes");
        }
        StringBuilder text = new StringBuilder(bytes.length / 2 * 3);
        for (int i = 0; i < bytes.length; i += 2) {
            boolean last = i + 2 == bytes.length;
            int high = bytes[i] & 0xFF;
            int low = bytes[i + 1] & 0xFF;
            if (high == SINGLE) {
                if (!last) {
                    throw FormatException.wrongFormat(RULE, "C40 single character before the end");
                }
                text.append(single(low - 1));
            } else {
                int group = (high << 8 | low) - 1;
                text.append(character(group / 1600)).append(character(group / 40 % 40));
                if (!last || group % 40 != 0) {
                    text.append(character(group % 40));
                }
            }
        }
        return text.toString();
    }

    private static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0' + 4;
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 14 : SPACE;
    }

    private static char character(int value) throws FormatException {
        if (value < SPACE || value > LAST) {
            throw FormatException.wrongFormat(RULE, "C40 value outside the alphabet");
        }
        if (value == SPACE) {
            return ' ';
        }
        return (char) (value < 14 ? '0' + value - 4 : 'A' + value - 14);
    }

    private static char single(int ascii) throws FormatException {
        char c = (char) ascii;
        if (ascii < 0 || c == '<' || !TEXT.matcher(String.valueOf(c)).matches()) {
            throw FormatException.wrongFormat(RULE, "C40 single character outside the alphabet");
        }
        return c;
    }
}
