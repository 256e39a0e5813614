package org.stayseal.issuer.application;

/** Where an application stands. */
public enum ApplicationState {
    /** Written down, waits for a second officer. */
    SUBMITTED,
    /** A second officer agreed; the permit is being issued or is issued. */
    APPROVED,
    /** A second officer refused it, with a reason. */
    REJECTED
}
