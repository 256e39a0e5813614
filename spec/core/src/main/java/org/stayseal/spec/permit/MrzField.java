package org.stayseal.spec.permit;

/** A part of the machine readable zone that a check digit guards. */
public enum MrzField {
    DOCUMENT_NUMBER,
    BIRTH_DATE,
    END_DATE,
    /** The optional data of a passport, TD3: the only format that guards it by itself. */
    OPTIONAL_DATA,
    /** The digit over all of them and the optional data. */
    COMPOSITE
}
