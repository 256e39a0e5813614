package org.stayseal.spec.verify;

import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Check.Question;

/** VER-28: does the signature fit the received bytes? */
final class SignatureStep extends ListedSignerStep {

    SignatureStep() {
        super("signature", true);
    }

    @Override
    void unsigned(Case file) {
        file.because(name(), Reason.INVALID_SIGNATURE, "carries no signature");
    }

    @Override
    void check(Case file, SignerCandidate candidate) {
        if (file.signatureFits()) {
            file.passed(name(), Question.AUTHENTIC, "fits the received bytes");
        } else {
            file.because(name(), Reason.INVALID_SIGNATURE, "does not fit the received bytes");
        }
    }
}
