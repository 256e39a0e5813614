package org.stayseal.spec.trust;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalInt;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.registry.Limits;

/**
 * The listed seals whose identities begin with one byte, as they are in the file of a sharded list (STATUS-56): eight bytes each, looked into where they lie.
 *
 * <p>Security guarantees: a listed seal is always found, whatever anybody does; that one which is not listed is found, too, has a probability of one in 2^64 for each
 * entry (STATUS-59).
 */
public final class SealShard {

    /** Bytes of an entry: seven of the identity behind its first, and the status. */
    public static final int ENTRY_LENGTH = 8;

    /** Most entries of one shard. */
    public static final int MAX_COUNT = Limits.value("maxSealShardEntries");

    private static final String RULE = "STATUS-56";
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int STATUS_BITS = 8;
    private static final int PACKED_BITS = 2;
    private static final int PACKED_STATUS = 3;
    private static final int IDENTITY_LENGTH = 16;

    private final byte[] sorted;

    private SealShard(byte[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Takes the bytes of the file as they are, without copying them: who hands them over must not change them.
     *
     * @throws FormatException for none, too many, half an entry, another status, or any order but strictly ascending
     */
    public static SealShard read(byte[] file) throws FormatException {
        if (file.length == 0 || file.length % ENTRY_LENGTH != 0 || file.length / ENTRY_LENGTH > MAX_COUNT) {
            throw FormatException.wrongFormat(RULE, "a shard has 1 to " + MAX_COUNT + " entries of 8 bytes");
        }
        SealShard shard = new SealShard(file);
        long before = -1;
        for (int i = 0; i < shard.count(); i++) {
            long sevenBytes = shard.sevenBytes(i);
            int status = shard.status(i);
            if (sevenBytes <= before || status < 1 || status > 3) {
                throw FormatException.wrongFormat(RULE, "an entry of another status, or entries out of order");
            }
            before = sevenBytes;
        }
        return shard;
    }

    /**
     * Sorts entries. Where two agree in their seven bytes, the first of 1, 3, 2 stands.
     *
     * @param packed at least one, of {@link #packed}; sorted in place
     */
    static SealShard of(long[] packed) {
        Arrays.sort(packed);
        byte[] sorted = new byte[packed.length * ENTRY_LENGTH];
        int at = -ENTRY_LENGTH;
        long before = -1;
        for (long entry : packed) {
            long sevenBytes = entry >>> PACKED_BITS;
            int status = (int) (entry & PACKED_STATUS);
            if (sevenBytes != before) {
                at += ENTRY_LENGTH;
                LONG.set(sorted, at, sevenBytes << STATUS_BITS | status);
            } else if (sorted[at + ENTRY_LENGTH - 1] != 1) {
                sorted[at + ENTRY_LENGTH - 1] = (byte) status;
            }
            before = sevenBytes;
        }
        if (at + ENTRY_LENGTH > MAX_COUNT * ENTRY_LENGTH) {
            throw new IllegalArgumentException("a shard has at most " + MAX_COUNT + " entries");
        }
        return new SealShard(Arrays.copyOf(sorted, at + ENTRY_LENGTH));
    }

    /** An entry as a number that sorts by the seven bytes, then by the status. */
    static long packed(byte[] identity, int status) {
        if (status < 1 || status > PACKED_STATUS) {
            throw new IllegalArgumentException("a listed seal is revoked, suspended or superseded");
        }
        return sevenBytes(identity) << PACKED_BITS | status;
    }

    /** The seven bytes of an identity behind its first, as a number. */
    static long sevenBytes(byte[] identity) {
        if (identity.length != IDENTITY_LENGTH) {
            throw new IllegalArgumentException("the identity of a seal has 16 bytes");
        }
        return (long) LONG.get(identity, 1) >>> STATUS_BITS;
    }

    /** How many entries. */
    public int count() {
        return sorted.length / ENTRY_LENGTH;
    }

    /**
     * The status of a seal; empty when it is not listed.
     *
     * @param wanted the seven bytes of its identity behind the first, as a number
     */
    public OptionalInt of(long wanted) {
        int low = 0;
        int high = count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = sevenBytes(middle);
            if (found == wanted) {
                return OptionalInt.of(status(middle));
            }
            if (found < wanted) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return OptionalInt.empty();
    }

    /** By which a list names the file: 64 lower-case hexadecimal digits. */
    String sha256() {
        return Hex.encode(Sha256.of(sorted));
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        return sorted.clone();
    }

    /** The seven bytes of the entry at an index from 0, as a number. */
    public long sevenBytes(int index) {
        return (long) LONG.get(sorted, index * ENTRY_LENGTH) >>> STATUS_BITS;
    }

    /** The status of the entry at an index from 0. */
    public int status(int index) {
        return sorted[index * ENTRY_LENGTH + ENTRY_LENGTH - 1] & 0xff;
    }
}
