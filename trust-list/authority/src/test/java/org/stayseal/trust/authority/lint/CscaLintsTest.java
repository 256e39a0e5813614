package org.stayseal.trust.authority.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** For each rule of TRUST-96 to TRUST-98 a certificate that breaks this rule and no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CscaLintsTest {

    private KeyPair old;
    private KeyPair next;
    private X509Certificate csca;

    private interface Change {
        void apply(Draft draft) throws Exception;
    }

    @BeforeAll
    void makeCsca() throws Exception {
        old = Draft.keys("secp384r1");
        next = Draft.keys("brainpoolP384r1");
        csca = Draft.csca(old).make();
    }

    @Test
    void certificatesAfterTheProfileHaveNoFault() throws Exception {
        assertThat(Lints.CSCA.faults(csca, csca)).isEmpty();
        assertThat(Lints.CSCA_LINK.faults(Draft.link(next, old).make(), csca)).isEmpty();
        assertThat(Lints.MASTER_LIST_SIGNER.faults(
                        Draft.masterListSigner(next, old).make(), csca))
                .isEmpty();
    }

    @Test
    void aSerialNumberOfMoreThanTwentyOctetsIsFound() throws Exception {
        inCsca(new SerialNumberLint(), draft -> draft.serial = BigInteger.ONE.shiftLeft(159));
        inCsca(new SerialNumberLint(), draft -> draft.serial = BigInteger.ZERO);
    }

    @Test
    void aUniqueIdentifierIsFound() throws Exception {
        inCsca(new UniqueIdentifiersLint(), draft -> draft.uniqueIdentifier = true);
    }

    @Test
    void namesOfAnotherFormAreFound() throws Exception {
        inCsca(new NamesLint(), draft -> named(draft, new X500Name("C=ut,CN=Utopia CSCA")));
        inCsca(new NamesLint(), draft -> named(draft, new X500Name("C=UT,O=Utopia")));
        inCsca(new NamesLint(), draft -> named(draft, new X500Name("C=UT,CN=One,CN=Two")));
        inCsca(
                new NamesLint(),
                draft -> named(
                        draft,
                        new X500NameBuilder(BCStyle.INSTANCE)
                                .addRDN(BCStyle.C, new DERUTF8String("UT"))
                                .addRDN(BCStyle.CN, "Utopia CSCA")
                                .build()));
    }

    @Test
    void anotherPathLengthThanNoneIsFound() throws Exception {
        inCsca(
                new CscaConstraintsLint(),
                draft -> draft.put(Extension.basicConstraints, true, new BasicConstraints(1)));
        inCsca(
                new CscaConstraintsLint(),
                draft -> draft.put(Extension.basicConstraints, true, new BasicConstraints(true)));
    }

    @Test
    void aFurtherKeyUsageIsFound() throws Exception {
        inCsca(
                new CscaKeyUsageLint(),
                draft -> draft.put(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature)));
        inCsca(
                new CscaKeyUsageLint(),
                draft -> draft.put(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)));
    }

    @Test
    void aKeyOfAKindThatSignsNoCertificatesIsFound() throws Exception {
        KeyPair small = Draft.keys("secp224r1");
        X509Certificate certificate = Draft.csca(small).make();

        assertThat(Lints.CSCA.faults(certificate, certificate))
                .singleElement()
                .asString()
                .startsWith(new CscaKeyLint().rule())
                .contains("signs no certificates");
    }

    @Test
    void aKeyWithoutAnIdentifierIsFound() throws Exception {
        inCsca(new SubjectKeyIdentifierLint(), draft -> {
            draft.put(Extension.subjectKeyIdentifier, false, new DEROctetString(new byte[0]));
            draft.put(
                    Extension.authorityKeyIdentifier,
                    false,
                    new org.bouncycastle.asn1.x509.AuthorityKeyIdentifier(new byte[0]));
        });
    }

    @Test
    void anAuthorityKeyOfSomebodyElseIsFound() throws Exception {
        inCsca(
                new AuthorityKeyIdentifierLint(),
                draft -> draft.put(
                        Extension.authorityKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(next.getPublic())));
    }

    @Test
    void aPeriodOfUseThatIsMissingOrOutsideTheValidityIsFound() throws Exception {
        inCsca(new PrivateKeyUsageLint(), draft -> draft.extensions.remove(Extension.privateKeyUsagePeriod));
        inCsca(
                new PrivateKeyUsageLint(),
                draft -> draft.put(
                        Extension.privateKeyUsagePeriod,
                        false,
                        Draft.period(Draft.FROM, Draft.UNTIL.plusSeconds(86_400))));
    }

    @Test
    void anAlternativeNameWithoutTheCountryIsFound() throws Exception {
        inCsca(
                new AlternativeNamesLint(),
                draft -> draft.put(Extension.issuerAlternativeName, false, Draft.contact("Utopia")));
        inCsca(new AlternativeNamesLint(), draft -> draft.extensions.remove(Extension.subjectAlternativeName));
    }

    @Test
    void aDistributionPointThatIsNoAddressOrForSomeReasonsOnlyIsFound() throws Exception {
        inCsca(
                new DistributionPointsLint(),
                draft -> draft.put(Extension.cRLDistributionPoints, false, Draft.points("file:///crl", null)));
        inCsca(
                new DistributionPointsLint(),
                draft -> draft.put(
                        Extension.cRLDistributionPoints,
                        false,
                        Draft.points("http://crl.example", new ReasonFlags(ReasonFlags.keyCompromise))));
    }

    @Test
    void anExtensionThatTheProfileDoesNotNameIsFound() throws Exception {
        inCsca(
                new OnlyExtensionsLint("TRUST-96", java.util.List.of(), java.util.List.of()),
                draft -> draft.put(Extension.extendedKeyUsage, true, Draft.purpose("2.23.136.1.1.3")));
        inCsca(
                new OnlyExtensionsLint("TRUST-96", java.util.List.of(), java.util.List.of()),
                draft -> draft.put(Extension.subjectAlternativeName, true, Draft.contact("UTO")));
    }

    @Test
    void aLinkToTheSameKeyIsFound() throws Exception {
        assertThat(Lints.CSCA_LINK.faults(Draft.link(old, old).make(), csca))
                .singleElement()
                .asString()
                .startsWith(new NewKeyLint().rule())
                .contains("the same key");
    }

    @Test
    void aChangeOfTheNameThatIsNotSaidOrSaidWithoutOneIsFound() throws Exception {
        inLink(
                new NameChangeLint(),
                draft -> draft.extensions.remove(new ASN1ObjectIdentifier(NameChangeLint.NAME_CHANGE)));
        inLink(new NameChangeLint(), draft -> draft.subject = Draft.OLD_NAME);
        inLink(
                new NameChangeLint(),
                draft -> draft.put(
                        new ASN1ObjectIdentifier(NameChangeLint.NAME_CHANGE), false, new DEROctetString(new byte[0])));
    }

    @Test
    void aLinkThatIsNotSignedInTheNameOfTheOldCscaIsFound() throws Exception {
        inLink(new IssuerLint(), draft -> draft.issuer = new X500Name("C=UT,CN=Another"));
    }

    @Test
    void aLinkThatOutlivesTheOldCscaIsFound() throws Exception {
        inLink(new WithinIssuerLint(), draft -> draft.until = Draft.UNTIL.plusSeconds(1));
        inLink(new WithinIssuerLint(), draft -> draft.from = Instant.parse("2026-11-21T23:59:59Z"));
    }

    @Test
    void aMasterListSignerForAnotherPurposeIsFound() throws Exception {
        inListSigner(
                new MasterListKeyUsageLint(),
                draft -> draft.put(Extension.extendedKeyUsage, true, Draft.purpose("2.23.136.1.1.11.1")));
    }

    @Test
    void aMasterListSignerWithAnotherKeyUsageIsFound() throws Exception {
        inListSigner(
                new SignatureKeyUsageLint(),
                draft -> draft.put(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign)));
    }

    @Test
    void aMasterListSignerWithConstraintsIsFound() throws Exception {
        inListSigner(
                new OnlyExtensionsLint("TRUST-98", java.util.List.of(), java.util.List.of()),
                draft -> draft.put(Extension.basicConstraints, true, new BasicConstraints(false)));
        inListSigner(
                new OnlyExtensionsLint("TRUST-98", java.util.List.of(), java.util.List.of()),
                draft -> draft.put(new ASN1ObjectIdentifier(NameChangeLint.NAME_CHANGE), false, DERNull.INSTANCE));
    }

    @Test
    void aMasterListSignerWithTheKeyOfTheCscaIsFound() throws Exception {
        assertThat(Lints.MASTER_LIST_SIGNER.faults(
                        Draft.masterListSigner(old, old).make(), csca))
                .singleElement()
                .asString()
                .startsWith("TRUST-95");
    }

    private static void named(Draft draft, X500Name name) {
        draft.issuer = name;
        draft.subject = name;
    }

    private void inCsca(CertificateLint rule, Change change) throws Exception {
        Draft draft = Draft.csca(old);
        change.apply(draft);
        X509Certificate certificate = draft.make();
        breaksOnly(rule, Lints.CSCA.faults(certificate, certificate));
    }

    private void inLink(CertificateLint rule, Change change) throws Exception {
        Draft draft = Draft.link(next, old);
        change.apply(draft);
        breaksOnly(rule, Lints.CSCA_LINK.faults(draft.make(), csca));
    }

    private void inListSigner(CertificateLint rule, Change change) throws Exception {
        Draft draft = Draft.masterListSigner(next, old);
        change.apply(draft);
        breaksOnly(rule, Lints.MASTER_LIST_SIGNER.faults(draft.make(), csca));
    }

    private static void breaksOnly(CertificateLint rule, java.util.List<String> faults) {
        assertThat(faults).singleElement().asString().startsWith(rule.rule() + ": ");
    }
}
