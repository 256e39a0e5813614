package org.stayseal.spec.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The states of a listed key, newest first (TRUST-46).
 *
 * @param changes at least one; times strictly descending, states rightwards only
 * @param revocation why and since when, only where the newest state is revoked
 */
public record StateHistory(List<StateChange> changes, Optional<Revocation> revocation) {

    /**
     * Why a key was revoked (TRUST-45).
     *
     * @param cause words, such as {@code keyCompromise}
     * @param compromisedSince from when on somebody else may have signed with it
     */
    public record Revocation(String cause, Instant compromisedSince) {
        /** Causes for which a certificate of a CSCA is withdrawn and not its key (TRUST-191), as RFC 5280 5.3.1 names them. */
        private static final Set<String> CERTIFICATE_ALONE = Set.of("superseded", "cessationOfOperation");

        /** Refuses a time that has no form in a document. */
        public Revocation {
            Times.check(compromisedSince);
        }
    }

    /** Refuses another order. */
    public StateHistory {
        changes = List.copyOf(changes);
        if (!ordered(changes) || revocation.isPresent() && changes.get(0).state() != KeyState.REVOKED) {
            throw new IllegalArgumentException("states go rightwards in time, and a cause needs a revocation");
        }
    }

    /** One state and none before it. */
    public static StateHistory only(KeyState state, Instant since) {
        return new StateHistory(List.of(new StateChange(state, since)), Optional.empty());
    }

    /** The present state. */
    public KeyState now() {
        return changes.get(0).state();
    }

    /** Whether a CSCA's key is withdrawn with the certificate, and with every other certificate that it has (TRUST-191). */
    public boolean withdrawsKey() {
        return now() == KeyState.REVOKED
                && revocation
                        .filter(why -> Revocation.CERTIFICATE_ALONE.contains(why.cause()))
                        .isEmpty();
    }

    /** When the present state began. */
    public Instant since() {
        return changes.get(0).since();
    }

    static boolean ordered(List<StateChange> changes) {
        for (int i = 1; i < changes.size(); i++) {
            StateChange later = changes.get(i - 1);
            StateChange earlier = changes.get(i);
            if (!earlier.since().isBefore(later.since()) || earlier.state().compareTo(later.state()) >= 0) {
                return false;
            }
        }
        return !changes.isEmpty();
    }
}
