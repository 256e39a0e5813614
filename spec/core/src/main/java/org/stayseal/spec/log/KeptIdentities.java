package org.stayseal.spec.log;

import java.util.Arrays;
import java.util.Collection;
import org.stayseal.spec.FormatException;

/**
 * The log identities that are kept for one key, as they are in the file (TRUST-184): 16 bytes each, strictly ascending. Looked into where they lie, by binary search.
 *
 * <p>Security guarantees: an identity is in it when all of its 128 bits are. A filter that is wrong once in a million times would be asked a million times by whoever has the key.
 */
public final class KeptIdentities {

    /** Most identities. */
    public static final int MAX_COUNT = 1_000_000;

    private static final String RULE = "TRUST-184";
    private static final int LENGTH = LogLeaf.IDENTITY_LENGTH;

    private final byte[] sorted;

    private KeptIdentities(byte[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Takes the bytes of the file as they are, without copying them: who hands them over must not change them.
     *
     * @throws FormatException for more than {@link #MAX_COUNT}, half an identity, or any order but strictly ascending
     */
    public static KeptIdentities read(byte[] file) throws FormatException {
        if (file.length % LENGTH != 0 || file.length / LENGTH > MAX_COUNT) {
            throw FormatException.wrongFormat(RULE, "identities have 16 bytes each and are at most 1,000,000");
        }
        for (int at = LENGTH; at < file.length; at += LENGTH) {
            if (compare(file, at - LENGTH, file, at) >= 0) {
                throw FormatException.wrongFormat(RULE, "identities are not strictly ascending");
            }
        }
        return new KeptIdentities(file);
    }

    /**
     * Sorts identities; the same one twice is kept once.
     *
     * @param identities 1 to {@link #MAX_COUNT}, of 16 bytes each
     */
    public static KeptIdentities of(Collection<byte[]> identities) {
        byte[][] distinct = identities.stream()
                .sorted(Arrays::compareUnsigned)
                .filter(new Distinct()::isNext)
                .toArray(byte[][]::new);
        if (distinct.length == 0 || distinct.length > MAX_COUNT) {
            throw new IllegalArgumentException("1 to 1,000,000 identities are kept for a key");
        }
        byte[] sorted = new byte[distinct.length * LENGTH];
        for (int i = 0; i < distinct.length; i++) {
            if (distinct[i].length != LENGTH) {
                throw new IllegalArgumentException("an identity has 16 bytes");
            }
            System.arraycopy(distinct[i], 0, sorted, i * LENGTH, LENGTH);
        }
        return new KeptIdentities(sorted);
    }

    private static final class Distinct {
        private byte[] before = {};

        boolean isNext(byte[] identity) {
            boolean next = !Arrays.equals(before, identity);
            before = identity;
            return next;
        }
    }

    /** How many. */
    public int count() {
        return sorted.length / LENGTH;
    }

    /** Whether exactly this identity is among them. */
    public boolean contains(byte[] identity) {
        if (identity.length != LENGTH) {
            throw new IllegalArgumentException("an identity has 16 bytes");
        }
        int low = 0;
        int high = count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(sorted, middle * LENGTH, identity, 0);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    /** Whether all of the other's identities are among these. */
    public boolean containsAll(KeptIdentities other) {
        int mine = 0;
        for (int theirs = 0; theirs < other.sorted.length; theirs += LENGTH) {
            while (mine < sorted.length && compare(sorted, mine, other.sorted, theirs) < 0) {
                mine += LENGTH;
            }
            if (mine >= sorted.length || compare(sorted, mine, other.sorted, theirs) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int compare(byte[] a, int from, byte[] b, int to) {
        return Arrays.compareUnsigned(a, from, from + LENGTH, b, to, to + LENGTH);
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        return sorted.clone();
    }
}
