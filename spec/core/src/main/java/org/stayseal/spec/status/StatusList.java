package org.stayseal.spec.status;

import java.util.Arrays;
import java.util.OptionalInt;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.bytes.Sha256;

/** A row of small numbers, packed from the least significant bit (STATUS-2). Immutable; {@link #builder} makes one. */
public final class StatusList {
    /** Most entries in a list (STATUS-3). */
    public static final int MAX_ENTRIES = 1_048_576;

    /** Deflate itself ends near 1032 bytes out for each one in. A list of nothing but zeros, which is a good one, comes close. */
    private static final int MAX_RATIO = 1_100;

    private final int bits;
    private final byte[] packed;

    private StatusList(int bits, byte[] packed) {
        this.bits = bits;
        this.packed = packed;
    }

    /**
     * A list to be filled, all zeros so far.
     *
     * @param bits of an entry: 1, 2, 4 or 8
     * @param entries a multiple of 8 / bits, at most {@link #MAX_ENTRIES}
     */
    public static Builder builder(int bits, int entries) {
        requireBits(bits);
        if (entries < 1 || entries > MAX_ENTRIES || entries % (8 / bits) != 0) {
            throw new IllegalArgumentException("a list has whole bytes and 1 to " + MAX_ENTRIES + " entries");
        }
        return new Builder(bits, new byte[entries / (8 / bits)]);
    }

    /**
     * The list in a zlib stream (STATUS-3).
     *
     * @param bits 1, 2, 4 or 8, judged by the caller
     */
    static StatusList inflate(int bits, byte[] stream) throws FormatException {
        byte[] packed = BoundedInflate.inflate(stream, MAX_ENTRIES / 8 * bits, MAX_RATIO, "STATUS-3");
        if (packed.length == 0) {
            throw FormatException.wrongFormat("STATUS-3", "a status list without an entry");
        }
        return new StatusList(bits, packed);
    }

    static boolean areBits(long bits) {
        return bits == 1 || bits == 2 || bits == 4 || bits == 8;
    }

    /** The zlib stream of this list. */
    byte[] deflate() {
        return BoundedInflate.deflate(packed);
    }

    /** Bits of an entry: 1, 2, 4 or 8. */
    public int bits() {
        return bits;
    }

    /** How many entries it has. */
    public int size() {
        return packed.length * (8 / bits);
    }

    /** The number at an index; empty beyond the last entry, which never means 0 (STATUS-4). */
    public OptionalInt get(long index) {
        if (index < 0 || index >= size()) {
            return OptionalInt.empty();
        }
        int bit = (int) index * bits;
        return OptionalInt.of(packed[bit / 8] >> bit % 8 & mask(bits));
    }

    /** SHA-256 of the entries as they are packed: names what a list says, whoever signed it and when. */
    public byte[] digest() {
        return Sha256.of(packed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatusList list && bits == list.bits && Arrays.equals(packed, list.packed);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(packed) + bits;
    }

    @Override
    public String toString() {
        return "StatusList[" + size() + " entries of " + bits + " bits]";
    }

    private static int mask(int bits) {
        return (1 << bits) - 1;
    }

    private static void requireBits(int bits) {
        if (!areBits(bits)) {
            throw new IllegalArgumentException("an entry has 1, 2, 4 or 8 bits");
        }
    }

    /** A list being filled. Not thread-safe. */
    public static final class Builder {
        private final int bits;
        private final byte[] packed;

        private Builder(int bits, byte[] packed) {
            this.bits = bits;
            this.packed = packed;
        }

        /** Sets an entry of the list; both are refused when out of range. */
        public Builder set(long index, int value) {
            if (value < 0 || value > mask(bits)) {
                throw new IllegalArgumentException("a value of more than " + bits + " bits");
            }
            if (index < 0 || index >= (long) packed.length * (8 / bits)) {
                throw new IllegalArgumentException("an index beyond the list");
            }
            int bit = (int) index * bits;
            int cleared = packed[bit / 8] & ~(mask(bits) << bit % 8);
            packed[bit / 8] = (byte) (cleared | value << bit % 8);
            return this;
        }

        /** Sets an entry of the list. */
        public Builder set(long index, Status status) {
            return set(index, status.value());
        }

        public StatusList build() {
            return new StatusList(bits, packed.clone());
        }
    }
}
