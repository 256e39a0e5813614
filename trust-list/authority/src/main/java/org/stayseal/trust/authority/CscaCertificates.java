package org.stayseal.trust.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
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
import org.stayseal.trust.authority.lint.Lints;
import org.stayseal.trust.authority.lint.MasterListKeyUsageLint;
import org.stayseal.trust.authority.lint.NameChangeLint;

/** Makes the certificates of a CSCA itself, its renewal with a link, and its master list signer (TRUST-93, TRUST-96 to TRUST-98; Doc 9303-12 7). */
final class CscaCertificates {

    private static final int SIGNING_YEARS = 3;
    private static final int VALIDITY_MONTHS = 15 * 12 + 3;
    /** Of a master list signer: lists are signed again often, and by newer keys. */
    private static final int LIST_SIGNER_MONTHS = 15;

    private final AuthorityProfile profile;
    private final Instant from;

    /** @param from when all of them begin */
    CscaCertificates(AuthorityProfile profile, Instant from) {
        this.profile = profile;
        this.from = from;
    }

    /** The first one of an authority: three years of signing, and then as long as what it signed. */
    X509Certificate first(AuthorityKey key) {
        return first(key, BigInteger.ONE);
    }

    /** One under the name of the first. */
    X509Certificate first(AuthorityKey key, BigInteger serial) {
        return selfSigned(key, profile.countryName() + " CSCA (demo)", serial);
    }

    /** A self-signed one. */
    X509Certificate selfSigned(AuthorityKey key, String commonName, BigInteger serial) {
        return selfSigned(key, CertificateSigning.name(profile.territory(), commonName), serial);
    }

    private X509Certificate selfSigned(AuthorityKey key, X500Name name, BigInteger serial) {
        X509v3CertificateBuilder builder =
                CertificateSigning.builder(name, serial, from, plusMonths(VALIDITY_MONTHS), name, key.publicKey());
        authorityExtensions(builder, key.publicKey(), key.publicKey());
        return CertificateSigning.signLintedBySelf(builder, key, Lints.CSCA);
    }

    /**
     * The renewal of a key, under the same name.
     *
     * @param key the new one
     * @param serial of the new self-signed certificate; the link takes the next. Neither was used under that name before
     */
    CscaRenewal renewed(AuthorityKey key, BigInteger serial, Hierarchy.Entry old) {
        return renewed(key, CertificateSigning.subject(old.certificate()), serial, old);
    }

    /** The renewal of a key, under another common name. */
    CscaRenewal renewed(AuthorityKey key, String commonName, BigInteger serial, Hierarchy.Entry old) {
        return renewed(key, CertificateSigning.name(profile.territory(), commonName), serial, old);
    }

    private CscaRenewal renewed(AuthorityKey key, X500Name name, BigInteger serial, Hierarchy.Entry old) {
        if (serial.equals(old.certificate().getSerialNumber())
                || serial.add(BigInteger.ONE).equals(old.certificate().getSerialNumber())) {
            throw new IllegalArgumentException("a serial number is used once under one name");
        }
        X509Certificate renewed = selfSigned(key, name, serial);
        return new CscaRenewal(old.certificate(), renewed, link(renewed, name, key, serial.add(BigInteger.ONE), old));
    }

    /** No longer than either end: a link proves nothing when the key that signed it is over. */
    private X509Certificate link(
            X509Certificate renewed, X500Name name, AuthorityKey key, BigInteger serial, Hierarchy.Entry old) {
        Instant until = renewed.getNotAfter().before(old.certificate().getNotAfter())
                ? renewed.getNotAfter().toInstant()
                : old.certificate().getNotAfter().toInstant();
        X500Name issuer = CertificateSigning.subject(old.certificate());
        X509v3CertificateBuilder builder =
                CertificateSigning.builder(issuer, serial, from, until, name, key.publicKey());
        authorityExtensions(builder, key.publicKey(), old.certificate().getPublicKey());
        try {
            if (!Arrays.equals(
                    renewed.getSubjectX500Principal().getEncoded(),
                    old.certificate().getSubjectX500Principal().getEncoded())) {
                builder.addExtension(new ASN1ObjectIdentifier(NameChangeLint.NAME_CHANGE), false, DERNull.INSTANCE);
            }
        } catch (IOException e) {
            throw encoded(e);
        }
        return CertificateSigning.signLinted(builder, old.key(), old.certificate(), Lints.CSCA_LINK);
    }

    /** The signer of master lists. It counts for fifteen months. */
    X509Certificate masterListSigner(PublicKey key, BigInteger serial, Hierarchy.Entry csca) {
        X509v3CertificateBuilder builder = CertificateSigning.builder(
                CertificateSigning.subject(csca.certificate()),
                serial,
                from,
                plusMonths(LIST_SIGNER_MONTHS),
                CertificateSigning.name(profile.territory(), profile.countryName() + " master list signer (demo)"),
                key);
        keyIdentifiers(builder, key, csca.key().publicKey());
        try {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    true,
                    new ExtendedKeyUsage(KeyPurposeId.getInstance(
                            new ASN1ObjectIdentifier(MasterListKeyUsageLint.MASTER_LIST_SIGNING))));
        } catch (IOException e) {
            throw encoded(e);
        }
        contacts(builder);
        return CertificateSigning.signLinted(builder, csca.key(), csca.certificate(), Lints.MASTER_LIST_SIGNER);
    }

    private void authorityExtensions(X509v3CertificateBuilder builder, PublicKey key, PublicKey issuer) {
        keyIdentifiers(builder, key, issuer);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(Extension.privateKeyUsagePeriod, false, period(from, plusMonths(12 * SIGNING_YEARS)));
        } catch (IOException e) {
            throw encoded(e);
        }
        contacts(builder);
    }

    private static void keyIdentifiers(X509v3CertificateBuilder builder, PublicKey key, PublicKey issuer) {
        try {
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    CertificateSigning.keys().createSubjectKeyIdentifier(key));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    CertificateSigning.keys().createAuthorityKeyIdentifier(issuer));
        } catch (IOException e) {
            throw encoded(e);
        }
    }

    /** Where it is published and which country it is of, as its MRZ writes it, and where its revocations are. */
    private void contacts(X509v3CertificateBuilder builder) {
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
            builder.addExtension(Extension.subjectAlternativeName, false, contact);
            builder.addExtension(Extension.issuerAlternativeName, false, contact);
            builder.addExtension(
                    Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {crl}));
        } catch (IOException e) {
            throw encoded(e);
        }
    }

    /** RFC 5280 leaves it to X.509: two times, implicitly tagged 0 and 1. */
    private static DERSequence period(Instant from, Instant until) {
        return new DERSequence(new ASN1Encodable[] {
            new DERTaggedObject(false, 0, new DERGeneralizedTime(Date.from(from))),
            new DERTaggedObject(false, 1, new DERGeneralizedTime(Date.from(until)))
        });
    }

    private static IllegalStateException encoded(IOException e) {
        return new IllegalStateException("extensions of known form can be encoded", e);
    }

    private Instant plusMonths(int months) {
        return from.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
    }
}
