package org.stayseal.trust.authority;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.stayseal.spec.signing.Signer;

/**
 * A CSCA at work, its key in a file or a token: certificates of signers and CRLs, each linted as it will be before the key signs (TRUST-90 to TRUST-99).
 *
 * <p>What it makes is not listed by that: a ceremony announces it.
 */
public final class Certification {

    private final AuthorityKey key;
    private final X509Certificate csca;
    private final CertificateMaker maker;
    private final CscaCertificates authorities;

    /**
     * @param profile of the country
     * @param key the CSCA's
     * @param csca its certificate
     * @param from when the certificates begin; cut to whole seconds
     * @throws IllegalArgumentException if the key is not that of the certificate
     */
    public Certification(AuthorityProfile profile, Signer key, X509Certificate csca, Instant from) {
        if (!Arrays.equals(
                key.certificate().getPublicKey().getEncoded(),
                csca.getPublicKey().getEncoded())) {
            throw new IllegalArgumentException("the key is not that of the CSCA certificate");
        }
        this.key = AuthorityKey.of(key);
        this.csca = csca;
        this.maker = new CertificateMaker(profile, from.truncatedTo(ChronoUnit.SECONDS));
        this.authorities = new CscaCertificates(profile, from.truncatedTo(ChronoUnit.SECONDS));
    }

    /**
     * The self-signed certificate of a new CSCA (TRUST-96).
     *
     * @throws IllegalArgumentException if it would break a rule; the message names each
     */
    public static X509Certificate authority(
            AuthorityProfile profile, Signer key, String commonName, BigInteger serial, Instant from) {
        return new CscaCertificates(profile, from.truncatedTo(ChronoUnit.SECONDS))
                .selfSigned(AuthorityKey.of(key), commonName, serial);
    }

    /**
     * A seal signer's (TRUST-91).
     *
     * @param commonName two characters
     * @param documentCodes of machine readable zones; empty for none named
     * @throws IllegalArgumentException if it would break a rule; the message names each
     */
    public X509Certificate sealSigner(
            PublicKey signer, String commonName, BigInteger serial, Set<String> documentCodes) {
        return maker.sealSigner(signer, commonName, serial, documentCodes, key, csca);
    }

    /** A VDS-NC signer's (TRUST-94). */
    public X509Certificate vdsNcSigner(PublicKey signer, String commonName, BigInteger serial) {
        return maker.vdsNcSigner(signer, commonName, serial, key, csca);
    }

    /** A credential signer's (TRUST-92). */
    public X509Certificate credentialSigner(PublicKey signer, String commonName, BigInteger serial) {
        return maker.credentialSigner(signer, commonName, serial, key, csca);
    }

    /** That of a signer of master lists (TRUST-98). */
    public X509Certificate masterListSigner(PublicKey signer, BigInteger serial) {
        return authorities.masterListSigner(signer, serial, new Hierarchy.Entry(key, csca));
    }

    /**
     * The CSCA's CRL (TRUST-99).
     *
     * @param number greater than that of the one before
     * @param revoked serial numbers with the moment of revocation
     * @return DER
     */
    public byte[] crl(long number, Instant now, Map<BigInteger, Instant> revoked) {
        return RevocationList.make(
                new Hierarchy.Entry(key, csca), number, now.truncatedTo(ChronoUnit.SECONDS), revoked);
    }
}
