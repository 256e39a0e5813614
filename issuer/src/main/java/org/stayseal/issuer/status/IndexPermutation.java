package org.stayseal.issuer.status;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret permutation of the places of one shard: a Feistel network over 20 bits with HMAC-SHA-256 as its round function (STATUS-34, CRED-62).
 *
 * <p>Counting gives every place once; permuting hides the order in which they were given, so that neither neighbours in a list nor the four
 * codes of one permit tell that they were made together. Each shard has a permutation of its own.
 */
final class IndexPermutation {

    /** Places in a shard (design decision 6). */
    static final int SHARD_SIZE = 1 << 20;

    private static final int HALF_BITS = 10;
    private static final int HALF_MASK = (1 << HALF_BITS) - 1;
    private static final int ROUNDS = 8;

    private final SecretKeySpec key;

    /** @param key 32 random bytes; lost, the numbers already given cannot be continued without repeating some */
    IndexPermutation(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("The key has 32 bytes.");
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** The place of the {@code count}-th credential, counted from 0 over all shards. */
    StatusPlace place(long count) {
        long shard = Math.floorDiv(count, (long) SHARD_SIZE);
        if (count < 0 || shard > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A count is not negative and ends with the last shard.");
        }
        return new StatusPlace((int) shard, permuted((int) shard, (int) (count % SHARD_SIZE)));
    }

    private int permuted(int shard, int value) {
        int left = value >>> HALF_BITS;
        int right = value & HALF_MASK;
        for (int round = 0; round < ROUNDS; round++) {
            int next = left ^ mix(shard, round, right);
            left = right;
            right = next;
        }
        return (left << HALF_BITS) | right;
    }

    private int mix(int shard, int round, int half) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(ByteBuffer.allocate(12)
                    .putInt(shard)
                    .putInt(round)
                    .putInt(half)
                    .array());
            byte[] tag = mac.doFinal();
            return (((tag[0] & 0xff) << 8) | (tag[1] & 0xff)) & HALF_MASK;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256.", e);
        }
    }
}
