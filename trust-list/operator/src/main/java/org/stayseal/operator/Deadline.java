package org.stayseal.operator;

import java.time.Instant;

/**
 * Something that an operator must do.
 *
 * @param what in words, with the command where there is one
 * @param from when it is time to do it
 * @param by after which verifiers refuse something that is good
 */
record Deadline(String what, Instant from, Instant by) {

    boolean due(Instant now) {
        return !now.isBefore(from);
    }

    boolean overdue(Instant now) {
        return now.isAfter(by);
    }
}
