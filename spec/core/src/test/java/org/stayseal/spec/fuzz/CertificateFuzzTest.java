package org.stayseal.spec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.TestKeys;
import org.stayseal.spec.verify.CertificateProfile;

class CertificateFuzzTest {

    static Stream<byte[]> seeds() {
        return Seeds.start(Stream.of("secp256r1", "brainpoolP256r1", "secp521r1")
                .map(curve -> encoded(TestKeys.certificate(TestKeys.generate(curve), 0x5B)))
                .toList());
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatIsReadIsTheSameInDerAndItsProfileCanBeJudged(byte[] der) {
        X509Certificate certificate;
        try {
            certificate = Crypto.certificate(der);
        } catch (FormatException e) {
            assertThat(e.rule()).isIn("VDS-22", "TRUST-49");
            return;
        }
        assertThat(encoded(certificate)).isEqualTo(der);
        SignatureAlgorithm.ofKey(certificate.getPublicKey());
        assertThat(CertificateProfile.brokenSealSignerRule(certificate)).isNotNull();
        assertThat(CertificateProfile.brokenCredentialSignerRule(certificate)).isNotNull();
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
