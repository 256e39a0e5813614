package org.stayseal.trust.reader;

import org.stayseal.spec.FormatException;

/** Stops the reading of a snapshot; turned into a result before it leaves the package. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal reason;

    RefusedException(Refusal reason, String words) {
        super(words);
        this.reason = reason;
    }

    /** A fault of form or of a signature, with the name of the file and the number of the rule. */
    static RefusedException of(String file, FormatException e) {
        Refusal reason = e.kind() == FormatException.Kind.UNSUPPORTED ? Refusal.UNSUPPORTED : Refusal.CORRUPT;
        return new RefusedException(reason, file + ": " + e.getMessage() + " (" + e.rule() + ")");
    }

    Refusal reason() {
        return reason;
    }
}
