package org.stayseal.trust.authority.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stayseal.trust.authority.VectorCertificates;

/** TRUST-111. */
class SignerSortingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final X509Certificate csca = VectorCertificates.csca();
    private final X509Certificate seal = VectorCertificates.sealSigner();

    @Test
    void aSignerIsTakenForWhatItSignsAndRefusedForAnythingElse() throws Exception {
        assertThat(sorted(SignerSorting.Kind.SEAL, csca, seal, NOW).taken()).containsExactly(seal);
        assertThat(reason(sorted(SignerSorting.Kind.VDS_NC, csca, seal, NOW))).contains("TRUST-94");
        assertThat(reason(sorted(SignerSorting.Kind.CREDENTIAL, csca, seal, NOW)))
                .contains("TRUST-92");
        assertThat(sorted(SignerSorting.Kind.CREDENTIAL, csca, VectorCertificates.credentialSigner(), NOW)
                        .taken())
                .hasSize(1);
    }

    @Test
    void aSignerOfSomebodyElseOneThatIsOverACopyAndRubbishAreRefused() throws Exception {
        assertThat(reason(sorted(SignerSorting.Kind.SEAL, VectorCertificates.stranger(), seal, NOW)))
                .contains("TRUST-50");
        assertThat(reason(sorted(SignerSorting.Kind.SEAL, csca, seal, Instant.parse("2040-01-01T00:00:00Z"))))
                .contains("it ended on 2038-01");
        SignerSorting sorting = sorted(SignerSorting.Kind.SEAL, csca, seal, NOW);
        sorting.add(seal.getEncoded());
        sorting.add(new byte[] {0x30, 0});
        assertThat(sorting.taken()).hasSize(1);
        assertThat(sorting.refused()).extracting(refused -> refused.position()).containsExactly(1, 2);
    }

    private static SignerSorting sorted(
            SignerSorting.Kind kind, X509Certificate authority, X509Certificate signer, Instant now) throws Exception {
        SignerSorting sorting = new SignerSorting(kind, List.of(authority), now);
        sorting.add(signer.getEncoded());
        return sorting;
    }

    private static String reason(SignerSorting sorting) {
        assertThat(sorting.taken()).isEmpty();
        return sorting.refused().get(0).reason();
    }
}
