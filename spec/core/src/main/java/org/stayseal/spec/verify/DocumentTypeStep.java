package org.stayseal.spec.verify;

import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Check.Question;

/** VER-30, VER-96: is it a document that gives a right to stay? */
final class DocumentTypeStep implements Step {

    static final String NAME = "document-type";

    @Override
    public void take(Case file) {
        Presented.Grant grant = file.presented.grant();
        if (grant.givesSomething()) {
            file.passed(NAME, Question.RIGHT, grant.words());
        } else if (grant.kind() == Presented.Grant.Kind.CONTINUATION) {
            file.because(NAME, Reason.CONTINUATION_ALONE, grant.words());
        } else {
            file.because(NAME, Reason.NOT_A_RESIDENCE_DOCUMENT, grant.words());
        }
    }
}
