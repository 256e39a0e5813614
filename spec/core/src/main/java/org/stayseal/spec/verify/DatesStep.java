package org.stayseal.spec.verify;

import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Check.Question;

/** VER-31, VER-64, VER-93: is it in date, by the calendar of its country, or extended beyond its date by a notice or a continuation? */
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
            over(file, term);
        } else {
            file.passed(NAME, Question.RIGHT, term.words());
        }
    }

    private static void over(Case file, Presented.Term term) {
        Prolongation prolongation = Prolongation.of(file);
        prolongation.notice().ifPresent(file::applied);
        String words = term.words()
                + file.notices()
                        .extension()
                        .map(notice -> "; extended until " + notice.newEnd().orElseThrow() + " by notice " + notice.id()
                                + ", " + notice.act().reference())
                        .orElse("")
                + prolongation
                        .continuation()
                        .map(paper -> "; continued until " + paper.lastDay(file.presented.zone())
                                + " while its renewal is pending")
                        .orElse("");
        file.because(
                NAME,
                prolongation.reason(file.presented).orElse(Reason.EXPIRED),
                words
                        + (prolongation.isOpen()
                                ? "; the continuation beside it could not be confirmed: it is not known whether it was withdrawn"
                                : ""));
    }
}
