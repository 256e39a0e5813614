package org.stayseal.trust.authority.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;

/** A ceremony that is about to be held, with everything that its rules ask about. */
record Proposal(Ceremony ceremony, Register before, Register after, Circumstances circumstances) {

    /** In the order in which they are asked. */
    private static final List<CeremonyRule> RULES = List.of(
            new MomentRule(),
            new SpreadRule(),
            new OnlyActiveRule(),
            new CertificateRule(),
            new OneKeyRule(),
            new NoticeRule(),
            new CrlRule());

    /** @return warnings, a line each */
    List<String> requireGood() throws CeremonyRefusedException {
        List<String> warnings = new ArrayList<>();
        for (CeremonyRule rule : RULES) {
            rule.check(this, warnings);
        }
        return warnings;
    }

    /** The steps of one kind. */
    <S extends Step> Stream<S> steps(Class<S> kind) {
        return ceremony.steps().stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The services that this ceremony announces. */
    List<RegisteredService> announced() {
        return after.services().stream()
                .filter(service -> service.announcedIn() == ceremony.number())
                .toList();
    }
}
