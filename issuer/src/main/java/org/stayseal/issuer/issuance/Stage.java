package org.stayseal.issuer.issuance;

/** How far issuing has come. The order is the order of the steps; each is stored before the next begins. */
public enum Stage {
    /** Number, identities, status indexes and the exact bytes to be signed are stored. */
    RECORDED,
    /** Every one of those bytes passed every lint. */
    LINTED,
    /** All four credentials and the seal are signed, every signature is on record. */
    SIGNED,
    /** Carriers are made, each code on them was read back: the permit may be handed over. */
    RELEASED,
    /** A lint or a read-back refused it. Nothing is handed over; an operator looks at why. */
    REFUSED
}
