package org.stayseal.spec.trust;

/** The signed documents of trust, each with the {@code typ} that its signatures name (TRUST-11) and its bound (TRUST-1). */
public enum DocumentKind {
    /** Keys and thresholds of all roles. */
    ROOT("rp-root+jws", 262_144),
    /** Signers, their scope, term and state. */
    TRUST_LIST("rp-trust-list+jws", 8_388_608),
    /** Digests of everything else in a snapshot. */
    SNAPSHOT("rp-snapshot+jws", 2_097_152),
    /** Revoked, suspended and superseded seals. */
    SEAL_REVOCATIONS("rp-seal-revocations+jws", 16_777_216),
    /** Head of the log of what was signed. */
    TREE_HEAD("rp-tree-head+jws", 262_144),
    /** What a stolen key had signed before. */
    KEPT_LOG("rp-kept-log+jws", 262_144),
    /** What changes an authority's register (docs 45); not in a snapshot. */
    CEREMONY("rp-ceremony+jws", 4_194_304);

    private final String typ;
    private final int maxBytes;

    DocumentKind(String typ, int maxBytes) {
        this.typ = typ;
        this.maxBytes = maxBytes;
    }

    /** The {@code typ} of every protected header. */
    public String typ() {
        return typ;
    }

    /** Most bytes of the whole document. */
    public int maxBytes() {
        return maxBytes;
    }
}
