package org.stayseal.trust.authority.ceremony;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * TRUST-259: a ceremony is added when its moment has come. One of next March would keep every other one waiting until then, a revocation too. Written, reviewed and signed it may be before.
 */
final class MomentRule implements CeremonyRule {

    static final String RULE = "TRUST-259";

    /** By how much the clocks of those who hold ceremonies may differ. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    static boolean isAhead(Ceremony ceremony, Instant now) {
        return ceremony.at().isAfter(now.plus(AHEAD));
    }

    @Override
    public void check(Proposal proposal, List<String> warnings) {
        if (isAhead(proposal.ceremony(), proposal.circumstances().now())) {
            warnings.add("it is finished from " + proposal.ceremony().at()
                    + " on, not before; if another ceremony is held until then, it has to be made and signed anew");
        }
    }

    /** @throws CeremonyRefusedException while its moment is to come */
    static void requireCome(Ceremony ceremony, Instant now) throws CeremonyRefusedException {
        if (isAhead(ceremony, now)) {
            throw new CeremonyRefusedException(
                    RULE,
                    "its moment, " + ceremony.at() + ", is to come: it is " + now
                            + " here; keep it with its signatures and finish it then, so that others can be held meanwhile");
        }
    }
}
