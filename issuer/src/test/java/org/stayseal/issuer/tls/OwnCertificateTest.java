package org.stayseal.issuer.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCertificateTest {

    @TempDir
    Path folder;

    private final List<GeneralName> names = HostNames.of(URI.create("https://permits.example:8443"));

    @Test
    void itNamesLocalhostAndThePublicAddressAndItsKeyIsForTheOwnerOnly() throws Exception {
        OwnCertificate own = new OwnCertificate(folder, Clock.systemUTC());
        X509Certificate certificate = (X509Certificate) chain(own, own.ready(names))[0];
        assertThat(certificate.getSubjectAlternativeNames().stream()
                        .map(name -> String.valueOf(name.get(1)))
                        .toList())
                .contains("localhost", "permits.example", "127.0.0.1");
        certificate.verify(chain(own, own.ready(names))[1].getPublicKey());
        assertThat(certificate.getBasicConstraints()).isNegative();
        assertThat(Files.getPosixFilePermissions(own.keyStore())).hasSize(2);
        assertThat(own.authorityFile()).content().startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void itStaysTheSameUntilItEndsSoonOrTheMachineHasAnotherName() throws Exception {
        OwnCertificate own = new OwnCertificate(folder, Clock.systemUTC());
        Certificate first = chain(own, own.ready(names))[0];
        assertThat(chain(own, own.ready(names))[0]).isEqualTo(first);
        List<GeneralName> moved = HostNames.of(URI.create("https://moved.example"));
        Certificate second = chain(own, own.ready(moved))[0];
        assertThat(second).isNotEqualTo(first);
        OwnCertificate nextYear = new OwnCertificate(folder, Clock.offset(Clock.systemUTC(), Duration.ofDays(380)));
        assertThat(chain(nextYear, nextYear.ready(moved))[0]).isNotEqualTo(second);
    }

    private static Certificate[] chain(OwnCertificate own, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(own.keyStore())) {
            store.load(in, password.toCharArray());
        }
        return store.getCertificateChain("server");
    }
}
