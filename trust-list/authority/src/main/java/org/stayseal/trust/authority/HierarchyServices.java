package org.stayseal.trust.authority;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.LegalEffect;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;

/** The services of a demo hierarchy: what its first ceremony announces, and what a vector authority lists. */
final class HierarchyServices {

    private static final Set<String> PURPOSES = Set.of("full", "work", "bank", "stay");

    private final AuthorityProfile profile;
    private final Hierarchy hierarchy;
    private final ListedStates states;

    HierarchyServices(AuthorityProfile profile, Hierarchy hierarchy, ListedStates states) {
        this.profile = profile;
        this.hierarchy = hierarchy;
        this.states = states;
    }

    /**
     * Everything that a publication needs.
     *
     * @param further services listed beside those of the hierarchy: CSCAs before them, others after
     */
    Listing listing(List<Service> further) {
        List<Signer> keys = new ArrayList<>();
        for (KeyName name : KeyName.values()) {
            keys.add(hierarchy.signer(name));
        }
        return new Listing(
                Environment.DEMO,
                List.of(hierarchy.rootDocument()),
                root(),
                services(further),
                KeyRing.ofSigners(keys),
                this::crls);
    }

    private Root root() {
        try {
            return Root.read(SignedDocument.read(hierarchy.rootDocument(), DocumentKind.ROOT));
        } catch (FormatException e) {
            throw new IllegalStateException("the authority's own root is damaged", e);
        }
    }

    private SortedMap<String, byte[]> crls(long number, Instant now) {
        Map<BigInteger, Instant> revoked = new HashMap<>();
        for (KeyName name : List.of(KeyName.SEAL_SIGNER, KeyName.CREDENTIAL_SIGNER)) {
            Optional<Instant> since = states.revokedSince(name);
            since.ifPresent(
                    moment -> revoked.put(hierarchy.entry(name).certificate().getSerialNumber(), moment));
        }
        Hierarchy.Entry csca = hierarchy.entry(KeyName.CSCA);
        return new TreeMap<>(Map.of(profile.country(), RevocationList.make(csca, number, now, revoked)));
    }

    /** The services that are listed. */
    List<Service> services(List<Service> further) {
        Set<String> countries = Set.of(profile.country());
        Optional<LegalEffect> effect = legalEffect();
        List<Service> services = new ArrayList<>();
        further.stream().filter(Service.Csca.class::isInstance).forEach(services::add);
        services.addAll(List.of(
                new Service.Csca(
                        text("CSCA of " + profile.countryName() + " (demo)"),
                        hierarchy.entry(KeyName.CSCA).certificate(),
                        states.of(KeyName.CSCA),
                        Scope.ofCsca(countries)),
                new Service.PermitSigner(
                        Service.SignerKind.SEAL,
                        text("Seal signer (demo)"),
                        hierarchy.entry(KeyName.SEAL_SIGNER).certificate(),
                        states.of(KeyName.SEAL_SIGNER),
                        Scope.ofSeals(countries, profile.documentTypes()),
                        states.term(),
                        effect),
                new Service.PermitSigner(
                        Service.SignerKind.CREDENTIAL,
                        text("Credential signer (demo)"),
                        hierarchy.entry(KeyName.CREDENTIAL_SIGNER).certificate(),
                        states.of(KeyName.CREDENTIAL_SIGNER),
                        Scope.ofCredentials(countries, PURPOSES),
                        states.term(),
                        effect),
                new Service.StatusKey(
                        text("Status of permits (demo)"),
                        hierarchy.trustKey(KeyName.STATUS),
                        states.of(KeyName.STATUS),
                        List.of(profile.statusPrefix()),
                        true)));
        further.stream().filter(service -> !(service instanceof Service.Csca)).forEach(services::add);
        return services;
    }

    /** A signer of continuations, which the hierarchy of published test keys does not have. */
    Service continuationSigner(X509Certificate certificate) {
        return new Service.PermitSigner(
                Service.SignerKind.CREDENTIAL,
                text("Continuation signer (demo)"),
                certificate,
                states.of(KeyName.CREDENTIAL_SIGNER),
                new Scope(Set.of(profile.country()), Set.of(Scope.CONTINUATION), PURPOSES),
                states.term(),
                legalEffect());
    }

    private Optional<LegalEffect> legalEffect() {
        return Optional.of(new LegalEffect("Demo: gives no right anywhere", List.of(profile.territory()), true));
    }

    private static List<LocalText> text(String english) {
        return List.of(new LocalText("en", english));
    }
}
