package org.stayseal.spec.trust;

import java.util.Arrays;
import java.util.Optional;

/** The roles of a root, as in The Update Framework (TRUST-30). Status keys are named in the trust list instead. */
public enum Role {
    /** Signs roots. */
    ROOT("root"),
    /** Signs trust lists. */
    TRUST_LIST("trust-list"),
    /** Signs snapshot manifests. */
    SNAPSHOT("snapshot"),
    /** Signs tree heads and kept logs; never a key that signs permits. */
    LOG("log");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The role of this name in documents. */
    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }

    /** The name in documents. */
    public String word() {
        return word;
    }
}
