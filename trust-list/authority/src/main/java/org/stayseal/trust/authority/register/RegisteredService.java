package org.stayseal.trust.authority.register;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateChange;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.Term;

/**
 * A service with its whole history.
 *
 * @param service as the next list has it
 * @param announcedIn the number of the ceremony that announced it
 */
public record RegisteredService(Service service, int announcedIn) {

    /** What ceremonies call a service (TRUST-243): SHA-256 of its certificate, 64 lower-case hexadecimal digits, or the thumbprint of a status key. */
    public static String idOf(Service service) {
        return service instanceof Service.StatusKey status
                ? status.key().kid()
                : fingerprint(certificateOf(service).orElseThrow());
    }

    /** SHA-256 of a certificate, 64 lower-case hexadecimal digits. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return Hex.encode(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that cannot be encoded", e);
        }
    }

    private static Optional<X509Certificate> certificateOf(Service service) {
        if (service instanceof Service.Csca csca) {
            return Optional.of(csca.certificate());
        }
        return service instanceof Service.PermitSigner signer ? Optional.of(signer.certificate()) : Optional.empty();
    }

    /** The same service, announced at a moment and with no history. */
    public static Service announcedAt(Service service, Instant at) {
        return new RegisteredService(service, 1)
                .with(StateHistory.only(KeyState.ANNOUNCED, at))
                .service();
    }

    /** What ceremonies call it. */
    public String id() {
        return idOf(service);
    }

    /** The certificate; a status key has none. */
    public Optional<X509Certificate> certificate() {
        return certificateOf(service);
    }

    /** Its present state. */
    public KeyState state() {
        return service.states().now();
    }

    /** Its kind and name for people. */
    public String words() {
        String kind = service instanceof Service.Csca
                ? "CSCA"
                : service instanceof Service.PermitSigner signer
                        ? switch (signer.kind()) {
                            case SEAL -> "seal signer";
                            case CREDENTIAL -> "credential signer";
                            case VDS_NC -> "VDS-NC signer";
                        }
                        : "status key";
        return kind + " \"" + LocalText.forReader(service.name(), List.of()).value() + "\" (" + id().substring(0, 16)
                + ")";
    }

    /**
     * The same service in another state.
     *
     * @throws IllegalArgumentException if states cannot follow each other so (TRUST-46)
     */
    public RegisteredService moved(KeyState state, Instant at) {
        return with(changed(state, at, Optional.empty()));
    }

    /**
     * The same service revoked, for good.
     *
     * @throws IllegalArgumentException if it is revoked already
     */
    public RegisteredService revoked(Instant at, StateHistory.Revocation why) {
        return with(changed(KeyState.REVOKED, at, Optional.of(why)));
    }

    /**
     * A service that is revoked, and was compromised earlier than was said: since when it is revoked does not change.
     *
     * @throws IllegalArgumentException if it is not revoked
     */
    public RegisteredService compromisedEarlier(StateHistory.Revocation why) {
        return with(new StateHistory(service.states().changes(), Optional.of(why)));
    }

    /**
     * A signer that signs no more.
     *
     * @param signsUntil not after {@code at}
     * @throws IllegalArgumentException if states cannot follow each other so, or the term cannot end then
     */
    public RegisteredService retired(Instant at, Instant signsUntil) {
        if (!(service instanceof Service.PermitSigner signer)) {
            throw new IllegalArgumentException("only a signer has a term");
        }
        return new RegisteredService(
                new Service.PermitSigner(
                        signer.kind(),
                        signer.name(),
                        signer.certificate(),
                        changed(KeyState.RETIRED, at, Optional.empty()),
                        signer.scope(),
                        new Term(signer.term().signsFrom(), signsUntil),
                        signer.legalEffect()),
                announcedIn);
    }

    private StateHistory changed(KeyState state, Instant at, Optional<StateHistory.Revocation> why) {
        return new StateHistory(
                Stream.concat(Stream.of(new StateChange(state, at)), service.states().changes().stream())
                        .toList(),
                why);
    }

    private RegisteredService with(StateHistory states) {
        if (service instanceof Service.Csca csca) {
            return new RegisteredService(
                    new Service.Csca(csca.name(), csca.certificate(), states, csca.scope()), announcedIn);
        }
        if (service instanceof Service.PermitSigner signer) {
            return new RegisteredService(
                    new Service.PermitSigner(
                            signer.kind(),
                            signer.name(),
                            signer.certificate(),
                            states,
                            signer.scope(),
                            signer.term(),
                            signer.legalEffect()),
                    announcedIn);
        }
        Service.StatusKey status = (Service.StatusKey) service;
        return new RegisteredService(
                new Service.StatusKey(status.name(), status.key(), states, status.prefixes(), status.sealRevocations()),
                announcedIn);
    }
}
