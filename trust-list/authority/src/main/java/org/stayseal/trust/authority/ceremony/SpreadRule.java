package org.stayseal.trust.authority.ceremony;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stayseal.trust.authority.register.RegisteredService;

/** TRUST-252: a key is activated when no list counts any more that does not announce it, so that nobody has a permit that a verifier within its policy does not know. */
final class SpreadRule implements CeremonyRule {

    private static final String RULE = "TRUST-252";

    @Override
    public void check(Proposal proposal, List<String> warnings) throws CeremonyRefusedException {
        for (ActivateStep step : proposal.steps(ActivateStep.class).toList()) {
            RegisteredService service = proposal.after().service(step.service()).orElseThrow();
            Optional<Instant> from = proposal.circumstances().published().knownEverywhereFrom(service.announcedIn());
            if (from.isEmpty()) {
                throw new CeremonyRefusedException(
                        RULE,
                        service.words() + " was announced by ceremony " + service.announcedIn()
                                + ", and no list that says so was published; publish one first");
            }
            if (proposal.ceremony().at().isBefore(from.get())) {
                throw new CeremonyRefusedException(
                        RULE,
                        service.words() + " cannot be active at "
                                + proposal.ceremony().at()
                                + ": until " + from.get()
                                + " verifiers may use a list that does not announce it; give the ceremony a moment from then on");
            }
        }
    }
}
