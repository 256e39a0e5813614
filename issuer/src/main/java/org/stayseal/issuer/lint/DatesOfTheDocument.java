package org.stayseal.issuer.lint;

import java.time.ZoneOffset;
import java.util.Optional;

/** A credential begins and ends with its document, was made lately and not in the future (CRED-28). */
final class DatesOfTheDocument implements Lint {

    private static final long LATELY = 7L * 86_400;

    @Override
    public String name() {
        return "dates-of-the-document";
    }

    @Override
    public Optional<String> fault(Read read) {
        Candidate candidate = read.candidate();
        return read.claims().flatMap(claims -> {
            long first =
                    candidate.permit().issueDate().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
            long over = candidate
                    .permit()
                    .documentUntil()
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toEpochSecond();
            long age = candidate.now().getEpochSecond() - claims.issuedAt();
            if (claims.notBefore() != first || claims.expires() != over) {
                return Optional.of("it does not begin and end with its document");
            }
            if (claims.expires() <= candidate.now().getEpochSecond()) {
                return Optional.of("its document is over already");
            }
            return age < 0 || age > LATELY
                    ? Optional.of("it was not made within the last seven days")
                    : Optional.empty();
        });
    }
}
