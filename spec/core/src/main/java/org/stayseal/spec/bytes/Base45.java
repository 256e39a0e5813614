package org.stayseal.spec.bytes;

import java.util.Arrays;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.Rule;

/**
 * Base45 (RFC 9285): two bytes as three characters of the QR code's alphanumeric alphabet, a last single byte as two.
 *
 * <p>Each byte string has one text and each accepted text is that of its bytes: groups whose value does not fit are refused, as are lower-case letters
 * and white space around the text.
 */
public final class Base45 {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int[] VALUES = values();

    private Base45() {}

    /** The text of {@code bytes}: three characters for two bytes, two for a last one. */
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length / 2 * 3 + 2);
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            int value = (bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF;
            text.append(ALPHABET.charAt(value % 45))
                    .append(ALPHABET.charAt(value / 45 % 45))
                    .append(ALPHABET.charAt(value / 2025));
        }
        if (bytes.length % 2 == 1) {
            int value = bytes[bytes.length - 1] & 0xFF;
            text.append(ALPHABET.charAt(value % 45)).append(ALPHABET.charAt(value / 45));
        }
        return text.toString();
    }

    /**
     * @param rule the rule of {@code spec/docs} that a fault breaks
     * @throws FormatException for a character outside the alphabet, a length of 1 modulo 3, or a group above 65535 (or above 255 for a last pair)
     */
    public static byte[] decode(String text, String rule) throws FormatException {
        return decode(text, Rule.of(rule));
    }

    /** The same with a rule that may tell its faults apart: a length, b character, c group, d last pair (as CRED-3 does). */
    public static byte[] decode(String text, Rule rule) throws FormatException {
        int rest = text.length() % 3;
        if (rest == 1) {
            throw FormatException.wrongFormat(
                    rule.broken('a'), "Base45 text of " + text.length() + " characters: one is left over");
        }
        byte[] bytes = new byte[text.length() / 3 * 2 + rest / 2];
        int out = 0;
        for (int i = 0; i + 2 < text.length(); i += 3) {
            int value = digit(text, i, rule) + 45 * digit(text, i + 1, rule) + 2025 * digit(text, i + 2, rule);
            if (value > 0xFFFF) {
                throw FormatException.wrongFormat(
                        rule.broken('c'), "Base45 group at character " + i + " is more than two bytes");
            }
            bytes[out++] = (byte) (value >> 8);
            bytes[out++] = (byte) value;
        }
        if (rest == 2) {
            int at = text.length() - 2;
            int value = digit(text, at, rule) + 45 * digit(text, at + 1, rule);
            if (value > 0xFF) {
                throw FormatException.wrongFormat(
                        rule.broken('d'), "Base45 pair at character " + at + " is more than one byte");
            }
            bytes[out] = (byte) value;
        }
        return bytes;
    }

    private static int digit(String text, int at, Rule rule) throws FormatException {
        char c = text.charAt(at);
        int value = c < VALUES.length ? VALUES[c] : -1;
        if (value < 0) {
            throw FormatException.wrongFormat(rule.broken('b'), "character " + at + " is not in the Base45 alphabet");
        }
        return value;
    }

    private static int[] values() {
        int[] values = new int[128];
        Arrays.fill(values, -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = i;
        }
        return values;
    }
}
