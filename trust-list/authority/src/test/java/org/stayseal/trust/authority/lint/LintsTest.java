package org.stayseal.trust.authority.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.verify.CertificateProfile;

/** One good request, and for each rule the same with that one thing wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LintsTest {

    private static final Instant FROM = Instant.parse("2026-11-22T00:00:00Z");
    private static final X500Name CSCA_NAME = new X500Name("C=UT,CN=Utopia CSCA (demo)");

    private KeyPair cscaKey;
    private KeyPair signerKey;
    private X509Certificate csca;

    /** What is asked for; the defaults are right. */
    private final class Request {
        X500Name issuer = CSCA_NAME;
        X500Name subject = new X500Name("C=UT,CN=RP");
        BigInteger serial = BigInteger.TEN;
        Instant until = Instant.parse("2038-01-24T00:00:00Z");
        KeyPair key = signerKey;
        KeyPair named = cscaKey;
        String purpose = CertificateProfile.SEAL_SIGNING;
        boolean critical = true;
        ASN1Encodable types =
                new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), new DERSet(new DERPrintableString("AR"))});
        boolean authority;
        boolean keyUsage;

        X509Certificate make() throws Exception {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer, serial, Date.from(FROM), Date.from(until), subject, key.getPublic());
            JcaX509ExtensionUtils keys = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, keys.createAuthorityKeyIdentifier(named.getPublic()));
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    critical,
                    new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(purpose))));
            builder.addExtension(new ASN1ObjectIdentifier(CertificateProfile.DOCUMENT_TYPES), false, types);
            if (authority) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            }
            if (keyUsage) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            }
            return sign(builder, cscaKey);
        }
    }

    private interface Change {
        void apply(Request request);
    }

    @BeforeAll
    void makeCsca() throws Exception {
        cscaKey = pair("secp384r1");
        signerKey = pair("secp256r1");
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                CSCA_NAME,
                BigInteger.ONE,
                Date.from(FROM),
                Date.from(Instant.parse("2042-01-01T00:00:00Z")),
                CSCA_NAME,
                cscaKey.getPublic());
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(cscaKey.getPublic()));
        csca = sign(builder, cscaKey);
    }

    @Test
    void aCertificateAfterTheProfileHasNoFault() throws Exception {
        assertThat(Lints.SEAL_SIGNER.faults(new Request().make(), csca)).isEmpty();
    }

    @Test
    void anIssuerOfAnotherNameIsFound() throws Exception {
        finds("the issuer is not the CSCA", r -> r.issuer = new X500Name("C=UT,CN=Other"));
    }

    @Test
    void aSubjectOfAnotherCountryIsFound() throws Exception {
        finds("of another country", r -> r.subject = new X500Name("C=XX,CN=RP"));
    }

    @Test
    void theKeyOfTheCscaItselfIsFound() throws Exception {
        finds("is the key of the CSCA", r -> r.key = cscaKey);
    }

    @Test
    void aCurveThatNoLongerSignsIsFound() throws Exception {
        KeyPair old = pair("secp224r1");
        finds("of a kind that does not sign", r -> r.key = old);
    }

    @Test
    void aSignerThatIsAnAuthorityIsFound() throws Exception {
        finds("make it an authority", r -> r.authority = true);
    }

    @Test
    void anAuthorityKeyOfSomebodyElseIsFound() throws Exception {
        finds("another key than that of the CSCA", r -> r.named = signerKey);
    }

    @Test
    void aCertificateThatEndsBeforeItsDocumentsIsFound() throws Exception {
        finds("it ends before documents", r -> r.until = Instant.parse("2036-11-22T00:00:00Z"));
    }

    @Test
    void aCertificateThatOutlivesItsCscaIsFound() throws Exception {
        finds("not within the time of its CSCA", r -> r.until = Instant.parse("2043-01-01T00:00:00Z"));
    }

    @Test
    void aThirdNameInTheSubjectIsFound() throws Exception {
        finds("the subject is not C and CN", r -> r.subject = new X500Name("C=UT,O=Office,CN=RP"));
    }

    @Test
    void aLongCommonNameIsFound() throws Exception {
        finds("the subject is not C and CN", r -> r.subject = new X500Name("C=UT,CN=RPX"));
    }

    @Test
    void aSerialNumberThatIsTooLongForASealIsFound() throws Exception {
        finds("more than 32 hex digits", r -> r.serial = BigInteger.ONE.shiftLeft(130));
    }

    @Test
    void aKeyPurposeThatIsNotCriticalIsFound() throws Exception {
        finds("alone and critical", r -> r.critical = false);
    }

    @Test
    void theKeyPurposeOfSomethingElseIsFound() throws Exception {
        finds("alone and critical", r -> r.purpose = "1.3.6.1.5.5.7.3.1");
    }

    @Test
    void anExtensionThatTheProfileDoesNotNameIsFound() throws Exception {
        finds("an extension that the profile does not name", r -> r.keyUsage = true);
    }

    @Test
    void documentTypesOfAnotherFormAreFound() throws Exception {
        finds(
                "no code of one or two letters",
                r -> r.types = new DERSequence(
                        new ASN1Encodable[] {new ASN1Integer(0), new DERSet(new DERPrintableString("FB06"))}));
        finds(
                "have another form",
                r -> r.types = new DERSequence(new ASN1Encodable[] {new ASN1Integer(0), new DERSet()}));
        finds("cannot be read", r -> r.types = new ASN1Integer(0));
    }

    @Test
    void aSealSignerIsNoCredentialSigner() throws Exception {
        assertThat(Lints.CREDENTIAL_SIGNER.faults(new Request().make(), csca)).isNotEmpty();
    }

    private void finds(String words, Change change) throws Exception {
        Request request = new Request();
        change.apply(request);

        assertThat(Lints.SEAL_SIGNER.faults(request.make(), csca))
                .anySatisfy(fault -> assertThat(fault).contains(words).startsWith("TRUST-"));
    }

    private static KeyPair pair(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.provider());
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair key) throws Exception {
        return Crypto.certificate(builder.build(new JcaContentSignerBuilder("SHA384withECDSA")
                        .setProvider(Crypto.provider())
                        .build(key.getPrivate()))
                .getEncoded());
    }
}
