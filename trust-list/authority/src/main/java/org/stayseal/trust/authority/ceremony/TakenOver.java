package org.stayseal.trust.authority.ceremony;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.trust.authority.register.RegisteredService;

/** TRUST-268: the steps of a ceremony that was not held, for another one of another moment. What began or ended with the one begins or ends with the other; nothing else changes. */
public final class TakenOver {

    private TakenOver() {}

    /**
     * Steps for a ceremony of another moment.
     *
     * @param waited a ceremony that was not held
     * @param at the moment of the one that takes its place
     */
    public static List<Step> steps(Ceremony waited, Instant at) {
        return waited.steps().stream().map(step -> moved(step, waited.at(), at)).toList();
    }

    private static Step moved(Step step, Instant from, Instant to) {
        if (step instanceof AnnounceStep announce
                && announce.service().states().equals(StateHistory.only(KeyState.ANNOUNCED, from))) {
            return new AnnounceStep(RegisteredService.announcedAt(announce.service(), to));
        }
        if (step instanceof RetireStep retire && retire.signsUntil().equals(Optional.of(from))) {
            return new RetireStep(retire.service(), Optional.of(to), retire.override());
        }
        return step;
    }
}
