package org.stayseal.issuer.continuation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of the renewal that a continuation bridges: the status of all of its codes (CONT-13). */
public enum Renewal {
    /** Not decided yet: the continuation counts. */
    PENDING(0),
    /** No renewal: the continuation is revoked. */
    REFUSED(1),
    /** The new permit is out: it supersedes the continuation. */
    GRANTED(3);

    private final int wire;

    Renewal(int wire) {
        this.wire = wire;
    }

    /** As status lists have it. */
    public int wire() {
        return wire;
    }

    /** The name in addresses and requests. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Renewal of(int wire) {
        return Arrays.stream(values())
                .filter(one -> one.wire == wire)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no renewal has the status " + wire));
    }

    /** The decision of that name; {@code pending} is none. */
    public static Optional<Renewal> decision(String key) {
        return Arrays.stream(values())
                .filter(one -> one != PENDING && one.key().equals(key))
                .findFirst();
    }
}
