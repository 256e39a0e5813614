package org.stayseal.spec.verify;

import java.time.Instant;
import java.util.stream.Stream;
import org.stayseal.spec.registry.Limits;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Check.Question;

/** VER-29: is the machine's clock before what signed lists prove? */
final class ClockStep implements Step {

    static final String NAME = "clock";

    @Override
    public void take(Case file) {
        if (file.explicit() || file.asked.at().isPresent()) {
            file.notAsked(NAME, Question.RIGHT, "judged at a given time or by a given certificate");
            return;
        }
        Instant proved = Stream.concat(
                        file.knowledge.kind() == TrustKnowledge.Kind.PINNED
                                ? file.knowledge.list().map(TrustKnowledge.ListAtHand::issued).stream()
                                : Stream.empty(),
                        file.status.map(StatusSource.StatusEntry::issued).stream())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        if (proved.isAfter(file.now.plusSeconds(Limits.CLOCK_TOLERANCE_SECONDS))) {
            file.because(
                    NAME, Reason.CLOCK_UNRELIABLE, "it is " + file.now + " here, but a list was signed at " + proved);
        } else {
            file.passed(NAME, Question.RIGHT, "not before any list at hand");
        }
    }
}
