package org.stayseal.barcode;

import java.util.BitSet;

/** The eight ways to lay down a square of modules: {@code turn % 4} quarters of a turn clockwise, from 4 on after exchanging rows and columns, which undoes a mirror. */
final class Turn {
    static final int COUNT = 8;

    /** Exchanges rows with columns about the diagonal that leaves a DataMatrix's finder pattern in its place. */
    static final int MIRRORED_DATA_MATRIX = 6;

    private Turn() {}

    /** @param bits {@code size * size} modules, row by row */
    static BitSet of(BitSet bits, int size, int turn) {
        BitSet out = new BitSet(size * size);
        int last = size - 1;
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            int x = turn < 4 ? i % size : i / size;
            int y = turn < 4 ? i / size : i % size;
            switch (turn % 4) {
                case 0 -> out.set(y * size + x);
                case 1 -> out.set(x * size + last - y);
                case 2 -> out.set((last - y) * size + last - x);
                default -> out.set((last - x) * size + y);
            }
        }
        return out;
    }
}
