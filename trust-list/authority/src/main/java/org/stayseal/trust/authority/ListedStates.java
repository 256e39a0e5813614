package org.stayseal.trust.authority;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.StateChange;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.Term;

/** The states in which the keys of a hierarchy are listed, and the term of its signers. */
final class ListedStates {

    private static final int SIGNING_MONTHS = 14;

    private final Map<KeyName, StateHistory> states = new EnumMap<>(KeyName.class);
    private final Map<KeyName, Instant> inCrlAlone = new EnumMap<>(KeyName.class);
    private final Instant from;

    /** Everything active from the beginning of the hierarchy. */
    ListedStates(Instant from) {
        this.from = from;
    }

    /** A key revoked at a moment; active before. */
    ListedStates revoked(KeyName name, Instant since, String cause) {
        states.put(name, revoked(from, since, cause));
        return this;
    }

    static StateHistory revoked(Instant from, Instant since, String cause) {
        return new StateHistory(
                java.util.List.of(new StateChange(KeyState.REVOKED, since), new StateChange(KeyState.ACTIVE, from)),
                Optional.of(new StateHistory.Revocation(cause, since)));
    }

    /** A key that the CRL names, and that the list still shows as it was. */
    ListedStates revokedInCrlAlone(KeyName name, Instant since) {
        inCrlAlone.put(name, since);
        return this;
    }

    StateHistory of(KeyName name) {
        return states.getOrDefault(name, StateHistory.only(KeyState.ACTIVE, from));
    }

    /** The moment since when the CRL names the certificate of a key. */
    Optional<Instant> revokedSince(KeyName name) {
        StateHistory history = of(name);
        return history.now() == KeyState.REVOKED
                ? Optional.of(history.since())
                : Optional.ofNullable(inCrlAlone.get(name));
    }

    /** One year and two months of signing (Doc 9303-12). */
    Term term() {
        return new Term(
                from,
                from.atZone(java.time.ZoneOffset.UTC).plusMonths(SIGNING_MONTHS).toInstant());
    }
}
