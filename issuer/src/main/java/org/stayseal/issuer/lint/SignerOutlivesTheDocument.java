package org.stayseal.issuer.lint;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The certificate of the signer is valid now and longer than the document (wire decision 1). */
final class SignerOutlivesTheDocument implements Lint {

    @Override
    public String name() {
        return "signer-outlives-the-document";
    }

    @Override
    public Optional<String> fault(Read read) {
        Candidate candidate = read.candidate();
        Instant begin = candidate.signer().getNotBefore().toInstant();
        Instant end = candidate.signer().getNotAfter().toInstant();
        Instant over = candidate
                .permit()
                .documentUntil()
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        if (candidate.now().isBefore(begin) || candidate.now().isAfter(end)) {
            return Optional.of("the signer's certificate is not valid now");
        }
        return end.isBefore(over)
                ? Optional.of("the signer's certificate ends before the document does")
                : Optional.empty();
    }
}
