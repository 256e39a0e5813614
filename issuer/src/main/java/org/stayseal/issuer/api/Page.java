package org.stayseal.issuer.api;

import java.util.List;

/**
 * Part of a longer list, newest first.
 *
 * @param items at most {@code limit}
 * @param offset how many newer ones were left out
 * @param limit how many were asked for, 99 at most
 * @param more whether older ones follow
 */
record Page<T>(List<T> items, int offset, int limit, boolean more) {

    /** Of a list that was asked for with one more than the limit. */
    static <T> Page<T> of(List<T> found, int offset, int limit) {
        boolean more = found.size() > limit;
        return new Page<>(more ? List.copyOf(found.subList(0, limit)) : found, offset, limit, more);
    }

    static int limit(int asked) {
        return Math.max(1, Math.min(asked, 99));
    }
}
