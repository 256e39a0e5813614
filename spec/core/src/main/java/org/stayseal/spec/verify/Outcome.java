package org.stayseal.spec.verify;

/** The one answer (VER-4). */
public enum Outcome {
    VALID,
    INVALID,
    INDETERMINATE
}
