package org.stayseal.spec.vds;

import java.util.Map;

/** How many bytes a square DataMatrix (ISO/IEC 16022, ECC 200) holds in Base 256: its data codewords less the latch and the length (VDS-26). */
final class DataMatrixCapacity {

    /** Content that fits into the largest symbol, 144 by 144: what no seal may exceed. */
    static final int LARGEST = 1555;

    private static final int ONE_BYTE_LENGTH = 249;

    /** Modules at a side, data codewords. */
    private static final Map<Integer, Integer> CODEWORDS = Map.ofEntries(
            Map.entry(10, 3),
            Map.entry(12, 5),
            Map.entry(14, 8),
            Map.entry(16, 12),
            Map.entry(18, 18),
            Map.entry(20, 22),
            Map.entry(22, 30),
            Map.entry(24, 36),
            Map.entry(26, 44),
            Map.entry(32, 62),
            Map.entry(36, 86),
            Map.entry(40, 114),
            Map.entry(44, 144),
            Map.entry(48, 174),
            Map.entry(52, 204),
            Map.entry(64, 280),
            Map.entry(72, 368),
            Map.entry(80, 456),
            Map.entry(88, 576),
            Map.entry(96, 696),
            Map.entry(104, 816),
            Map.entry(120, 1050),
            Map.entry(132, 1304),
            Map.entry(144, 1558));

    private DataMatrixCapacity() {}

    static boolean exists(int side) {
        return CODEWORDS.containsKey(side);
    }

    /** Bytes that fit into a symbol of this side. */
    static int bytes(int side) {
        int codewords = CODEWORDS.getOrDefault(side, 0);
        int withShortLength = codewords - 2;
        return withShortLength <= ONE_BYTE_LENGTH ? withShortLength : codewords - 3;
    }
}
