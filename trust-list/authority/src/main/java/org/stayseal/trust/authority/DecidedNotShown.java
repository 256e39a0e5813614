package org.stayseal.trust.authority;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.trust.authority.ceremony.Ceremony;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.register.RegisteredService;

/** TRUST-266: what people have decided and the list that was just made does not show. It is read out of the list itself, as verifiers get it. */
final class DecidedNotShown {

    private DecidedNotShown() {}

    /**
     * Compares a list with everything that was decided.
     *
     * @param decided all ceremonies, also one whose moment is to come
     * @param shown those that hold
     * @return a line for each revocation and each ceremony that the list does not show; none where it shows all
     */
    static List<String> lines(CeremonyHistory decided, CeremonyHistory shown, Publication made) {
        List<String> lines = new ArrayList<>();
        Map<String, StateHistory> listed = listed(made);
        for (RegisteredService service : decided.register().orElseThrow().services()) {
            if (service.state() == KeyState.REVOKED
                    && !isShown(service.service().states(), Optional.ofNullable(listed.get(service.id())))) {
                lines.add("list " + made.sequence() + " does NOT show that the " + service.words()
                        + " is revoked, and verifiers go on to believe it" + then(decided, shown));
            }
        }
        decided.transcripts().stream()
                .map(transcript -> transcript.ceremony())
                .filter(ceremony -> ceremony.number() > shown.number())
                .forEach(ceremony -> lines.add("list " + made.sequence() + " does not show ceremony "
                        + ceremony.number() + ", \"" + ceremony.title() + "\", which holds from " + ceremony.at()
                        + ": publish again then"));
        return List.copyOf(lines);
    }

    private static boolean isShown(StateHistory decided, Optional<StateHistory> listed) {
        return listed.filter(states ->
                        states.now() == KeyState.REVOKED && states.revocation().equals(decided.revocation()))
                .isPresent();
    }

    private static String then(CeremonyHistory decided, CeremonyHistory shown) {
        return decided.transcripts().stream()
                .map(transcript -> transcript.ceremony())
                .filter(ceremony -> ceremony.number() > shown.number())
                .map(Ceremony::at)
                .max(Instant::compareTo)
                .map(at -> ": publish again at " + at)
                .orElse(": publish again");
    }

    private static Map<String, StateHistory> listed(Publication made) {
        try {
            return TrustList.read(SignedDocument.read(made.trustList(), DocumentKind.TRUST_LIST))
                    .services()
                    .collect(Collectors.toMap(RegisteredService::idOf, Service::states, (one, same) -> one));
        } catch (FormatException e) {
            throw new IllegalStateException("the list that was made cannot be read: " + e.rule(), e);
        }
    }
}
