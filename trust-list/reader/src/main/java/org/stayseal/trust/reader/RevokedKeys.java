package org.stayseal.trust.reader;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.TrustList;

/**
 * The keys that a trust list revokes, whichever of their certificates it names (TRUST-52, TRUST-191). A key in no form of TRUST-95 is compared with none. What a
 * neighbour says of a key it says of its own services (TRUST-222): it takes nothing from a third country, nor from the list's own.
 */
public final class RevokedKeys {

    private final TrustList list;
    private final Map<String, StateHistory> ofSigners;
    private final Map<String, StateHistory> ofAuthorities;

    private RevokedKeys(TrustList list) {
        this.list = list;
        this.ofSigners = list.services(Service.PermitSigner.class)
                .filter(signer -> signer.states().now() == KeyState.REVOKED)
                .filter(signer -> isWellFormed(signer.certificate()))
                .collect(Collectors.toUnmodifiableMap(
                        signer -> key(signer.scope(), signer.certificate()), Service::states, RevokedKeys::earlier));
        this.ofAuthorities = list.services(Service.Csca.class)
                .filter(csca -> csca.states().withdrawsKey())
                .filter(csca -> isWellFormed(csca.certificate()))
                .collect(Collectors.toUnmodifiableMap(
                        csca -> key(csca.scope(), csca.certificate()), Service::states, RevokedKeys::earlier));
    }

    /** The keys that this list revokes. */
    public static RevokedKeys of(TrustList list) {
        return new RevokedKeys(list);
    }

    /** Whether the signer is revoked, or has the key of one that is. */
    boolean holds(Service.PermitSigner signer) {
        return signer.states().now() == KeyState.REVOKED || ofKey(signer).isPresent();
    }

    /** Whether the CSCA is revoked, or has a key that was withdrawn. */
    boolean holds(Service.Csca csca) {
        return csca.states().now() == KeyState.REVOKED || ofKey(csca).isPresent();
    }

    /** The states of the service that revokes the key of this one, perhaps itself; of several the one that did it first. Empty where none does, and for a status key, which has no certificate. */
    public Optional<StateHistory> ofKey(Service service) {
        if (service instanceof Service.PermitSigner signer) {
            return among(ofSigners, signer.scope(), signer.certificate());
        }
        return service instanceof Service.Csca csca
                ? among(ofAuthorities, csca.scope(), csca.certificate())
                : Optional.empty();
    }

    private Optional<StateHistory> among(Map<String, StateHistory> keys, Scope scope, X509Certificate certificate) {
        return !keys.isEmpty() && isWellFormed(certificate)
                ? Optional.ofNullable(keys.get(key(scope, certificate)))
                : Optional.empty();
    }

    private static StateHistory earlier(StateHistory one, StateHistory other) {
        return other.since().isBefore(one.since()) ? other : one;
    }

    private static boolean isWellFormed(X509Certificate certificate) {
        return CertificateKey.algorithm(certificate).isPresent() || CertificateKey.signsCertificates(certificate);
    }

    /** The origin and the key. A country has one owner (TRUST-221), so the countries of a service name its origin. */
    private String key(Scope scope, X509Certificate certificate) {
        String origin = scope.countries().stream()
                .flatMap(country -> list.neighbourFor(country).stream())
                .findFirst()
                .map(Neighbour::country)
                .orElse("");
        return origin + " " + Hex.encode(CertificateKey.canonical(certificate.getPublicKey()));
    }
}
