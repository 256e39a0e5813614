package org.stayseal.spec.verify;

import java.util.Optional;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Check.Question;

/** VER-32: does it answer what was asked? */
final class PurposeStep implements Step {

    static final String NAME = "purpose";

    @Override
    public void take(Case file) {
        Optional<Purpose> asked = file.asked.purpose();
        if (!file.hasPassed(DocumentTypeStep.NAME)) {
            file.notAsked(NAME, Question.RIGHT, "it gives no right to stay");
        } else if (asked.isEmpty()) {
            file.passed(NAME, Question.RIGHT, "asked about residence");
        } else if (!file.presented.answers().contains(asked.get())) {
            file.because(
                    NAME,
                    Reason.PURPOSE_NOT_STATED,
                    "it is not made for the purpose " + asked.get().key());
        } else if (asked.get() == Purpose.WORK) {
            work(file);
        } else {
            file.passed(
                    NAME, Question.RIGHT, "made for the purpose " + asked.get().key());
        }
    }

    private static void work(Case file) {
        Optional<Presented.WorkStatement> work = file.presented.work();
        if (work.isEmpty()) {
            file.because(NAME, Reason.PURPOSE_NOT_STATED, "it does not say whether work is allowed");
        } else if (!work.get().allowed()) {
            file.because(NAME, Reason.PURPOSE_NOT_GRANTED, "work is not allowed");
        } else if (work.get().conditions().isPresent()) {
            file.because(NAME, Reason.WITH_CONDITIONS, work.get().conditions().get());
        } else {
            file.passed(NAME, Question.RIGHT, "any work is allowed");
        }
    }
}
