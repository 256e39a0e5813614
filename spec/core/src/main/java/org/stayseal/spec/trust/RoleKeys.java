package org.stayseal.spec.trust;

import java.util.List;
import java.util.Optional;

/**
 * The keys of one role and how many of them it takes (TRUST-30).
 *
 * @param threshold from 1 to the number of keys
 * @param keys 1 to 16, none twice
 * @param second the second keys, which have to sign as well; empty if the role has none (TRUST-34)
 */
public record RoleKeys(int threshold, List<TrustKey> keys, Optional<SecondKeys> second) {

    static final int MAX_KEYS = 16;

    /** Refuses a threshold that cannot be met, and a key listed twice. */
    public RoleKeys {
        keys = List.copyOf(keys);
        requireReachable(threshold, keys);
    }

    /** A role without second keys. */
    public RoleKeys(int threshold, List<TrustKey> keys) {
        this(threshold, keys, Optional.empty());
    }

    /** One key that suffices. */
    public static RoleKeys single(TrustKey key) {
        return new RoleKeys(1, List.of(key));
    }

    /** The same role with these second keys. */
    public RoleKeys with(SecondKeys secondKeys) {
        return new RoleKeys(threshold, keys, Optional.of(secondKeys));
    }

    static void requireReachable(int threshold, List<?> keys) {
        if (keys.isEmpty()
                || keys.size() > MAX_KEYS
                || keys.stream().distinct().count() != keys.size()
                || threshold < 1
                || threshold > keys.size()) {
            throw new IllegalArgumentException("a role has 1 to 16 different keys and a threshold that they can meet");
        }
    }
}
