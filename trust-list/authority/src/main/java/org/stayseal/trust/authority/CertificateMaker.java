package org.stayseal.trust.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
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
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.verify.CertificateProfile;
import org.stayseal.trust.authority.lint.Lints;

/** Makes the certificates of a hierarchy (TRUST-90 to TRUST-94; Doc 9303-12). Signers' ones are linted before the CSCA signs. */
final class CertificateMaker {

    private final AuthorityProfile profile;
    private final Instant from;

    /** @param from when all of them begin */
    CertificateMaker(AuthorityProfile profile, Instant from) {
        this.profile = profile;
        this.from = from;
    }

    /** The CSCA's own: three years of signing, and then as long as what it signed. */
    X509Certificate csca(AuthorityKey key) {
        X500Name name = name(profile.countryName() + " CSCA (demo)");
        X509v3CertificateBuilder builder =
                builder(name, BigInteger.ONE, plusMonths(15 * 12 + 3), name, key.publicKey());
        GeneralNames contact = new GeneralNames(new GeneralName[] {
            new GeneralName(
                    GeneralName.uniformResourceIdentifier,
                    profile.publicBaseUrl().toString()),
            new GeneralName(new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.L, profile.country())
                    .build())
        });
        DistributionPoint crl = new DistributionPoint(
                new DistributionPointName(new GeneralNames(new GeneralName(
                        GeneralName.uniformResourceIdentifier,
                        profile.publicBaseUrl() + "/trust/crl/" + profile.country()))),
                null,
                null);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, keys().createSubjectKeyIdentifier(key.publicKey()));
            builder.addExtension(Extension.authorityKeyIdentifier, false, authorityKey(key.publicKey()));
            builder.addExtension(Extension.subjectAlternativeName, false, contact);
            builder.addExtension(Extension.issuerAlternativeName, false, contact);
            builder.addExtension(
                    Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {crl}));
        } catch (IOException e) {
            throw new IllegalStateException("extensions of known form can be encoded", e);
        }
        return sign(builder, key);
    }

    /**
     * A seal signer's (TRUST-91; Doc 9303-13 3.2).
     *
     * @param commonName two characters
     * @param serial the certificate reference of its seals
     * @param documentTypes codes of machine readable zones; empty for none named
     */
    X509Certificate sealSigner(
            PublicKey key,
            String commonName,
            BigInteger serial,
            Set<String> documentTypes,
            AuthorityKey cscaKey,
            X509Certificate csca) {
        X509v3CertificateBuilder builder = builder(subject(csca), serial, signerEnd(), name(commonName), key);
        icaoExtensions(builder, CertificateProfile.SEAL_SIGNING, documentTypes, cscaKey);
        return signLinted(builder, cscaKey, csca, Lints.SEAL_SIGNER);
    }

    /**
     * A VDS-NC signer's (TRUST-94).
     *
     * @param commonName two characters
     */
    X509Certificate vdsNcSigner(
            PublicKey key, String commonName, BigInteger serial, AuthorityKey cscaKey, X509Certificate csca) {
        X509v3CertificateBuilder builder = builder(subject(csca), serial, signerEnd(), name(commonName), key);
        icaoExtensions(builder, CertificateProfile.VDS_NC_SIGNING, Set.of(), cscaKey);
        return signLinted(builder, cscaKey, csca, Lints.VDS_NC_SIGNER);
    }

    private static void icaoExtensions(
            X509v3CertificateBuilder builder, String purpose, Set<String> documentTypes, AuthorityKey cscaKey) {
        try {
            builder.addExtension(Extension.authorityKeyIdentifier, false, authorityKey(cscaKey.publicKey()));
            builder.addExtension(Extension.extendedKeyUsage, true, purpose(purpose));
            if (!documentTypes.isEmpty()) {
                ASN1EncodableVector types = new ASN1EncodableVector();
                new TreeSet<>(documentTypes).forEach(type -> types.add(new DERPrintableString(type)));
                builder.addExtension(
                        new ASN1ObjectIdentifier(CertificateProfile.DOCUMENT_TYPES),
                        false,
                        new DERSequence(
                                new org.bouncycastle.asn1.ASN1Encodable[] {new ASN1Integer(0), new DERSet(types)}));
            }
        } catch (IOException e) {
            throw new IllegalStateException("extensions of known form can be encoded", e);
        }
    }

    /** A credential signer's. */
    X509Certificate credentialSigner(
            PublicKey key, String commonName, BigInteger serial, AuthorityKey cscaKey, X509Certificate csca) {
        X509v3CertificateBuilder builder = builder(subject(csca), serial, signerEnd(), name(commonName), key);
        try {
            builder.addExtension(Extension.authorityKeyIdentifier, false, authorityKey(cscaKey.publicKey()));
            builder.addExtension(Extension.subjectKeyIdentifier, false, keys().createSubjectKeyIdentifier(key));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, true, purpose(CertificateProfile.CREDENTIAL_SIGNING));
        } catch (IOException e) {
            throw new IllegalStateException("extensions of known form can be encoded", e);
        }
        return signLinted(builder, cscaKey, csca, Lints.CREDENTIAL_SIGNER);
    }

    /** A self-signed holder of a role's public key: PKCS#12 wants one. No reader ever sees it. */
    X509Certificate roleHolder(AuthorityKey key, KeyName role) {
        X500Name name = name(profile.countryName() + " " + role.fileName() + " (demo)");
        return sign(builder(name, BigInteger.ONE, plusMonths(5 * 12), name, key.publicKey()), key);
    }

    /** Linted as it will be, under a key that is thrown away, so that the CSCA never signs what breaks a rule. */
    private static X509Certificate signLinted(
            X509v3CertificateBuilder builder, AuthorityKey cscaKey, X509Certificate csca, Lints rules) {
        List<String> faults = rules.faults(sign(builder, throwaway()), csca);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("the certificate breaks its profile: " + String.join("; ", faults));
        }
        return sign(builder, cscaKey);
    }

    private static AuthorityKey throwaway() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.provider());
            generator.initialize(new ECGenParameterSpec("secp384r1"));
            return new AuthorityKey(generator.generateKeyPair(), false);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the provider makes keys on P-384", e);
        }
    }

    private X509v3CertificateBuilder builder(
            X500Name issuer, BigInteger serial, Instant until, X500Name subject, PublicKey key) {
        return new JcaX509v3CertificateBuilder(issuer, serial, Date.from(from), Date.from(until), subject, key);
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, AuthorityKey key) {
        try {
            return Crypto.certificate(builder.build(key.contentSigner()).getEncoded());
        } catch (IOException | FormatException e) {
            throw new IllegalStateException("a certificate that was made can be read", e);
        }
    }

    private X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, profile.territory())
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static X500Name subject(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static AuthorityKeyIdentifier authorityKey(PublicKey key) {
        return keys().createAuthorityKeyIdentifier(key);
    }

    private static ExtendedKeyUsage purpose(String oid) {
        return new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)));
    }

    private static JcaX509ExtensionUtils keys() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** 14 months of signing, documents of ten years, and a day for time zones. */
    private Instant signerEnd() {
        return plusMonths(14 + 120).plusSeconds(86_400);
    }

    private Instant plusMonths(int months) {
        return from.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
    }
}
