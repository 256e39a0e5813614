package org.stayseal.issuer.status;

/**
 * Where one credential's status stands.
 *
 * @param shard number of the list, from 0
 * @param index place in that list, 0 to 2^20 - 1
 */
public record StatusPlace(int shard, int index) {

    /** Places in a list. */
    public static final int SHARD_SIZE = IndexPermutation.SHARD_SIZE;

    /** Refuses a place outside of a list. */
    public StatusPlace {
        if (shard < 0 || index < 0 || index >= SHARD_SIZE) {
            throw new IllegalArgumentException("A place is in a list of 2^20.");
        }
    }
}
