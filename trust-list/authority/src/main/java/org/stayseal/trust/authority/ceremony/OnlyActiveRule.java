package org.stayseal.trust.authority.ceremony;

import java.util.List;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;

/** TRUST-253: the last key of a kind that signs is not retired by accident. A stolen one is revoked at once, whatever that stops. */
final class OnlyActiveRule implements CeremonyRule {

    private static final String RULE = "TRUST-253";

    @Override
    public void check(Proposal proposal, List<String> warnings) throws CeremonyRefusedException {
        for (RetireStep step : proposal.steps(RetireStep.class).toList()) {
            RegisteredService service = proposal.after().service(step.service()).orElseThrow();
            if (isLast(proposal.after(), service)) {
                if (step.override().isEmpty()) {
                    throw new CeremonyRefusedException(
                            RULE,
                            service.words()
                                    + " is the last of its kind that signs; activate another first, or say in \"override\" why none is needed");
                }
                warnings.add(service.words() + " is the last of its kind that signs, and is retired because: "
                        + step.override().get());
            }
        }
        for (RetiringStep step : proposal.steps(RetiringStep.class).toList()) {
            RegisteredService service = proposal.after().service(step.service()).orElseThrow();
            if (proposal.after().services().stream()
                    .noneMatch(other -> sameKind(service, other) && other.state() == KeyState.ACTIVE)) {
                warnings.add(service.words() + " begins to retire, and no other of its kind is active");
            }
        }
        for (RevokeStep step : proposal.steps(RevokeStep.class).toList()) {
            RegisteredService service = proposal.after().service(step.service()).orElseThrow();
            boolean again = proposal.before()
                    .service(step.service())
                    .filter(before -> before.state() == KeyState.REVOKED)
                    .isPresent();
            if (!again && isLast(proposal.after(), service)) {
                warnings.add(service.words()
                        + " is the last of its kind that signs: nothing is signed until another is active; "
                        + spare(proposal, service));
            }
        }
    }

    /** Whoever revokes the last one wants to know what can take its place. */
    private static String spare(Proposal proposal, RegisteredService service) {
        return proposal.after().services().stream()
                .filter(other -> sameKind(service, other) && other.state() == KeyState.ANNOUNCED)
                .findFirst()
                .map(other -> "the spare is the " + other.words()
                        + proposal.circumstances()
                                .published()
                                .knownEverywhereFrom(other.announcedIn())
                                .map(from -> ", which every list has from "
                                        + (from.isAfter(proposal.circumstances().now()) ? from : "now")
                                        + " on: activate it")
                                .orElse(", which no list shows yet: publish"))
                .orElse("there is no spare: announce one");
    }

    private static boolean isLast(Register after, RegisteredService service) {
        return after.services().stream()
                .noneMatch(other -> sameKind(service, other) && other.state().signs());
    }

    private static boolean sameKind(RegisteredService one, RegisteredService other) {
        if (one.service() instanceof Service.PermitSigner a && other.service() instanceof Service.PermitSigner b) {
            return a.kind() == b.kind();
        }
        return one.service().getClass().equals(other.service().getClass());
    }
}
