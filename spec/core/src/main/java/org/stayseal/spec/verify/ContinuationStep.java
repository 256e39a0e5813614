package org.stayseal.spec.verify;

import java.util.List;
import java.util.stream.Collectors;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Check.Question;

/** VER-94: what the continuations beside the code are worth. Beside a permit that is good without them no continuation, forged or not, is held against anybody. */
final class ContinuationStep implements Step {

    static final String NAME = "continuation";

    @Override
    public void take(Case file) {
        if (file.asked.continuations().isEmpty()) {
            return;
        }
        if (file.explicit()) {
            file.notAsked(NAME, Question.RIGHT, "the signer's certificate was given by hand");
            return;
        }
        List<JudgedContinuation> all = file.continuations();
        if (all.isEmpty()) {
            file.notAsked(NAME, Question.RIGHT, "it gives nothing that could go on");
            return;
        }
        Prolongation prolongation = Prolongation.of(file);
        if (all.stream().anyMatch(JudgedContinuation::counts)) {
            file.passed(NAME, Question.RIGHT, "a continuation names it and counts");
        } else if (!file.isOver() || prolongation.notice().isPresent()) {
            file.notAsked(NAME, Question.RIGHT, "it is in date without one; what was given beside it: " + words(all));
        } else if (prolongation.isOpen()) {
            JudgedContinuation open = prolongation.open().orElseThrow();
            file.because(NAME, open.openStatus(), open.words());
        } else {
            boolean forged = all.stream().anyMatch(JudgedContinuation::isForged);
            file.because(NAME, forged ? Reason.FORGED_CONTINUATION : Reason.CONTINUATION_NOT_VALID, words(all));
        }
    }

    private static String words(List<JudgedContinuation> all) {
        return all.stream()
                .map(one -> one.reason().map(Reason::name).orElse("good") + ", " + one.words())
                .collect(Collectors.joining("; "));
    }
}
