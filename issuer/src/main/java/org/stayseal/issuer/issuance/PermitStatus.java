package org.stayseal.issuer.issuance;

/** What the published lists say about a permit; the wire value is that of the Token Status List (spec/docs/50). */
public enum PermitStatus {
    /** In force. */
    VALID(0),
    /** Withdrawn for good; nothing leads back. */
    REVOKED(1),
    /** Not to be accepted for now; may be reinstated. */
    SUSPENDED(2),
    /** Replaced by a corrected or renewed permit. */
    SUPERSEDED(3);

    private final int wire;

    PermitStatus(int wire) {
        this.wire = wire;
    }

    /**
     * The status of that two-bit value.
     *
     * @throws IllegalArgumentException for another one
     */
    static PermitStatus of(int wire) {
        for (PermitStatus status : values()) {
            if (status.wire == wire) {
                return status;
            }
        }
        throw new IllegalArgumentException("A status has two bits.");
    }

    /** The two-bit value in a status list. */
    public int wire() {
        return wire;
    }
}
