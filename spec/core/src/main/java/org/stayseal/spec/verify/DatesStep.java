package org.stayseal.spec.verify;

import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Check.Question;

/** VER-31: is it in date, by the calendar of its country? */
final class DatesStep implements Step {

    static final String NAME = "dates";

    @Override
    public void take(Case file) {
        if (!file.presented.grant().givesSomething()) {
            file.notAsked(NAME, Question.RIGHT, "it gives nothing that could end");
            return;
        }
        Presented.Term term = file.presented.term();
        if (file.at.isBefore(term.signed())) {
            file.because(NAME, Reason.NOT_YET_VALID, "signed after the time asked about: " + term.signed());
        } else if (term.begins().filter(file.at::isBefore).isPresent()) {
            file.because(NAME, Reason.NOT_YET_VALID, term.words());
        } else if (term.ends().filter(end -> !file.at.isBefore(end)).isPresent()) {
            file.because(NAME, Reason.EXPIRED, term.words());
        } else {
            file.passed(NAME, Question.RIGHT, term.words());
        }
    }
}
