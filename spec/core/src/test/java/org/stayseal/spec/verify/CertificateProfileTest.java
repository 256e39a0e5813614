package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v1CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.TestKeys;

/** Docs 40 section 10: what each kind of signer's certificate must have, one fault at a time. */
class CertificateProfileTest {

    private static final String SEAL = CertificateProfile.SEAL_SIGNING;
    private static final String CREDENTIAL = CertificateProfile.CREDENTIAL_SIGNING;
    private static final String VDS_NC = CertificateProfile.VDS_NC_SIGNING;

    private final Utopia utopia = new Utopia();
    private final KeyPair keys = utopia.sealKeys;

    @Test
    void aCertificateThatFollowsItsProfileBreaksNoRule() {
        assertThat(CertificateProfile.brokenSealSignerRule(certificate("C=UT,CN=TS", SEAL, true, extensions -> {})))
                .isEmpty();
        assertThat(CertificateProfile.brokenVdsNcSignerRule(certificate("C=UT,CN=NC", VDS_NC, true, extensions -> {})))
                .isEmpty();
        assertThat(CertificateProfile.brokenCredentialSignerRule(
                        certificate("C=UT,CN=Credential signer 1", CREDENTIAL, true, extensions -> {})))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C=UT",
                "CN=TS",
                "CN=TS,C=UT",
                "C=ut,CN=TS",
                "C=UT,CN=TSX",
                "C=UT,CN=ts",
                "C=UT,CN=TS,O=Office",
                "C=UT,O=TS"
            })
    void theSubjectOfASealSignerIsItsCountryAndTwoCharacters(String subject) {
        assertThat(CertificateProfile.brokenSealSignerRule(certificate(subject, SEAL, true, extensions -> {})))
                .hasValueSatisfying(rule -> assertThat(rule).startsWith("TRUST-91: the subject"));
        assertThat(CertificateProfile.brokenVdsNcSignerRule(certificate(subject, VDS_NC, true, extensions -> {})))
                .hasValueSatisfying(rule -> assertThat(rule).startsWith("TRUST-94: the subject"));
    }

    @ParameterizedTest
    @CsvSource({
        "'C=UT,CN=A', true",
        "'C=UT,O=Office,CN=A', true",
        "'C=UT', false",
        "'CN=A', false",
        "'C=UT,C=UT,CN=A', false",
        "'C=UT,CN=A,CN=B', false",
        "'C=ut,CN=A', false"
    })
    void theSubjectOfACredentialSignerHasOneCountryAndOneName(String subject, boolean good) {
        Optional<String> broken =
                CertificateProfile.brokenCredentialSignerRule(certificate(subject, CREDENTIAL, true, extensions -> {}));
        assertThat(broken.map(rule -> rule.substring(0, 8)))
                .isEqualTo(good ? Optional.empty() : Optional.of("TRUST-92"));
    }

    @Test
    void theKeyPurposeIsItsOwnAloneAndCritical() {
        for (X509Certificate wrong : new X509Certificate[] {
            certificate("C=UT,CN=TS", CREDENTIAL, true, extensions -> {}),
            certificate("C=UT,CN=TS", SEAL, false, extensions -> {}),
            certificate("C=UT,CN=TS", SEAL + "," + VDS_NC, true, extensions -> {}),
            certificate("C=UT,CN=TS", "", true, extensions -> {}),
        }) {
            assertThat(CertificateProfile.brokenSealSignerRule(wrong))
                    .hasValueSatisfying(rule -> assertThat(rule).contains("extended key usage is not"));
        }
    }

    @Test
    void anAuthoritysCertificateSignsNoCode() {
        X509Certificate authority = certificate(
                "C=UT,CN=TS",
                SEAL,
                true,
                extensions -> extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(true)));
        assertThat(CertificateProfile.brokenSealSignerRule(authority))
                .contains("TRUST-90: it is an authority's certificate");
    }

    @Test
    void aCertificateOfAnEarlierVersionSignsNoCode() throws Exception {
        X500Name name = new X500Name("C=UT,CN=TS");
        var builder = new JcaX509v1CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(Instant.parse("2026-11-01T00:00:00Z")),
                Date.from(Instant.parse("2038-11-01T00:00:00Z")),
                name,
                keys.getPublic());
        var signature = new JcaContentSignerBuilder("SHA256withECDSA").setProvider(Crypto.provider());
        X509Certificate old = Crypto.certificate(
                builder.build(signature.build(keys.getPrivate())).getEncoded());
        assertThat(CertificateProfile.brokenSealSignerRule(old)).contains("TRUST-90: it is not of version 3");
    }

    @Test
    void itMustNameTheKeyOfItsAuthority() {
        X509Certificate nameless = utopia.certificate(
                new X500Name("C=UT,CN=Utopia CSCA"), keys, new X500Name("C=UT,CN=TS"), 1, purpose(SEAL, true));
        assertThat(CertificateProfile.brokenSealSignerRule(nameless))
                .contains("TRUST-90: it does not identify its authority's key");
    }

    @Test
    void aSealSignerHasNoExtensionThatTheProfileDoesNotName() {
        for (boolean critical : new boolean[] {true, false}) {
            X509Certificate more = certificate(
                    "C=UT,CN=TS",
                    SEAL,
                    true,
                    extensions -> extensions.addExtension(
                            Extension.keyUsage, critical, new KeyUsage(KeyUsage.digitalSignature)));
            assertThat(CertificateProfile.brokenSealSignerRule(more))
                    .contains("TRUST-91: it has an extension that the profile does not name");
        }
    }

    @Test
    void aCredentialSignerMayHaveMoreExtensionsIfNoneOfThemIsCritical() {
        assertThat(credentialWith(Extension.subjectInfoAccess, false)).isEmpty();
        assertThat(credentialWith(Extension.subjectInfoAccess, true))
                .contains("TRUST-90: it has a critical extension that the profile does not name");
    }

    @Test
    void theKeyUsageOfACredentialSignerIsDigitalSignature() {
        assertThat(CertificateProfile.brokenCredentialSignerRule(certificate(
                        "C=UT,CN=A",
                        CREDENTIAL,
                        true,
                        extensions -> extensions.addExtension(
                                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)))))
                .isEmpty();
        assertThat(CertificateProfile.brokenCredentialSignerRule(certificate(
                        "C=UT,CN=A",
                        CREDENTIAL,
                        true,
                        extensions ->
                                extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)))))
                .contains("TRUST-92: its key usage is not digitalSignature");
    }

    @ParameterizedTest
    @CsvSource({
        "secp256r1, true, true, true",
        "secp384r1, true, true, true",
        "brainpoolP256r1, true, false, false",
        "secp224r1, false, false, false",
        "Ed25519, false, true, false"
    })
    void aKeyIsOfAKindThatMaySign(String curve, boolean seals, boolean credentials, boolean vdsNcs) {
        KeyPair other = TestKeys.generate(curve);
        assertThat(CertificateProfile.brokenSealSignerRule(utopia.signer(other, "C=UT,CN=TS", 9, SEAL))
                        .isEmpty())
                .isEqualTo(seals);
        assertThat(CertificateProfile.brokenCredentialSignerRule(utopia.signer(other, "C=UT,CN=TS", 9, CREDENTIAL))
                        .isEmpty())
                .isEqualTo(credentials);
        assertThat(CertificateProfile.brokenVdsNcSignerRule(utopia.signer(other, "C=UT,CN=TS", 9, VDS_NC))
                        .isEmpty())
                .isEqualTo(vdsNcs);
    }

    @ParameterizedTest
    @CsvSource({"'A,V', AR, true", "'AR', AR, true", "'AP', AR, false", "V, AR, false", "'', AR, true"})
    void documentTypesAllowTheirCodeOrEveryCodeOfTheirFirstLetter(String types, String code, boolean allowed) {
        Set<String> named = types.isEmpty() ? Set.of() : Set.of(types.split(","));
        X509Certificate certificate = utopia.signer(keys, "C=UT,CN=TS", 9, SEAL, named);
        assertThat(CertificateProfile.allowsDocumentCode(certificate, code)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "A", "A,-,--"})
    void namedDocumentTypesNeverAllowADocumentWithoutACode(String types) {
        X509Certificate certificate = utopia.signer(keys, "C=UT,CN=TS", 9, SEAL, Set.of(types.split(",")));
        assertThat(CertificateProfile.allowsDocumentCode(certificate, Presented.NO_DOCUMENT_CODE))
                .isFalse();
    }

    @Test
    void documentTypesInAnotherFormOfStringAllowNothing() {
        assertThat(CertificateProfile.allowsDocumentCode(naming(new DERPrintableString("AR")), "AR"))
                .isTrue();
        assertThat(CertificateProfile.allowsDocumentCode(naming(new DERUTF8String("AR")), "AR"))
                .isFalse();
        assertThat(CertificateProfile.allowsDocumentCode(
                        naming(new DERPrintableString("AR"), new DERUTF8String("V")), "AR"))
                .isFalse();
    }

    private X509Certificate naming(ASN1Encodable... types) {
        return certificate(
                "C=UT,CN=TS",
                SEAL,
                true,
                extensions -> extensions.addExtension(
                        new ASN1ObjectIdentifier(CertificateProfile.DOCUMENT_TYPES),
                        false,
                        new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), new DERSet(types)})));
    }

    @Test
    void documentTypesThatCannotBeReadAllowNothing() {
        X509Certificate broken = certificate(
                "C=UT,CN=TS",
                SEAL,
                true,
                extensions -> extensions.addExtension(
                        new ASN1ObjectIdentifier(CertificateProfile.DOCUMENT_TYPES),
                        false,
                        new DEROctetString(new byte[] {1})));
        assertThat(CertificateProfile.allowsDocumentCode(broken, "AR")).isFalse();
    }

    private Optional<String> credentialWith(ASN1ObjectIdentifier extension, boolean critical) {
        return CertificateProfile.brokenCredentialSignerRule(certificate(
                "C=UT,CN=A",
                CREDENTIAL,
                true,
                extensions -> extensions.addExtension(extension, critical, new DEROctetString(new byte[] {1}))));
    }

    private static Utopia.Extensions purpose(String purposes, boolean critical) {
        return extensions -> {
            if (!purposes.isEmpty()) {
                KeyPurposeId[] ids = java.util.Arrays.stream(purposes.split(","))
                        .map(id -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(id)))
                        .toArray(KeyPurposeId[]::new);
                extensions.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(ids));
            }
        };
    }

    /** With the authority's key named, these purposes, and more. */
    private X509Certificate certificate(String subject, String purposes, boolean critical, Utopia.Extensions more) {
        return utopia.certificate(
                new X500Name("C=UT,CN=Utopia CSCA"), keys, new X500Name(subject), 0x5B, extensions -> {
                    extensions.addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(utopia.cscaKeys.getPublic()));
                    purpose(purposes, critical).addTo(extensions);
                    more.addTo(extensions);
                });
    }
}
