package org.stayseal.spec.vds;

/** What a type of document gives its holder (VDS-23; verdicts: {@code NOT_A_RESIDENCE_DOCUMENT}). */
public enum Grants {
    /** A right of residence. */
    RESIDENCE,
    /** Leave to stay for a while: visa, arrival attestation. The profile's words say which. */
    STAY,
    /** No stay at all. */
    NONE
}
