package org.stayseal.spec.verify;

import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Check.Question;

/** VER-33: has it been revoked, suspended or replaced? What an old list says against a permit still holds; old is what VER-35 says. */
final class StatusStep implements Step {

    static final String NAME = "status";

    @Override
    public void take(Case file) {
        if (file.explicit()) {
            file.notAsked(NAME, Question.RIGHT, "the signer's certificate was given by hand");
            return;
        }
        if (!file.presented.grant().givesSomething()) {
            file.notAsked(NAME, Question.RIGHT, "it gives nothing that could be revoked");
            return;
        }
        if (file.knowledge.kind() != TrustKnowledge.Kind.PINNED || file.status.isEmpty()) {
            file.because(NAME, Reason.STATUS_UNKNOWN, "no list at hand for " + file.presented.statusName());
            return;
        }
        StatusSource.StatusEntry entry = file.status.get();
        String list = entry.list() + ", made " + entry.issued() + ", good until " + entry.expires();
        if (!entry.country().equals(file.presented.country())) {
            file.because(NAME, Reason.STATUS_UNKNOWN, "the list is one of " + entry.country());
            return;
        }
        switch (entry.value()) {
            case 0 -> {
                if (file.at.isAfter(entry.expires())) {
                    file.because(NAME, Reason.STATUS_STALE, list);
                } else {
                    file.passed(NAME, Question.RIGHT, list);
                }
            }
            case 1 -> file.because(NAME, Reason.REVOKED, list);
            case 2 -> file.because(NAME, Reason.SUSPENDED, list);
            case 3 -> file.because(NAME, Reason.SUPERSEDED, list);
            default ->
                file.because(NAME, Reason.STATUS_UNKNOWN, "status " + entry.value() + " has no meaning; " + list);
        }
    }
}
