package org.stayseal.spec.vdsnc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.signing.Crypto;

/** ICAO's own sample, a proof of vaccination of Utopia. */
class VdsNcConformanceTest {

    private VdsNc sample;
    private X509Certificate certificate;

    @BeforeEach
    void read() throws Exception {
        String text = Files.readString(Conformance.path("vdsnc/utopia-proof-of-vaccination.json"));
        sample = VdsNcDecoder.decode(text.strip().getBytes(StandardCharsets.UTF_8));
        certificate = Crypto.certificate(sample.certificate());
    }

    @Test
    void verifiesWithTheKeyOfTheCertificateInside() {
        assertThat(sample.verifies(certificate.getPublicKey())).isTrue();
        assertThat(sample.names(certificate)).isTrue();
    }

    @Test
    void isAListedTypeThatGivesNothing() {
        assertThat(sample.type().orElseThrow().grants()).isEqualTo(VdsNcType.Grants.NONE);
        assertThat(sample.permit()).isEmpty();
    }

    @Test
    void isShownByPath() {
        assertThat(sample.header()).isEqualTo(new VdsNc.Header("icao.vacc", 1, "UTO"));
        assertThat(sample.features())
                .containsEntry("pid.n", "Smith Bill")
                .containsEntry("ve.0.vd.1.seq", "2")
                .hasSize(17);
    }

    @Test
    void isSignedOverItsCanonicalForm() {
        assertThat(new String(sample.signedBytes(), StandardCharsets.UTF_8))
                .startsWith(
                        "{\"hdr\":{\"is\":\"UTO\",\"t\":\"icao.vacc\",\"v\":1},\"msg\":{\"pid\":{\"i\":\"A1234567Z\",\"n\":\"Smith Bill\",\"sex\":\"M\"},");
    }
}
