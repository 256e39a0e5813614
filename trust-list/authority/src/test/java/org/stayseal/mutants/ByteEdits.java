package org.stayseal.mutants;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Changes that know nothing of what the bytes mean. */
final class ByteEdits {

    private static final int[] EDGES = {0x00, 0x01, 0x7F, 0x80, 0x81, 0x82, 0xFE, 0xFF};

    private ByteEdits() {}

    static byte[] changed(byte[] bytes, Dice dice) {
        return bytes.length == 0 ? dice.bytes(1 + dice.below(4)) : changed(bytes, dice, dice.below(bytes.length));
    }

    private static byte[] changed(byte[] bytes, Dice dice, int at) {
        byte[] copy = bytes.clone();
        int length = 1 + dice.below(Math.min(8, bytes.length - at));
        switch (dice.below(10)) {
            case 0, 1, 2 -> copy[at] ^= (byte) (1 << dice.below(8));
            case 3 -> copy[at] = (byte) EDGES[dice.below(EDGES.length)];
            case 4 -> copy[at] += (byte) (dice.oneIn(2) ? 1 : -1);
            case 5 -> {
                return spliced(bytes, at, at, dice.bytes(length));
            }
            case 6 -> {
                return spliced(bytes, at, at + length, new byte[0]);
            }
            case 7 -> {
                return spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
            }
            case 8 -> {
                return Arrays.copyOf(bytes, at);
            }
            default -> {
                return spliced(bytes, bytes.length, bytes.length, dice.bytes(length));
            }
        }
        return copy;
    }

    /** {@code bytes} with what stands from {@code from} to {@code to} replaced. */
    static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(instead);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
