package org.stayseal.trust.authority.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.stayseal.spec.FormatException;
import org.stayseal.trust.authority.VectorCertificates;

/** TRUST-110. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateFileTest {

    private X509Certificate csca;
    private X509Certificate signer;
    private byte[] pem;

    @BeforeAll
    void read() {
        csca = VectorCertificates.csca();
        signer = VectorCertificates.sealSigner();
        pem = CertificateText.pem(List.of(csca, signer));
    }

    @Test
    void oneInDerAndSeveralInPemAreRead() throws Exception {
        assertThat(CertificateFile.read(csca.getEncoded())).containsExactly(csca.getEncoded());
        assertThat(CertificateFile.read(pem)).containsExactly(csca.getEncoded(), signer.getEncoded());
        assertThat(CertificateFile.read(
                        ("Subject: C=UT\r\n" + text().replace("\n", "\r\n")).getBytes(StandardCharsets.US_ASCII)))
                .hasSize(2);
    }

    @Test
    void aMessageOfCertificatesAloneIsReadInBothForms() throws Exception {
        byte[] message = message();

        assertThat(CertificateFile.read(message)).containsExactlyInAnyOrder(csca.getEncoded(), signer.getEncoded());
        assertThat(CertificateFile.read(("-----BEGIN PKCS7-----\n"
                                + Base64.getEncoder().encodeToString(message) + "\n-----END PKCS7-----\n")
                        .getBytes(StandardCharsets.US_ASCII)))
                .hasSize(2);
    }

    @Test
    void aMessageThatSaysSomethingElseIsRefused() throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addCertificates(new JcaCertStore(List.of(csca)));
        byte[] message = generator
                .generate(new CMSProcessableByteArray(new byte[] {1}), true)
                .getEncoded();

        refused(message, "more than certificates");
    }

    @Test
    void aPrivateKeyAmongThemIsRefusedByName() {
        refused(
                (text() + "-----BEGIN PRIVATE KEY-----\nAQID\n-----END PRIVATE KEY-----\n")
                        .getBytes(StandardCharsets.US_ASCII),
                "a private key");
    }

    @Test
    void blocksOfAnotherFormAreRefused() {
        refused("-----BEGIN CERTIFICATE-----\nAQID\n", "without an end");
        refused("-----BEGIN CERTIFICATE-----\nAQ*D\n-----END CERTIFICATE-----\n", "base64");
        refused("-----BEGIN CERTIFICATE-----\nAQI\n-----END CERTIFICATE-----\n", "base64");
        refused("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n", "base64");
        refused("-----BEGIN CERTIFICATE-----\nAQID\n-----END CRL-----\n", "has not begun");
        refused("-----END CERTIFICATE-----\n", "has not begun");
        refused("-----BEGIN CERTIFICATE-----\n-----BEGIN CERTIFICATE-----\n", "inside another");
        refused("-----BEGIN CRL-----\nAQID\n-----END CRL-----\n", "no certificate");
        refused("nothing here\n", "no certificate");
        refused("\u00c4", "ASCII");
        refused(new byte[0], "no certificate");
    }

    @Test
    void bytesAfterACertificateAreRefused() throws Exception {
        byte[] der = csca.getEncoded();
        refused(java.util.Arrays.copyOf(der, der.length + 1), "TRUST-110");
    }

    private byte[] message() throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addCertificates(new JcaCertStore(List.of(csca, signer)));
        return generator
                .generate(new org.bouncycastle.cms.CMSAbsentContent(), false)
                .getEncoded();
    }

    private String text() {
        return new String(pem, StandardCharsets.US_ASCII);
    }

    private static void refused(String text, String words) {
        refused(text.getBytes(StandardCharsets.UTF_8), words);
    }

    private static void refused(byte[] file, String words) {
        assertThatThrownBy(() -> CertificateFile.read(file))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.rule() + " " + e.getMessage())
                                .startsWith("TRUST-110")
                                .contains(words));
    }
}
