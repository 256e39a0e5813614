package org.stayseal.spec.verify;

import org.stayseal.spec.verify.Check.Question;

/** A step about the signer's certificate: not asked without a candidate, nor, where the list would be needed, with one given by hand. */
abstract class ListedSignerStep implements Step {

    private final String name;
    private final boolean askedOfGivenCertificate;

    ListedSignerStep(String name, boolean askedOfGivenCertificate) {
        this.name = name;
        this.askedOfGivenCertificate = askedOfGivenCertificate;
    }

    @Override
    public final void take(Case file) {
        if (!file.presented.isSigned()) {
            unsigned(file);
        } else if (file.candidate().isEmpty()) {
            file.notAsked(name, Question.AUTHENTIC, "no certificate to check");
        } else if (file.explicit() && !askedOfGivenCertificate) {
            file.notAsked(name, Question.AUTHENTIC, "the signer's certificate was given by hand");
        } else {
            check(file, file.candidate().get());
        }
    }

    /** On a code without a signature there is no certificate to check. */
    void unsigned(Case file) {
        file.notAsked(name, Question.AUTHENTIC, "it carries no signature");
    }

    final String name() {
        return name;
    }

    abstract void check(Case file, SignerCandidate candidate);
}
