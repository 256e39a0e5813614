package org.stayseal.trust.authority.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.verify.CertificateProfile;
import org.stayseal.trust.authority.VectorCertificates;

/** TRUST-111. */
class SignerSortingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final String CSCA = "C=UT,CN=Utopia CSCA (demo)";
    private static final String SIGNER = "C=UT,CN=RP";

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

    @Test
    void whatEveryVerifierRefusesIsNotTaken() throws Exception {
        KeyPair authority = keys("secp384r1");
        X509Certificate csca = certificate(CSCA, CSCA, authority, authority, "SHA384withECDSA", true);
        KeyPair own = keys("secp256r1");

        assertThat(sorted(
                                SignerSorting.Kind.SEAL,
                                csca,
                                certificate(CSCA, SIGNER, own, authority, "SHA256withECDSA", true),
                                NOW)
                        .taken())
                .hasSize(1);
        assertThat(reasonUnder(csca, own, authority, "SHA1withECDSA")).startsWith("TRUST-50");
        assertThat(reasonUnder(csca, own, authority, "SHA3-256withECDSA")).startsWith("TRUST-50");
        assertThat(reasonUnder(csca, authority, authority, "SHA256withECDSA")).startsWith("TRUST-95");
        X509Certificate unnamed = certificate(CSCA, CSCA, authority, authority, "SHA384withECDSA", false);
        assertThat(reasonUnder(unnamed, own, authority, "SHA256withECDSA"))
                .as("a CSCA without a key identifier")
                .startsWith("TRUST-50");
    }

    private static String reasonUnder(X509Certificate csca, KeyPair key, KeyPair authority, String algorithm)
            throws Exception {
        return reason(
                sorted(SignerSorting.Kind.SEAL, csca, certificate(CSCA, SIGNER, key, authority, algorithm, true), NOW));
    }

    /** An authority's where issuer and subject are one, a seal signer's elsewhere. */
    private static X509Certificate certificate(
            String issuer, String subject, KeyPair key, KeyPair signedBy, String algorithm, boolean identified)
            throws Exception {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.TEN,
                Date.from(NOW),
                Date.from(Instant.parse("2038-01-01T00:00:00Z")),
                new X500Name(subject),
                key.getPublic());
        JcaX509ExtensionUtils keys = new JcaX509ExtensionUtils();
        if (issuer.equals(subject)) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            if (identified) {
                builder.addExtension(
                        Extension.subjectKeyIdentifier, false, keys.createSubjectKeyIdentifier(key.getPublic()));
            }
        } else {
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, keys.createAuthorityKeyIdentifier(signedBy.getPublic()));
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    true,
                    new ExtendedKeyUsage(
                            KeyPurposeId.getInstance(new ASN1ObjectIdentifier(CertificateProfile.SEAL_SIGNING))));
        }
        return Crypto.certificate(builder.build(new JcaContentSignerBuilder(algorithm)
                        .setProvider(Crypto.provider())
                        .build(signedBy.getPrivate()))
                .getEncoded());
    }

    private static KeyPair keys(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.provider());
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
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
