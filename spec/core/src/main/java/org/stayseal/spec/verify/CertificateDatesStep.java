package org.stayseal.spec.verify;

import java.time.Instant;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Check.Question;

/** VER-26, TRUST-54: is the signer's certificate in date at the time asked about? */
final class CertificateDatesStep extends ListedSignerStep {

    CertificateDatesStep() {
        super("certificate-dates", true);
    }

    @Override
    void check(Case file, SignerCandidate candidate) {
        Instant from = candidate.certificate().getNotBefore().toInstant();
        Instant until = candidate.certificate().getNotAfter().toInstant();
        String term = "in date from " + from + " until " + until;
        if (file.at.isBefore(from) || file.at.isAfter(until)) {
            file.because(name(), Reason.EXPIRED_CERTIFICATE, term);
        } else {
            file.passed(name(), Question.AUTHENTIC, term);
        }
    }
}
