package org.stayseal.spec.verify;

import java.util.Optional;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.verify.Check.Question;

/** VER-31, VER-64: is it in date, by the calendar of its country, or extended beyond its date by a notice? */
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
        Optional<Notice> extension = file.notices().extension();
        String words = term.words()
                + extension
                        .map(notice -> "; extended until " + notice.newEnd().orElseThrow() + " by notice " + notice.id()
                                + ", " + notice.act().reference())
                        .orElse("");
        if (extension
                .filter(notice -> ReachingNotices.covers(notice, file.presented, file.at))
                .isPresent()) {
            file.applied(extension.get());
            file.because(NAME, Reason.EXTENDED_BY_NOTICE, words);
        } else {
            file.because(NAME, Reason.EXPIRED, words);
        }
    }
}
