package org.stayseal.spec.trust;

import java.util.List;

/**
 * The second keys of a role and how many of them it takes (TRUST-34).
 *
 * @param threshold from 1 to the number of keys
 * @param keys 1 to 16, none twice
 */
public record SecondKeys(int threshold, List<SecondKey> keys) {

    /** Refuses a threshold that cannot be met, and a key listed twice. */
    public SecondKeys {
        keys = List.copyOf(keys);
        RoleKeys.requireReachable(threshold, keys);
    }
}
