package org.stayseal.spec.trust;

/** The roles of a root, as in The Update Framework (TRUST-30). Status keys are named in the trust list instead. */
public enum Role {
    /** Signs roots. */
    ROOT("root"),
    /** Signs trust lists. */
    TRUST_LIST("trust-list"),
    /** Signs snapshot manifests. */
    SNAPSHOT("snapshot"),
    /** Signs tree heads; reserved. */
    LOG("log");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** The name in documents. */
    public String word() {
        return word;
    }
}
