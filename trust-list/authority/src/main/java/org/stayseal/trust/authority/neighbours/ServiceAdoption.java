package org.stayseal.trust.authority.neighbours;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.stayseal.spec.registry.Countries;
import org.stayseal.spec.registry.TestKeys;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.NoticeScope;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateChange;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.trust.reader.RevokedKeys;

/** Decides of one service after the other whether it is taken, and what of its scope (TRUST-223). */
final class ServiceAdoption {

    private static final String CAUSE = "neighbour withdrawn";

    private final NeighbourPin pin;
    private final Optional<Instant> withdrawn;
    private final RevokedKeys revoked;
    private final Set<String> listed;
    private final List<Decision> decisions;

    /**
     * @param withdrawn since when nothing of the neighbour is believed
     * @param revoked in its whole list, also by services that are not taken
     * @param listed digests of certificates that stand in the combined list already; grows
     * @param decisions grows
     */
    ServiceAdoption(
            NeighbourPin pin,
            Optional<Instant> withdrawn,
            RevokedKeys revoked,
            Set<String> listed,
            List<Decision> decisions) {
        this.pin = pin;
        this.withdrawn = withdrawn;
        this.revoked = revoked;
        this.listed = listed;
        this.decisions = decisions;
    }

    /** The service as the combined list has it; empty when it is left out. */
    Optional<Service> take(Service service, Optional<String> origin) {
        Decision.Why why = origin.isPresent() ? Decision.Why.OF_A_THIRD_COUNTRY : why(service);
        decisions.add(new Decision(pin.country(), service.toString(), why));
        return why == Decision.Why.TAKEN || why == Decision.Why.NARROWED
                ? Optional.of(narrowed(service))
                : Optional.empty();
    }

    private Decision.Why why(Service service) {
        if (service instanceof Service.StatusKey status) {
            List<String> own = ownPrefixes(status);
            if (own.isEmpty() && !(status.prefixes().isEmpty() && status.sealRevocations())) {
                return Decision.Why.OTHER_ADDRESS;
            }
            return own.size() == status.prefixes().size() ? Decision.Why.TAKEN : Decision.Why.NARROWED;
        }
        Scope scope = scope(service);
        Scope taken = narrowed(scope);
        X509Certificate certificate = certificate(service);
        if (taken == null) {
            return cut(scope.countries(), pin.countries()).isEmpty()
                    ? Decision.Why.OTHER_COUNTRY
                    : Decision.Why.OTHER_DOCUMENTS;
        }
        if (!isOfItsCountry(certificate)) {
            return Decision.Why.OTHER_SUBJECT;
        }
        if (pin.environment() == Environment.PRODUCTION
                && TestKeys.contains(certificate.getPublicKey().getEncoded())) {
            return Decision.Why.TEST_KEY;
        }
        if (!listed.add(NoticeScope.fingerprint(certificate))) {
            return Decision.Why.LISTED_ALREADY;
        }
        return taken.equals(scope) ? Decision.Why.TAKEN : Decision.Why.NARROWED;
    }

    /** A certificate of a third country cannot be taken from it under this one's name. */
    private boolean isOfItsCountry(X509Certificate certificate) {
        return DistinguishedName.subject(certificate)
                .only(DistinguishedName.COUNTRY)
                .filter(letters -> pin.countries().stream().anyMatch(country -> Countries.signsFor(letters, country)))
                .isPresent();
    }

    private Service narrowed(Service service) {
        StateHistory states = states(service);
        if (service instanceof Service.Csca csca) {
            return new Service.Csca(csca.name(), csca.certificate(), states, requireNarrowed(csca.scope()));
        }
        if (service instanceof Service.PermitSigner signer) {
            return new Service.PermitSigner(
                    signer.kind(),
                    signer.name(),
                    signer.certificate(),
                    states,
                    requireNarrowed(signer.scope()),
                    signer.term(),
                    signer.legalEffect());
        }
        Service.StatusKey status = (Service.StatusKey) service;
        return new Service.StatusKey(
                status.name(), status.key(), states, ownPrefixes(status), status.sealRevocations());
    }

    private Scope requireNarrowed(Scope scope) {
        Scope taken = narrowed(scope);
        if (taken == null) {
            throw new IllegalStateException("a service that was taken has a scope");
        }
        return taken;
    }

    private @org.jspecify.annotations.Nullable Scope narrowed(Scope scope) {
        Set<String> countries = cut(scope.countries(), pin.countries());
        Set<String> types = cut(scope.documentTypes(), pin.documentTypes());
        Set<String> purposes = cut(scope.purposes(), pin.purposes());
        boolean nothing = countries.isEmpty()
                || types.isEmpty() && !scope.documentTypes().isEmpty()
                || purposes.isEmpty() && !scope.purposes().isEmpty();
        return nothing ? null : new Scope(countries, types, purposes);
    }

    /**
     * Of a neighbour that is withdrawn everything is revoked, since that moment at the latest. What its own readers refuse because its list revokes the key under another certificate is revoked here,
     * whether that one is taken or not (TRUST-52, TRUST-191).
     */
    private StateHistory states(Service service) {
        StateHistory states = service.states();
        if (states.now() == KeyState.REVOKED) {
            return states;
        }
        if (withdrawn.isPresent()) {
            return revoked(states, withdrawn.get(), Optional.of(new StateHistory.Revocation(CAUSE, withdrawn.get())));
        }
        return revoked.ofKey(service)
                .map(key -> revoked(states, key.since(), key.revocation()))
                .orElse(states);
    }

    private static StateHistory revoked(StateHistory states, Instant since, Optional<StateHistory.Revocation> why) {
        Predicate<StateChange> before = change -> change.since().isBefore(since);
        List<StateChange> changes = new ArrayList<>();
        changes.add(new StateChange(KeyState.REVOKED, since));
        states.changes().stream().filter(before).forEach(changes::add);
        return new StateHistory(changes, why);
    }

    private List<String> ownPrefixes(Service.StatusKey status) {
        return status.prefixes().stream()
                .filter(prefix -> pin.prefixes().stream().anyMatch(prefix::startsWith))
                .toList();
    }

    private static Set<String> cut(Set<String> said, Set<String> allowed) {
        Set<String> both = new HashSet<>(said);
        both.retainAll(allowed);
        return both;
    }

    private static Scope scope(Service service) {
        return service instanceof Service.Csca csca ? csca.scope() : ((Service.PermitSigner) service).scope();
    }

    private static X509Certificate certificate(Service service) {
        return service instanceof Service.Csca csca
                ? csca.certificate()
                : ((Service.PermitSigner) service).certificate();
    }
}
