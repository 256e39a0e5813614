package org.stayseal.spec.trust;

import java.time.Instant;

/**
 * A state and the moment at which it began.
 *
 * @param since whole seconds
 */
public record StateChange(KeyState state, Instant since) {

    /** Refuses a time that has no form in a document. */
    public StateChange {
        Times.check(since);
    }
}
