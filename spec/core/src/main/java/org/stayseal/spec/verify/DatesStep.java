package org.stayseal.spec.verify;

import java.time.LocalDate;
import java.util.Optional;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Check.Question;

/** VER-31: is it in date, by the calendar of its country? */
final class DatesStep implements Step {

    static final String NAME = "dates";

    @Override
    public void take(Case file) {
        Presented presented = file.presented;
        if (!presented.grant().givesSomething()) {
            file.notAsked(NAME, Question.RIGHT, "it gives nothing that could end");
            return;
        }
        LocalDate today = LocalDate.ofInstant(file.at, presented.zone());
        Presented.Term term = presented.term();
        String words = words(term);
        if (!term.readable()) {
            file.because(NAME, Reason.EXPIRED, "its last day is no date of the calendar");
        } else if (presented.signedOn().isAfter(today)) {
            file.because(NAME, Reason.NOT_YET_VALID, "signed " + presented.signedOn() + ", after " + today);
        } else if (term.first().filter(today::isBefore).isPresent()) {
            file.because(NAME, Reason.NOT_YET_VALID, words);
        } else if (term.last().filter(today::isAfter).isPresent()) {
            file.because(NAME, Reason.EXPIRED, words);
        } else {
            file.passed(NAME, Question.RIGHT, words);
        }
    }

    private static String words(Presented.Term term) {
        Optional<String> from = term.first().map(day -> "from " + day);
        Optional<String> until = term.last().map(day -> "until " + day + ", that day included");
        if (from.isEmpty() && until.isEmpty()) {
            return "it states no dates";
        }
        return from.map(text -> text + until.map(more -> " " + more).orElse(""))
                .or(() -> until)
                .orElseThrow();
    }
}
