package org.stayseal.trust.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateChange;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.Term;
import org.stayseal.spec.verify.CertificateProfile;

/** Makes CSCAs, signers below them and their CRLs from the published keys, also such as no authority would sign: nothing is linted. The same each time. */
public final class ChainWorkshop {

    private static final String TERRITORY = "UT";
    private static final Set<String> COUNTRY = Set.of("UTO");
    private static final String SIGNER_KEY = "seal-signer";

    private final Path keys;
    private final Instant from;

    /**
     * @param keys the folder {@code spec/vectors/keys}
     * @param from when signers begin
     */
    public ChainWorkshop(Path keys, Instant from) {
        this.keys = keys;
        this.from = from;
    }

    /** A CSCA: its certificate, and the published key that it signs with. */
    public record Csca(String key, X509Certificate certificate) {}

    /** A self-signed CSCA certificate. */
    public Csca csca(String key, String commonName, long serial, String notBefore, String notAfter) {
        AuthorityKey pair = PublishedKeys.read(keys, key);
        X500Name name = CertificateSigning.name(TERRITORY, commonName);
        X509v3CertificateBuilder builder = CertificateSigning.builder(
                name,
                BigInteger.valueOf(serial),
                Instant.parse(notBefore),
                Instant.parse(notAfter),
                name,
                pair.publicKey());
        try {
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    CertificateSigning.keys().createSubjectKeyIdentifier(pair.publicKey()));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Csca(key, signed(builder, ofKey(pair)));
    }

    /** The certificate of a seal signer with the published key of one, issued by a CSCA. */
    public X509Certificate sealSigner(Csca csca, String commonName, long serial) {
        return sealSigner(csca, commonName, serial, ofKey(PublishedKeys.read(keys, csca.key())));
    }

    /** The same, signed in another way than the key of the CSCA suggests. */
    public X509Certificate sealSigner(Csca csca, String commonName, long serial, RsaSigning signing) {
        return sealSigner(csca, commonName, serial, signing.with(PublishedKeys.read(keys, csca.key())));
    }

    private X509Certificate sealSigner(Csca csca, String commonName, long serial, ContentSigner signer) {
        PublicKey issuer = csca.certificate().getPublicKey();
        X509v3CertificateBuilder builder = CertificateSigning.builder(
                CertificateSigning.subject(csca.certificate()),
                BigInteger.valueOf(serial),
                from,
                Instant.parse("2037-12-31T00:00:00Z"),
                CertificateSigning.name(TERRITORY, commonName),
                PublishedKeys.read(keys, SIGNER_KEY).publicKey());
        try {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    CertificateSigning.keys().createAuthorityKeyIdentifier(issuer));
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    true,
                    new ExtendedKeyUsage(
                            KeyPurposeId.getInstance(new ASN1ObjectIdentifier(CertificateProfile.SEAL_SIGNING))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return signed(builder, signer);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, ContentSigner signer) {
        try {
            return Crypto.listed(builder.build(signer).getEncoded());
        } catch (IOException | FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner ofKey(AuthorityKey key) {
        return key.publicKey() instanceof RSAPublicKey ? RsaSigning.PKCS1_SHA256.with(key) : key.contentSigner();
    }

    /** Signs seals under such a certificate. */
    public Signer signer(X509Certificate certificate) {
        return PublishedKeys.read(keys, SIGNER_KEY).signer(certificate);
    }

    /** A CSCA as it is listed; one that is revoked was active before, and only its certificate is withdrawn. */
    public Service listed(Csca csca, KeyState state) {
        return state == KeyState.REVOKED
                ? revoked(csca, Optional.of("superseded"))
                : listed(csca, StateHistory.only(state, from));
    }

    /** A CSCA that was active before it was revoked, for a cause if the list says one. */
    public Service revoked(Csca csca, Optional<String> cause) {
        Instant since = from.plusSeconds(1);
        return listed(
                csca,
                new StateHistory(
                        List.of(new StateChange(KeyState.REVOKED, since), new StateChange(KeyState.ACTIVE, from)),
                        cause.map(word -> new StateHistory.Revocation(word, since))));
    }

    private static Service listed(Csca csca, StateHistory states) {
        return new Service.Csca(
                List.of(new LocalText("en", "Further CSCA (demo)")), csca.certificate(), states, Scope.ofCsca(COUNTRY));
    }

    /** A seal signer as it is listed. */
    public Service listed(X509Certificate sealSigner) {
        return new Service.PermitSigner(
                Service.SignerKind.SEAL,
                List.of(new LocalText("en", "Further seal signer (demo)")),
                sealSigner,
                StateHistory.only(KeyState.ACTIVE, from),
                Scope.ofSeals(COUNTRY, Set.of("FB06")),
                new Term(from, Instant.parse("2028-01-01T00:00:00Z")),
                Optional.empty());
    }

    /** A CRL of a CSCA. */
    public byte[] crl(Csca csca, Instant now, Map<BigInteger, Instant> revoked) {
        return RevocationList.make(
                new Hierarchy.Entry(PublishedKeys.read(keys, csca.key()), csca.certificate()), 1, now, revoked);
    }

    /** One signed in another way than the key of the CSCA suggests. */
    public byte[] crl(Csca csca, Instant now, BigInteger revoked, RsaSigning signing) {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(CertificateSigning.subject(csca.certificate()), Date.from(now));
        builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(90))));
        builder.addCRLEntry(revoked, Date.from(now), 0);
        try {
            return builder.build(signing.with(PublishedKeys.read(keys, csca.key())))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an authority published, with a further file in the snapshot. */
    public static byte[] with(VectorAuthority authority, Publication publication, String name, byte[] content) {
        try {
            return new Forgery(publication)
                    .put(name, content)
                    .manifestAnew(authority.hierarchy())
                    .zip();
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
