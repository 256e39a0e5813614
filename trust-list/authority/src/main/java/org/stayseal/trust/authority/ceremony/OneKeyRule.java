package org.stayseal.trust.authority.ceremony;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;

/** TRUST-255: one key, one service. Who revokes a certificate revokes a key, and it must not come back under another one. */
final class OneKeyRule implements CeremonyRule {

    private static final String RULE = "TRUST-255";

    @Override
    public void check(Proposal proposal, List<String> warnings) throws CeremonyRefusedException {
        Register after = proposal.after();
        for (RegisteredService added : proposal.announced()) {
            for (RegisteredService other : after.services()) {
                if (!other.id().equals(added.id()) && sameKey(key(added), key(other)) && !mayShare(added, other)) {
                    throw new CeremonyRefusedException(
                            RULE,
                            added.words() + " has the key of " + other.words() + ", which is "
                                    + other.state().name().toLowerCase(Locale.ROOT)
                                    + "; make a new key for each service");
                }
            }
        }
        for (RegisteredService service : after.services()) {
            boolean changed = proposal.announced().contains(service)
                    || !proposal.steps(RootStep.class).toList().isEmpty();
            if (changed && roleKeys(after).anyMatch(role -> sameKey(role, key(service)))) {
                throw new CeremonyRefusedException(
                        RULE, service.words() + " has the key of a role of the root; make a new key for each");
            }
        }
    }

    /** Several certificates of a CSCA may have one key (TRUST-56): its own and links to it. Not with one whose key is withdrawn (TRUST-191). */
    private static boolean mayShare(RegisteredService added, RegisteredService other) {
        return added.service() instanceof Service.Csca
                && other.service() instanceof Service.Csca csca
                && !csca.states().withdrawsKey();
    }

    private static PublicKey key(RegisteredService service) {
        return service.service() instanceof Service.StatusKey status
                ? status.key().publicKey()
                : service.certificate().orElseThrow().getPublicKey();
    }

    private static Stream<PublicKey> roleKeys(Register register) {
        Root root = register.root().orElseThrow().root();
        return root.roles().values().stream()
                .flatMap(role -> role.keys().stream())
                .map(TrustKey::publicKey);
    }

    private static boolean sameKey(PublicKey one, PublicKey other) {
        return Arrays.equals(CertificateKey.canonical(one), CertificateKey.canonical(other));
    }
}
