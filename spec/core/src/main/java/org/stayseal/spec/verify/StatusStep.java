package org.stayseal.spec.verify;

import java.util.Optional;
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
        file.add(entry(file));
    }

    /** What the lists say of the code's entry, whatever it grants. */
    static Check entry(Case file) {
        if (file.knowledge.kind() != TrustKnowledge.Kind.PINNED || file.status.isEmpty()) {
            return Case.check(NAME, Reason.STATUS_UNKNOWN, "no list at hand for " + file.presented.statusName());
        }
        StatusSource.StatusEntry entry = file.status.get();
        String list = entry.list() + ", made " + entry.issued() + ", good until " + entry.expires();
        if (!entry.country().equals(file.presented.country())) {
            return Case.check(NAME, Reason.STATUS_UNKNOWN, "the list is one of " + entry.country());
        }
        return switch (entry.value()) {
            case 0 ->
                file.at.isAfter(entry.expires())
                        ? Case.check(NAME, Reason.STATUS_STALE, list)
                        : new Check(NAME, Question.RIGHT, Result.PASSED, Optional.empty(), list);
            case 1 -> Case.check(NAME, Reason.REVOKED, list);
            case 2 -> Case.check(NAME, Reason.SUSPENDED, list);
            case 3 -> Case.check(NAME, Reason.SUPERSEDED, list);
            default -> Case.check(NAME, Reason.STATUS_UNKNOWN, "status " + entry.value() + " has no meaning; " + list);
        };
    }
}
