package org.stayseal.issuer.lint;

import java.time.ZoneOffset;
import java.util.Optional;
import org.stayseal.spec.cwt.Claims;
import org.stayseal.spec.cwt.CredentialEncoder;

/** A credential says what the record says, for its purpose: not more, not less, nothing else. */
final class ContentOfTheRecord implements Lint {

    @Override
    public String name() {
        return "content-of-the-record";
    }

    @Override
    public Optional<String> fault(Read read) {
        Candidate candidate = read.candidate();
        return read.claims().flatMap(claims -> {
            Claims expected = new CredentialEncoder(candidate.choices(), ZoneOffset.UTC)
                    .claims(
                            candidate.permit(),
                            candidate.item().purpose().orElseThrow(),
                            candidate.now(),
                            claims.id(),
                            claims.status(),
                            candidate.deviceKey());
            boolean same = claims.person().equals(expected.person())
                    && claims.permit().equals(expected.permit())
                    && claims.issuer().equals(expected.issuer())
                    && claims.deviceKey().equals(expected.deviceKey());
            return same ? Optional.empty() : Optional.of("its content is not that of the record");
        });
    }
}
