package org.stayseal.spec.continuation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.stayseal.spec.cwt.CommonClaims;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.cwt.TestCredentials;
import org.stayseal.spec.permit.Purpose;

/** Continuations of Utopia for tests, always the same bytes. */
final class TestContinuations {
    private TestContinuations() {}

    /** The example of the document: of the credential in docs 30, section 10. */
    static ContinuationClaims example() {
        byte[] named = new byte[CredentialId.LENGTH];
        Arrays.fill(named, (byte) 0xA3);
        byte[] own = new byte[CredentialId.LENGTH];
        Arrays.fill(own, (byte) 0xC1);
        return new ContinuationClaims(
                new CommonClaims(
                        "UTO",
                        Instant.parse("2037-03-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2036-11-20T00:00:00Z").getEpochSecond(),
                        Instant.parse("2036-11-19T00:00:00Z").getEpochSecond(),
                        new CredentialId(own),
                        new StatusReference("https://status.example/status/0", 815)),
                NamedPermit.of(named),
                Optional.empty(),
                Optional.of("Residence Act 81(4)"),
                Optional.of(Purpose.STAY));
    }

    static Continuation signed(ContinuationClaims claims) {
        return UnsignedContinuation.of(claims, TestCredentials.signer().certificate())
                .sign(TestCredentials.signer());
    }
}
