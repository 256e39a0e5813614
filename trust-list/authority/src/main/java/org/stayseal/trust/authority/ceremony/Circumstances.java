package org.stayseal.trust.authority.ceremony;

import java.time.Instant;
import java.util.List;
import org.stayseal.spec.trust.Notice;

/**
 * What the register alone does not say, and a new ceremony is held to (TRUST-252, TRUST-263).
 *
 * @param now the time
 * @param published which lists were published
 * @param notices those that were made from day to day, and not by ceremonies
 */
public record Circumstances(Instant now, PublishedLists published, List<Notice> notices) {

    /** Keeps its own list. */
    public Circumstances {
        notices = List.copyOf(notices);
    }

    /** Without notices from day to day. */
    public Circumstances(Instant now, PublishedLists published) {
        this(now, published, List.of());
    }
}
