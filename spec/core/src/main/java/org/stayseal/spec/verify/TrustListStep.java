package org.stayseal.spec.verify;

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
                String which = "list " + list.sequence() + " of " + list.country() + ", made " + list.issued()
                        + ", good until " + list.nextUpdate();
                if (file.at.isAfter(list.nextUpdate())) {
                    file.because(NAME, Reason.TRUST_LIST_STALE, which);
                } else {
                    file.passed(NAME, Question.AUTHENTIC, which);
                }
            }
        }
    }
}
