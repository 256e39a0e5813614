package org.stayseal.trust.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
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

    /** The CSCA's own (TRUST-96). */
    X509Certificate csca(AuthorityKey key) {
        return new CscaCertificates(profile, from).first(key);
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
        X509v3CertificateBuilder builder =
                builder(CertificateSigning.subject(csca), serial, signerEnd(), name(commonName), key);
        icaoExtensions(builder, CertificateProfile.SEAL_SIGNING, documentTypes, cscaKey);
        return CertificateSigning.signLinted(builder, cscaKey, csca, Lints.SEAL_SIGNER);
    }

    /**
     * A VDS-NC signer's (TRUST-94).
     *
     * @param commonName two characters
     */
    X509Certificate vdsNcSigner(
            PublicKey key, String commonName, BigInteger serial, AuthorityKey cscaKey, X509Certificate csca) {
        X509v3CertificateBuilder builder =
                builder(CertificateSigning.subject(csca), serial, signerEnd(), name(commonName), key);
        icaoExtensions(builder, CertificateProfile.VDS_NC_SIGNING, Set.of(), cscaKey);
        return CertificateSigning.signLinted(builder, cscaKey, csca, Lints.VDS_NC_SIGNER);
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
        X509v3CertificateBuilder builder =
                builder(CertificateSigning.subject(csca), serial, signerEnd(), name(commonName), key);
        try {
            builder.addExtension(Extension.authorityKeyIdentifier, false, authorityKey(cscaKey.publicKey()));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    CertificateSigning.keys().createSubjectKeyIdentifier(key));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, true, purpose(CertificateProfile.CREDENTIAL_SIGNING));
        } catch (IOException e) {
            throw new IllegalStateException("extensions of known form can be encoded", e);
        }
        return CertificateSigning.signLinted(builder, cscaKey, csca, Lints.CREDENTIAL_SIGNER);
    }

    /** A self-signed holder of a role's public key: PKCS#12 wants one. No reader ever sees it. */
    X509Certificate roleHolder(AuthorityKey key, KeyName role) {
        X500Name name = name(profile.countryName() + " " + role.fileName() + " (demo)");
        return CertificateSigning.sign(builder(name, BigInteger.ONE, plusMonths(5 * 12), name, key.publicKey()), key);
    }

    private X509v3CertificateBuilder builder(
            X500Name issuer, BigInteger serial, Instant until, X500Name subject, PublicKey key) {
        return CertificateSigning.builder(issuer, serial, from, until, subject, key);
    }

    private X500Name name(String commonName) {
        return CertificateSigning.name(profile.territory(), commonName);
    }

    private static AuthorityKeyIdentifier authorityKey(PublicKey key) {
        return CertificateSigning.keys().createAuthorityKeyIdentifier(key);
    }

    private static ExtendedKeyUsage purpose(String oid) {
        return new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(oid)));
    }

    /** 14 months of signing, documents of ten years, and a day for time zones. */
    private Instant signerEnd() {
        return plusMonths(14 + 120).plusSeconds(86_400);
    }

    private Instant plusMonths(int months) {
        return from.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
    }
}
