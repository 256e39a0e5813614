package org.stayseal.spec.verify;

import java.time.Instant;
import java.util.Optional;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.verify.Check.Question;

/** VER-26, VER-64, VER-93, TRUST-54: is the signer's certificate in date at the time asked about, or lets a notice or a continuation its end pass? */
final class CertificateDatesStep extends ListedSignerStep {

    CertificateDatesStep() {
        super("certificate-dates", true);
    }

    @Override
    void check(Case file, SignerCandidate candidate) {
        Instant from = candidate.certificate().getNotBefore().toInstant();
        Instant until = candidate.certificate().getNotAfter().toInstant();
        String term = "in date from " + from + " until " + until;
        Optional<Notice> extension = file.notices()
                .extension()
                .filter(notice -> !file.at.isBefore(from) && ReachingNotices.covers(notice, file.presented, file.at));
        if (file.at.isAfter(until) && extension.isPresent()) {
            file.applied(extension.get());
            file.passed(
                    name(),
                    Question.AUTHENTIC,
                    term + "; notice " + extension.get().id() + " lets its end pass until "
                            + extension.get().newEnd().orElseThrow());
        } else if (file.at.isAfter(until) && Prolongation.of(file).byContinuation()) {
            file.passed(name(), Question.AUTHENTIC, term + "; its end passes, or stays open, with that of the permit");
        } else if (file.at.isBefore(from) || file.at.isAfter(until)) {
            file.because(name(), Reason.EXPIRED_CERTIFICATE, term);
        } else {
            file.passed(name(), Question.AUTHENTIC, term);
        }
    }
}
