package org.stayseal.spec.bytes;

import org.stayseal.spec.FormatException;

/**
 * Base32 (RFC 4648 section 6) without padding: five bits a character, {@code A-Z 2-7}.
 *
 * <p>Each byte string has one text and each accepted text is that of its bytes: lower-case letters, padding, and bits left over that are not zero are refused.
 */
public final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** The text of {@code bytes}. */
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * 8 + BITS - 1) / BITS);
        int held = 0;
        int bits = 0;
        for (byte b : bytes) {
            held = held << 8 | b & 0xFF;
            bits += 8;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt(held >> bits & 0x1F));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(held << BITS - bits & 0x1F));
        }
        return text.toString();
    }

    /**
     * @param rule the rule of {@code spec/docs} that a fault breaks
     * @throws FormatException for a character outside the alphabet, a length that no bytes have, or bits left over that are not zero
     */
    public static byte[] decode(String text, String rule) throws FormatException {
        int over = text.length() * BITS % 8;
        if (over >= BITS) {
            throw FormatException.wrongFormat(
                    rule, "Base32 text of " + text.length() + " characters: the last one holds nothing");
        }
        byte[] bytes = new byte[text.length() * BITS / 8];
        int held = 0;
        int bits = 0;
        int out = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw FormatException.wrongFormat(rule, "character " + i + " is not in the Base32 alphabet");
            }
            held = (held << BITS | value) & 0xFFF;
            bits += BITS;
            if (bits >= 8) {
                bits -= 8;
                bytes[out++] = (byte) (held >> bits);
            }
        }
        if ((held & (1 << over) - 1) != 0) {
            throw FormatException.wrongFormat(rule, "bits left over after the last byte are not zero");
        }
        return bytes;
    }
}
