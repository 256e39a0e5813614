package org.stayseal.spec.trust;

import java.util.Optional;

/** The life of a listed key (TRUST-46). It moves only to a state further down, and never out of {@link #REVOKED}. */
public enum KeyState {
    /** Made known, so that readers know it before it signs. */
    ANNOUNCED,
    /** Signs. */
    ACTIVE,
    /** Still may sign while its follower takes over. */
    RETIRING,
    /** Signs no more; what it signed stays signed. */
    RETIRED,
    /** Stolen or misused: nothing it signed counts, whatever date it bears. */
    REVOKED;

    static final String PREFIX = "urn:stayseal:state:";

    /** The URI of TS 119 602's {@code ServiceStatus}. */
    public String uri() {
        return PREFIX + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether the key signs in this state. */
    public boolean signs() {
        return this == ACTIVE || this == RETIRING;
    }

    static Optional<KeyState> of(String uri) {
        for (KeyState state : values()) {
            if (state.uri().equals(uri)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
