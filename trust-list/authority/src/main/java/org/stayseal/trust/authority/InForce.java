package org.stayseal.trust.authority;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.security.auth.x500.X500Principal;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.crl.CrlFile;
import org.stayseal.trust.authority.keys.CertificateSigner;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;
import org.stayseal.trust.authority.register.RevocationListNames;

/**
 * What the ceremonies decided, with the keys that are here: what the next publication lists, and which keys sign permits (TRUST-257).
 *
 * @param history the ceremonies that hold now, at least one
 */
record InForce(AuthorityProfile profile, CeremonyHistory history, KeyRing keys) {

    Register register() {
        return history.register().orElseThrow();
    }

    Listing listing() {
        return new Listing(
                register().environment(),
                history.rootDocuments(),
                history.rootInForce().orElseThrow(),
                services(),
                keys,
                this::crls);
    }

    /** Those of the register; a demo that moved to another address goes on to sign its status lists there. */
    List<Service> services() {
        List<Service> all =
                register().services().stream().map(RegisteredService::service).toList();
        boolean signed = all.stream()
                .filter(Service.StatusKey.class::isInstance)
                .map(Service.StatusKey.class::cast)
                .anyMatch(service -> service.signs(profile.statusPrefix() + "0"));
        if (signed || register().environment() != Environment.DEMO) {
            return all;
        }
        return all.stream().map(this::atThisAddress).toList();
    }

    private Service atThisAddress(Service service) {
        if (!(service instanceof Service.StatusKey status)
                || !status.states().now().signs()) {
            return service;
        }
        Set<String> prefixes = new TreeSet<>(status.prefixes());
        prefixes.add(profile.statusPrefix());
        return new Service.StatusKey(
                status.name(), status.key(), status.states(), List.copyOf(prefixes), status.sealRevocations());
    }

    /**
     * The key that signs such codes of permits at a moment of its term (TRUST-51): active before retiring, the newer before the older. A signer of continuations alone signs none (TRUST-43).
     *
     * @param published signers that the newest published list has as active or retiring, by name; empty before the first publication
     */
    Optional<Signer> signer(Service.SignerKind kind, Instant at, Optional<Set<String>> published) {
        return signer(
                at,
                service -> service.kind() == kind
                        && (kind != Service.SignerKind.CREDENTIAL
                                || service.scope().documentTypes().contains(Scope.CREDENTIAL)),
                published);
    }

    /** The key that signs continuations of a permit whose credentials have these purposes, chosen alike. */
    Optional<Signer> continuationSigner(Set<String> purposes, Instant at, Optional<Set<String>> published) {
        return signer(
                at,
                service -> service.scope().documentTypes().contains(Scope.CONTINUATION)
                        && service.scope().countries().contains(profile.country())
                        && service.scope().purposes().containsAll(purposes),
                published);
    }

    private Optional<Signer> signer(
            Instant at, Predicate<Service.PermitSigner> which, Optional<Set<String>> published) {
        return register()
                .services(Service.PermitSigner.class)
                .filter(service -> which.test(service) && service.states().now().signs())
                .filter(service -> !at.isBefore(service.term().signsFrom())
                        && !at.isAfter(service.term().signsUntil()))
                .filter(service -> published
                        .map(names -> names.contains(RegisteredService.idOf(service)))
                        .orElse(true))
                .filter(service -> keys.signer(service.certificate()).isPresent())
                .max(Comparator.<Service.PermitSigner, Boolean>comparing(
                                service -> service.states().now() == KeyState.ACTIVE)
                        .thenComparing(service -> service.states().since()))
                .flatMap(service -> keys.signer(service.certificate()));
    }

    /** One CRL for each name of a CSCA (TRUST-57), called by that name (TRUST-264): made here where a key of that name is, else the one that a ceremony brought. */
    private SortedMap<String, byte[]> crls(long number, Instant now) {
        Map<X500Principal, String> names = RevocationListNames.of(register());
        SortedMap<String, byte[]> crls = brought(names);
        names.forEach((issuer, name) -> authority(issuer)
                .ifPresent(csca -> crls.put(
                        name,
                        RevocationList.make(
                                csca,
                                CertificateSigner.of(keys.signer(csca).orElseThrow()),
                                number,
                                now,
                                revoked(issuer)))));
        return crls;
    }

    /** Those of ceremonies, also from before they were called by their issuer. */
    private SortedMap<String, byte[]> brought(Map<X500Principal, String> names) {
        SortedMap<String, byte[]> crls = new TreeMap<>();
        register().crls().forEach((called, der) -> {
            try {
                String name = names.get(CrlFile.read(der).getIssuerX500Principal());
                if (name != null && (name.equals(called) || !crls.containsKey(name))) {
                    crls.put(name, der);
                }
            } catch (FormatException e) {
                throw new IllegalStateException("a CRL that was read can be read", e);
            }
        });
        return crls;
    }

    private Optional<X509Certificate> authority(X500Principal name) {
        return register()
                .services(Service.Csca.class)
                .filter(csca -> csca.certificate().getSubjectX500Principal().equals(name))
                .filter(csca -> csca.states().now().signs())
                .filter(csca -> keys.signer(csca.certificate()).isPresent())
                .max(Comparator.comparing(csca -> csca.states().since()))
                .map(Service.Csca::certificate);
    }

    private Map<BigInteger, Instant> revoked(X500Principal issuer) {
        Map<BigInteger, Instant> revoked = new HashMap<>();
        register()
                .services(Service.PermitSigner.class)
                .filter(signer -> signer.states().now() == KeyState.REVOKED)
                .filter(signer -> signer.certificate().getIssuerX500Principal().equals(issuer))
                .forEach(signer -> revoked.put(signer.certificate().getSerialNumber(), since(signer.states())));
        return revoked;
    }

    /** TRUST-267: in a CRL a key is revoked since it was compromised, as the list says it, not since people met. */
    private static Instant since(StateHistory states) {
        return states.revocation()
                .map(StateHistory.Revocation::compromisedSince)
                .orElse(states.since());
    }
}
