package org.stayseal.trust.authority.masterlist;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stayseal.spec.signing.Crypto;

/** A master list of keys made for one test, which can be given a fault. */
final class MadeMasterList {

    static final Instant DAY = Instant.parse("2026-11-22T12:00:00Z");

    final KeyPair authorityKeys = keys("secp384r1");
    final X509Certificate authority =
            authority("C=UT,CN=Utopia CSCA", authorityKeys, authorityKeys, "C=UT,CN=Utopia CSCA");
    final List<byte[]> certificates = new ArrayList<>();
    String purpose = "2.23.136.1.1.3";
    String contentType = "2.23.136.1.1.2";
    int version;

    MadeMasterList() throws Exception {
        certificates.add(authority.getEncoded());
    }

    byte[] sign() throws Exception {
        KeyPair keys = keys("secp256r1");
        X509Certificate signer = certificate(
                "C=UT,CN=Utopia CSCA",
                "C=UT,CN=Utopia master list signer",
                keys,
                authorityKeys.getPrivate(),
                Instant.parse("2030-01-01T00:00:00Z"),
                builder -> builder.addExtension(
                        Extension.extendedKeyUsage,
                        true,
                        new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(purpose)))));
        ASN1EncodableVector set = new ASN1EncodableVector();
        for (byte[] certificate : certificates) {
            set.add(ASN1Primitive.fromByteArray(certificate));
        }
        ASN1EncodableVector list = new ASN1EncodableVector();
        list.add(new ASN1Integer(version));
        list.add(new DERSet(set));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setProvider(Crypto.provider())
                .build("SHA256withECDSA", keys.getPrivate(), signer));
        generator.addCertificates(new JcaCertStore(List.of(signer, authority)));
        return generator
                .generate(
                        new CMSProcessableByteArray(
                                new ASN1ObjectIdentifier(contentType), new DERSequence(list).getEncoded()),
                        true)
                .getEncoded();
    }

    /** A further authority's certificate. */
    X509Certificate authority(String subject, KeyPair keys, KeyPair issuerKeys, String issuer) throws Exception {
        return Crypto.certificate(authorityDer(subject, keys, issuerKeys, issuer));
    }

    /** The same, which nobody has read yet. */
    static byte[] authorityDer(String subject, KeyPair keys, KeyPair issuerKeys, String issuer) throws Exception {
        return der(issuer, subject, keys, issuerKeys.getPrivate(), Instant.parse("2040-01-01T00:00:00Z"), builder -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        });
    }

    static X509Certificate certificate(
            String issuer, String subject, KeyPair keys, PrivateKey signedBy, Instant until, Extensions extensions)
            throws Exception {
        return Crypto.certificate(der(issuer, subject, keys, signedBy, until, extensions));
    }

    private static byte[] der(
            String issuer, String subject, KeyPair keys, PrivateKey signedBy, Instant until, Extensions extensions)
            throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.valueOf(System.identityHashCode(keys)),
                Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                Date.from(until),
                new X500Name(subject),
                keys.getPublic());
        extensions.add(builder);
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(Crypto.provider())
                        .build(signedBy))
                .getEncoded();
    }

    static KeyPair keys(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.provider());
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] joined(byte[] first, byte... second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    interface Extensions {
        void add(JcaX509v3CertificateBuilder builder) throws Exception;
    }
}
