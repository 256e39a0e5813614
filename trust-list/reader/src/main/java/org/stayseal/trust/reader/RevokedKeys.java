package org.stayseal.trust.reader;

import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.TrustList;

/** The keys that a trust list revokes, whichever of their certificates it names (TRUST-52, TRUST-191). A key in no form of TRUST-95 is compared with none. */
final class RevokedKeys {

    private final Set<String> ofSigners;
    private final Set<String> ofAuthorities;

    private RevokedKeys(Set<String> ofSigners, Set<String> ofAuthorities) {
        this.ofSigners = ofSigners;
        this.ofAuthorities = ofAuthorities;
    }

    static RevokedKeys of(TrustList list) {
        return new RevokedKeys(
                list.services(Service.PermitSigner.class)
                        .filter(signer -> signer.states().now() == KeyState.REVOKED)
                        .map(Service.PermitSigner::certificate)
                        .filter(RevokedKeys::isWellFormed)
                        .map(RevokedKeys::key)
                        .collect(Collectors.toSet()),
                list.services(Service.Csca.class)
                        .filter(csca -> csca.states().withdrawsKey())
                        .map(Service.Csca::certificate)
                        .filter(RevokedKeys::isWellFormed)
                        .map(RevokedKeys::key)
                        .collect(Collectors.toSet()));
    }

    /** Whether the signer is revoked, or has the key of one that is. */
    boolean holds(Service.PermitSigner signer) {
        return signer.states().now() == KeyState.REVOKED || isAmong(ofSigners, signer.certificate());
    }

    /** Whether the CSCA is revoked, or has a key that was withdrawn. */
    boolean holds(Service.Csca csca) {
        return csca.states().now() == KeyState.REVOKED || isAmong(ofAuthorities, csca.certificate());
    }

    private static boolean isAmong(Set<String> keys, X509Certificate certificate) {
        return !keys.isEmpty() && isWellFormed(certificate) && keys.contains(key(certificate));
    }

    private static boolean isWellFormed(X509Certificate certificate) {
        return CertificateKey.algorithm(certificate).isPresent() || CertificateKey.signsCertificates(certificate);
    }

    private static String key(X509Certificate certificate) {
        return Hex.encode(CertificateKey.canonical(certificate.getPublicKey()));
    }
}
