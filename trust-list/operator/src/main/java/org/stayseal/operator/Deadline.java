package org.stayseal.operator;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;

/**
 * Something that an operator must do.
 *
 * @param what in words, with the command where there is one
 * @param from when it is time to do it
 * @param by after which verifiers refuse something that is good
 */
record Deadline(String what, Instant from, Instant by) {

    /** What is due before what is not, and then what is due earlier. */
    static Comparator<Deadline> order(Instant now) {
        return Comparator.comparing((Deadline one) -> !one.due(now))
                .thenComparing(Deadline::by)
                .thenComparing(Deadline::what);
    }

    boolean due(Instant now) {
        return !now.isBefore(from);
    }

    boolean overdue(Instant now) {
        return now.isAfter(by);
    }

    /** How urgent it is, in words. */
    String when(Instant now, Function<Instant, String> written) {
        if (overdue(now)) {
            return "OVERDUE since " + written.apply(by);
        }
        if (due(now)) {
            return by.isAfter(now) ? "NOW, by " + written.apply(by) : "NOW, at once";
        }
        return "from " + written.apply(from) + " by " + written.apply(by);
    }
}
