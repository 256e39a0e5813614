package org.stayseal.trust.authority.ceremony;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.authority.register.ListedNotices;
import org.stayseal.trust.authority.register.RegisteredService;

/** TRUST-263: a notice of a ceremony is held to what one from day to day is held to, and has an id that none of those has. */
final class NoticeRule implements CeremonyRule {

    private static final String RULE = "TRUST-263";

    @Override
    public void check(Proposal proposal, List<String> warnings) throws CeremonyRefusedException {
        LocalDate day = LocalDate.ofInstant(proposal.ceremony().at(), ZoneOffset.UTC);
        List<Service> services = proposal.after().services().stream()
                .map(RegisteredService::service)
                .toList();
        for (NoticeStep step : proposal.steps(NoticeStep.class).toList()) {
            Notice notice = step.notice();
            refuseIf(
                    proposal.circumstances().notices().stream()
                            .anyMatch(made -> made.id().equals(notice.id())),
                    notice,
                    "one of this id was made from day to day; make this one with another id");
            refuseIf(notice.lastDay().isBefore(day), notice, "it is over");
            Optional<String> beyond = ListedNotices.beyond(services, notice);
            refuseIf(beyond.isPresent(), notice, beyond.orElse(""));
            long listed = Stream.concat(
                            proposal.after().notices().stream(), proposal.circumstances().notices().stream())
                    .filter(made -> !ListedNotices.mayLeave(made, day))
                    .count();
            refuseIf(listed > Notice.MAX_NOTICES, notice, "there are too many");
        }
    }

    private static void refuseIf(boolean wrong, Notice notice, String why) throws CeremonyRefusedException {
        if (wrong) {
            throw new CeremonyRefusedException(RULE, "notice " + notice.id() + ": " + why);
        }
    }
}
