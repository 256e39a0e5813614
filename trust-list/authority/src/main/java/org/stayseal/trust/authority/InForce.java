package org.stayseal.trust.authority;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.security.auth.x500.X500Principal;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.keys.CertificateSigner;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;

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
     * The key that signs such codes now: active before retiring, the newer before the older.
     *
     * @param published signers that the newest published list has as active or retiring, by name; empty before the first publication
     */
    Optional<Signer> signer(Service.SignerKind kind, Optional<Set<String>> published) {
        return register()
                .services(Service.PermitSigner.class)
                .filter(service ->
                        service.kind() == kind && service.states().now().signs())
                .filter(service -> published
                        .map(names -> names.contains(RegisteredService.idOf(service)))
                        .orElse(true))
                .filter(service -> keys.signer(service.certificate()).isPresent())
                .max(Comparator.<Service.PermitSigner, Boolean>comparing(
                                service -> service.states().now() == KeyState.ACTIVE)
                        .thenComparing(service -> service.states().since()))
                .flatMap(service -> keys.signer(service.certificate()));
    }

    /** One CRL for each name of a CSCA (TRUST-57): made here where a key of that name is, else the one that a ceremony brought. */
    private SortedMap<String, byte[]> crls(long number, Instant now) {
        SortedMap<String, byte[]> crls = new TreeMap<>(register().crls());
        Map<X500Principal, List<Service.Csca>> names = new LinkedHashMap<>();
        register()
                .services(Service.Csca.class)
                .forEach(csca -> names.computeIfAbsent(
                                csca.certificate().getSubjectX500Principal(), name -> new ArrayList<>())
                        .add(csca));
        int count = 0;
        for (Map.Entry<X500Principal, List<Service.Csca>> name : names.entrySet()) {
            count++;
            String file = count == 1 ? profile.country() : profile.country() + "-" + count;
            authority(name.getValue())
                    .ifPresent(csca -> crls.put(
                            file,
                            RevocationList.make(
                                    csca,
                                    CertificateSigner.of(keys.signer(csca).orElseThrow()),
                                    number,
                                    now,
                                    revoked(name.getKey()))));
        }
        return crls;
    }

    private Optional<X509Certificate> authority(List<Service.Csca> ofOneName) {
        return ofOneName.stream()
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
                .forEach(signer -> revoked.put(
                        signer.certificate().getSerialNumber(), signer.states().since()));
        return revoked;
    }
}
