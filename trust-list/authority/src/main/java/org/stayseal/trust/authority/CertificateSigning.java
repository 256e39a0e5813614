package org.stayseal.trust.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.trust.authority.lint.Lints;

/** How a certificate is begun and signed: linted as it will be, under a key that is thrown away, so that no CSCA ever signs what breaks a rule. */
final class CertificateSigning {

    private CertificateSigning() {}

    static X509v3CertificateBuilder builder(
            X500Name issuer, BigInteger serial, Instant from, Instant until, X500Name subject, PublicKey key) {
        return new JcaX509v3CertificateBuilder(issuer, serial, Date.from(from), Date.from(until), subject, key);
    }

    /**
     * @param issuer the certificate of the authority that signs
     * @throws IllegalArgumentException if it would break its profile; the message names every rule
     */
    static X509Certificate signLinted(
            X509v3CertificateBuilder builder, AuthorityKey key, X509Certificate issuer, Lints rules) {
        refuse(rules.faults(sign(builder, throwaway()), issuer));
        return sign(builder, key);
    }

    /** The same for a certificate that is its own issuer. */
    static X509Certificate signLintedBySelf(X509v3CertificateBuilder builder, AuthorityKey key, Lints rules) {
        X509Certificate draft = sign(builder, throwaway());
        refuse(rules.faults(draft, draft));
        return sign(builder, key);
    }

    static X509Certificate sign(X509v3CertificateBuilder builder, AuthorityKey key) {
        try {
            return Crypto.certificate(builder.build(key.contentSigner()).getEncoded());
        } catch (IOException | FormatException e) {
            throw new IllegalStateException("a certificate that was made can be read", e);
        }
    }

    /** The same certificate with another end, which no rule book is asked about: for vectors, which need what no authority makes. */
    static X509Certificate ending(X509Certificate usual, Instant until, AuthorityKey issuer) {
        X509v3CertificateBuilder builder = builder(
                X500Name.getInstance(usual.getIssuerX500Principal().getEncoded()),
                usual.getSerialNumber(),
                usual.getNotBefore().toInstant(),
                until,
                subject(usual),
                usual.getPublicKey());
        try {
            Extensions extensions = new JcaX509CertificateHolder(usual).getExtensions();
            for (ASN1ObjectIdentifier oid : extensions.getExtensionOIDs()) {
                builder.addExtension(extensions.getExtension(oid));
            }
        } catch (IOException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was made can be read", e);
        }
        return sign(builder, issuer);
    }

    /** C and CN, in this order. */
    static X500Name name(String country, String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, country)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    /** The subject as it is encoded, so that an issuer equals it byte by byte (TRUST-50). */
    static X500Name subject(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    /** Makes key identifiers: SHA-1 of the key (RFC 5280 4.2.1.2, method 1). */
    static JcaX509ExtensionUtils keys() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("the certificate breaks its profile: " + String.join("; ", faults));
        }
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
}
