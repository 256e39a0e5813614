package org.stayseal.spec.verify;

/** How a check, or a question, ended (VER-1, VER-2). */
public enum Result {
    PASSED,
    FAILED,
    INDETERMINATE,
    NOT_ASKED,
    LIVE,
    MATCHED,
    COMPARE,
    MISMATCH
}
