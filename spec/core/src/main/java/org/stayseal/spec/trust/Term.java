package org.stayseal.spec.trust;

import java.time.Instant;

/**
 * From when until when a signer signs (TRUST-43, TRUST-51).
 *
 * @param signsFrom whole seconds
 * @param signsUntil after {@code signsFrom}
 */
public record Term(Instant signsFrom, Instant signsUntil) {

    /** Refuses an end before the beginning. */
    public Term {
        Times.check(signsFrom);
        Times.check(signsUntil);
        if (!signsUntil.isAfter(signsFrom)) {
            throw new IllegalArgumentException("a term ends after it begins");
        }
    }
}
