package org.stayseal.spec.verify;

import java.util.Optional;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Check.Question;

/** VER-21: is there a list, under our root, and fresh? */
final class TrustListStep implements Step {

    static final String NAME = "trust-list";

    @Override
    public void take(Case file) {
        if (file.explicit()) {
            file.notAsked(NAME, Question.AUTHENTIC, "the signer's certificate was given by hand");
            return;
        }
        TrustKnowledge knowledge = file.knowledge;
        switch (knowledge.kind()) {
            case NO_LIST ->
                file.because(NAME, Reason.NO_TRUST_LIST, knowledge.problem().orElse("no trust list at hand"));
            case UNKNOWN_ROOT ->
                file.because(
                        NAME,
                        Reason.UNKNOWN_ROOT,
                        knowledge.problem().orElse("the list at hand is not under the root that was given"));
            case PINNED -> {
                TrustKnowledge.ListAtHand list = knowledge.list().orElseThrow();
                Optional<TrustKnowledge.NeighbourAtHand> neighbour = knowledge.neighbour();
                String which = "list " + list.sequence() + " of " + list.country() + ", made " + list.issued()
                        + ", good until " + list.nextUpdate()
                        + neighbour.map(TrustListStep::words).orElse("");
                // VER-85: what was adopted counts no longer than the neighbour itself says.
                if (file.at.isAfter(list.nextUpdate())
                        || neighbour
                                .filter(adopted -> file.at.isAfter(adopted.nextUpdate()))
                                .isPresent()) {
                    file.because(NAME, Reason.TRUST_LIST_STALE, which);
                } else {
                    file.passed(NAME, Question.AUTHENTIC, which);
                }
            }
        }
    }

    private static String words(TrustKnowledge.NeighbourAtHand neighbour) {
        return "; signers of list " + neighbour.sequence() + " of " + neighbour.country() + ", made "
                + neighbour.issued() + ", good until " + neighbour.nextUpdate()
                + (neighbour.withdrawn() ? ", which is withdrawn" : "");
    }
}
