package org.stayseal.trust.authority.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.trust.authority.crl.CrlFile;

/** For each rule of TRUST-99 a list that breaks this rule and no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrlLintsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private KeyPair key;
    private X509Certificate csca;

    private final class List {
        X500Name issuer = Draft.OLD_NAME;
        Instant next = Instant.parse("2027-02-20T12:00:00Z");
        KeyPair named = key;
        BigInteger number = BigInteger.ONE;
        boolean numbered = true;
        Change more = builder -> builder.addCRLEntry(BigInteger.TEN, Date.from(NOW), CRLReason.keyCompromise);

        X509v2CRLBuilder builder() throws Exception {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(issuer, Date.from(NOW));
            builder.setNextUpdate(Date.from(next));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(named.getPublic()));
            if (numbered) {
                builder.addExtension(Extension.cRLNumber, false, new org.bouncycastle.asn1.ASN1Integer(number));
            }
            more.apply(builder);
            return builder;
        }

        byte[] sign() throws Exception {
            return builder()
                    .build(new JcaContentSignerBuilder("SHA384withECDSA")
                            .setProvider(Crypto.provider())
                            .build(key.getPrivate()))
                    .getEncoded();
        }
    }

    private interface Change {
        void apply(X509v2CRLBuilder builder) throws Exception;
    }

    private interface Fault {
        void apply(List list) throws Exception;
    }

    @BeforeAll
    void makeCsca() throws Exception {
        key = Draft.keys("secp384r1");
        csca = Draft.csca(key).make();
    }

    @Test
    void aListAfterTheProfileHasNoFaultWithEntriesAndWithout() throws Exception {
        List list = new List();
        assertThat(CrlLints.faults(CrlFile.read(list.sign()), csca)).isEmpty();
        list.more = builder -> {};
        assertThat(CrlLints.faults(CrlFile.read(list.sign()), csca)).isEmpty();
    }

    @Test
    void anIssuerOfAnotherNameIsFound() throws Exception {
        finds("the issuer is not the CSCA", list -> list.issuer = Draft.NEW_NAME);
    }

    @Test
    void aNextUpdateThatIsNotAfterThisOneIsFound() throws Exception {
        finds("the next update", list -> list.next = NOW);
    }

    @Test
    void anotherKeyIsFound() throws Exception {
        KeyPair other = Draft.keys("secp256r1");
        finds("the key of the CSCA is not named", list -> list.named = other);
    }

    @Test
    void aNumberThatIsMissingNegativeOrTooLongIsFound() throws Exception {
        finds("the number", list -> list.numbered = false);
        finds("the number", list -> list.number = BigInteger.valueOf(-1));
        finds("the number", list -> list.number = BigInteger.ONE.shiftLeft(160));
    }

    @Test
    void aDeltaListAPartOfOneAndAListForOthersAreFound() throws Exception {
        finds(
                "an extension that the profile does not name",
                list -> list.more = builder ->
                        builder.addExtension(Extension.deltaCRLIndicator, true, new CRLNumber(BigInteger.ONE)));
        finds(
                "an extension that the profile does not name",
                list -> list.more = builder -> builder.addExtension(
                        Extension.issuingDistributionPoint,
                        true,
                        new IssuingDistributionPoint(null, false, false, null, true, false)));
    }

    @Test
    void anEntryOfAnotherIssuerIsFound() throws Exception {
        finds(
                "an entry of another issuer",
                list -> list.more = builder -> builder.addCRLEntry(
                        BigInteger.TEN,
                        Date.from(NOW),
                        new Extensions(new Extension(
                                Extension.certificateIssuer,
                                true,
                                new GeneralNames(new GeneralName(Draft.NEW_NAME)).getEncoded()))));
    }

    @Test
    void anEmptyListOfEntriesIsFound() throws Exception {
        List list = new List();
        list.more = builder -> {};
        CertificateList made = CertificateList.getInstance(list.sign());
        ASN1EncodableVector tbs = new ASN1EncodableVector();
        for (org.bouncycastle.asn1.ASN1Encodable part : org.bouncycastle.asn1.ASN1Sequence.getInstance(
                made.getTBSCertList().toASN1Primitive())) {
            if (part.toASN1Primitive() instanceof org.bouncycastle.asn1.ASN1TaggedObject) {
                tbs.add(new DERSequence());
            }
            tbs.add(part);
        }
        X509CRL crl = read(new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                    new DERSequence(tbs), made.getSignatureAlgorithm(), new DERBitString(new byte[8])
                })
                .getEncoded());

        assertThat(CrlLints.faults(crl, csca)).singleElement().asString().contains("none in it");
    }

    private void finds(String words, Fault fault) throws Exception {
        List list = new List();
        fault.apply(list);

        assertThat(CrlLints.faults(read(list.sign()), csca))
                .singleElement()
                .asString()
                .startsWith("TRUST-99")
                .contains(words);
    }

    /** Without the form of TRUST-64, which refuses some of these lists before a lint sees them. */
    private static X509CRL read(byte[] der) throws Exception {
        return (X509CRL) java.security.cert.CertificateFactory.getInstance("X.509", Crypto.provider())
                .generateCRL(new java.io.ByteArrayInputStream(der));
    }
}
