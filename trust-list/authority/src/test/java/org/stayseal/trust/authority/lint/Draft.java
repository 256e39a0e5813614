package org.stayseal.trust.authority.lint;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stayseal.spec.signing.Crypto;

/** A certificate that is right, to be given one fault. */
final class Draft {

    static final X500Name OLD_NAME = new X500Name("C=UT,CN=Utopia CSCA (demo)");
    static final X500Name NEW_NAME = new X500Name("C=UT,CN=Utopia CSCA 2 (demo)");
    static final Instant FROM = Instant.parse("2026-11-22T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2041-11-22T00:00:00Z");

    record Value(boolean critical, ASN1Encodable content) {}

    X500Name issuer;
    X500Name subject;
    BigInteger serial = BigInteger.TEN;
    Instant from = FROM;
    Instant until = UNTIL;
    KeyPair key;
    final KeyPair signedBy;
    boolean uniqueIdentifier;
    final Map<ASN1ObjectIdentifier, Value> extensions = new LinkedHashMap<>();

    private Draft(X500Name issuer, X500Name subject, KeyPair key, KeyPair signedBy) throws Exception {
        this.issuer = issuer;
        this.subject = subject;
        this.key = key;
        this.signedBy = signedBy;
        JcaX509ExtensionUtils keys = new JcaX509ExtensionUtils();
        put(Extension.subjectKeyIdentifier, false, keys.createSubjectKeyIdentifier(key.getPublic()));
        put(Extension.authorityKeyIdentifier, false, keys.createAuthorityKeyIdentifier(signedBy.getPublic()));
        put(Extension.subjectAlternativeName, false, contact("UTO"));
        put(Extension.issuerAlternativeName, false, contact("UTO"));
        put(Extension.cRLDistributionPoints, false, points("http://crl.example/uto", null));
    }

    static Draft csca(KeyPair key) throws Exception {
        Draft draft = new Draft(OLD_NAME, OLD_NAME, key, key);
        draft.authority();
        return draft;
    }

    static Draft link(KeyPair key, KeyPair old) throws Exception {
        Draft draft = new Draft(OLD_NAME, NEW_NAME, key, old);
        draft.authority();
        draft.put(new ASN1ObjectIdentifier(NameChangeLint.NAME_CHANGE), false, DERNull.INSTANCE);
        return draft;
    }

    static Draft masterListSigner(KeyPair key, KeyPair csca) throws Exception {
        Draft draft = new Draft(OLD_NAME, new X500Name("C=UT,CN=Utopia master list signer"), key, csca);
        draft.until = Instant.parse("2028-02-22T00:00:00Z");
        draft.put(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        draft.put(Extension.extendedKeyUsage, true, purpose(MasterListKeyUsageLint.MASTER_LIST_SIGNING));
        return draft;
    }

    private void authority() {
        put(Extension.basicConstraints, true, new BasicConstraints(0));
        put(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        put(Extension.privateKeyUsagePeriod, false, period(FROM, Instant.parse("2029-11-22T00:00:00Z")));
    }

    void put(ASN1ObjectIdentifier extension, boolean critical, ASN1Encodable content) {
        extensions.put(extension, new Value(critical, content));
    }

    static DERSequence period(Instant from, Instant until) {
        return new DERSequence(new ASN1Encodable[] {
            new DERTaggedObject(false, 0, new DERGeneralizedTime(Date.from(from))),
            new DERTaggedObject(false, 1, new DERGeneralizedTime(Date.from(until)))
        });
    }

    static ExtendedKeyUsage purpose(String oid) {
        return new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)));
    }

    static GeneralNames contact(String country) {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.uniformResourceIdentifier, "https://csca.example"),
            new GeneralName(new X500Name("L=" + country))
        });
    }

    static CRLDistPoint points(String uri, ReasonFlags reasons) {
        return new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(
                    new DistributionPointName(
                            new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri))),
                    reasons,
                    null)
        });
    }

    X509Certificate make() throws Exception {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer, serial, Date.from(from), Date.from(until), subject, key.getPublic());
        if (uniqueIdentifier) {
            builder.setSubjectUniqueID(new boolean[] {true});
        }
        for (Map.Entry<ASN1ObjectIdentifier, Value> extension : extensions.entrySet()) {
            builder.addExtension(
                    extension.getKey(),
                    extension.getValue().critical(),
                    extension.getValue().content());
        }
        return Crypto.certificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(Crypto.provider())
                        .build(signedBy.getPrivate()))
                .getEncoded());
    }

    static KeyPair keys(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.provider());
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
