package org.stayseal.trust.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** A status list whose signature was verified with a key that the trust list names for its URI. */
public interface KeptStatusList {

    /** Its address, which names it; nothing is fetched from it. */
    String uri();

    /** When it was made ({@code iat}). */
    Instant issued();

    /** Until when it counts ({@code exp}). */
    Instant expires();

    /** How long a connected reader need not fetch it again ({@code ttl}); never judged by. */
    Optional<Duration> fetchAfter();

    /** How many entries it has. */
    long size();

    /** The entry at an index from 0; empty outside the list. */
    OptionalInt at(long index);
}
