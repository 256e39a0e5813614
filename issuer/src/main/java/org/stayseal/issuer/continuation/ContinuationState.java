package org.stayseal.issuer.continuation;

/** How far a continuation has come. */
public enum ContinuationState {
    /** Written down; another officer decides. */
    REQUESTED,
    /** Another officer said no. */
    REJECTED,
    /** Decided; being signed and printed. */
    APPROVED,
    /** Can be handed over. */
    RELEASED,
    /** Could not be made; nothing of it was handed over. */
    REFUSED
}
