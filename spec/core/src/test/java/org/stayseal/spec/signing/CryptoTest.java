package org.stayseal.spec.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.FormatException;

class CryptoTest {

    private final byte[] der = encoded(TestKeys.signer("brainpoolP256r1", 0x2A).certificate());

    @Test
    void aCertificateOnABrainpoolCurveIsRead() throws FormatException {
        X509Certificate certificate = Crypto.certificate(der);
        assertThat(certificate.getSerialNumber()).isEqualTo(0x2A);
        assertThat(SignatureAlgorithm.ofKey(certificate.getPublicKey())).contains(SignatureAlgorithm.ESB256);
    }

    @Test
    void aByteMoreOrLessIsRefused() {
        refuses(Arrays.copyOf(der, der.length + 1));
        refuses(Arrays.copyOf(der, der.length - 1));
        refuses(new byte[0]);
        refuses(new byte[] {0x30});
        refuses(new byte[1 << 20]);
    }

    @Test
    void aDamagedCertificateCausesNoOtherException() {
        for (int i = 0; i < der.length; i++) {
            byte[] damaged = der.clone();
            damaged[i] ^= 0x55;
            try {
                Crypto.certificate(damaged);
            } catch (FormatException expected) {
                assertThat(expected.rule()).matches("VDS-22|TRUST-49");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"dets27, ESB256", "dets32, SEAL_B224", "utts5b, ESB256"})
    void theSignersOfPublishedSealsAreRead(String name, SignatureAlgorithm algorithm) throws Exception {
        X509Certificate certificate =
                Crypto.certificate(Files.readAllBytes(Conformance.path("certs/" + name + ".der")));
        assertThat(SignatureAlgorithm.ofSealKey(certificate.getPublicKey())).contains(algorithm);
    }

    private static void refuses(byte[] bytes) {
        assertThatExceptionOfType(FormatException.class).isThrownBy(() -> Crypto.certificate(bytes));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
