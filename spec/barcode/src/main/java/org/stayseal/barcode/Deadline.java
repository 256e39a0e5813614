package org.stayseal.barcode;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment at which a search gives up, asked between its steps.
 *
 * @param ticks a clock that only runs forward, in nanoseconds
 * @param end its reading at that moment
 */
record Deadline(LongSupplier ticks, long end) {

    static Deadline in(Duration time, LongSupplier ticks) {
        return new Deadline(ticks, ticks.getAsLong() + time.toNanos());
    }

    boolean isOver() {
        return ticks.getAsLong() - end >= 0;
    }

    /** The earlier of this and a moment {@code time} from now. */
    Deadline within(Duration time) {
        long nearer = ticks.getAsLong() + time.toNanos();
        return new Deadline(ticks, nearer - end < 0 ? nearer : end);
    }
}
