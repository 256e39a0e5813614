package org.stayseal.trust.authority.ceremony;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * TRUST-259: a ceremony is added when its moment has come. One of next March would keep every other one waiting until then, a revocation too. Written, reviewed and signed it may be before.
 */
final class MomentRule implements CeremonyRule {

    static final String RULE = "TRUST-259";

    /** By how much a ceremony's moment may lie ahead of the clock of who adds it: a later one, a revocation too, can hold no earlier. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    /** By how much the clock of who publishes may be behind that of who added it, before one of them is called wrong. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private static boolean isAhead(Ceremony ceremony, Instant now) {
        return ceremony.at().isAfter(now.plus(AHEAD));
    }

    /** Whether one that was held is so far ahead that a clock is wrong. */
    static boolean isOfAWrongClock(Ceremony ceremony, Instant now) {
        return ceremony.at().isAfter(now.plus(CLOCKS));
    }

    @Override
    public void check(Proposal proposal, List<String> warnings) {
        if (isAhead(proposal.ceremony(), proposal.circumstances().now())) {
            warnings.add("it is finished from " + proposal.ceremony().at()
                    + " on, not before; if another ceremony is held until then, it has to be made and signed anew");
        }
    }

    /**
     * Asked when a ceremony is added behind {@code last}.
     *
     * @throws CeremonyRefusedException while its moment is to come
     */
    static void requireCome(Ceremony ceremony, Optional<Ceremony> last, Instant now) throws CeremonyRefusedException {
        if (!isAhead(ceremony, now)) {
            return;
        }
        String come = "its moment, " + ceremony.at() + ", is to come: it is " + now + " here; ";
        throw new CeremonyRefusedException(
                RULE,
                last.filter(one -> isAhead(one, now))
                        .map(one -> come + "nothing holds before ceremony " + one.number() + ", which is of " + one.at()
                                + ": finish it then; or, if the clock was wrong where that one was held and no list shows it, take "
                                + one.number() + ".json out of the folder ceremonies, and have both made anew")
                        .orElseGet(
                                () -> come
                                        + "keep the file with its signatures and finish it then; if another ceremony is held before, the signatures are void, and it is taken over and signed again"));
    }
}
