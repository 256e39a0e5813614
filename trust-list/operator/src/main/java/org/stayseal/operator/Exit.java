package org.stayseal.operator;

/** Exit codes (README, "The operator's command"). Their meaning never changes. */
enum Exit {
    /** It was done, or everything is well. */
    DONE(0),
    /** A rule, a signature or a person says no. Nothing was written. */
    REFUSED(1),
    /** Something must be done, or differs. */
    DUE(2),
    /** Wrong usage. */
    USAGE(64),
    /** A file, key or token cannot be opened or written. */
    NO_INPUT(66),
    /** Our fault. */
    INTERNAL(70);

    final int code;

    Exit(int code) {
        this.code = code;
    }
}
