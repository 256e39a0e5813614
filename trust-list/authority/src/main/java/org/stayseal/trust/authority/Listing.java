package org.stayseal.trust.authority;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.Service;

/**
 * Whom a publication lists, and the keys that sign it.
 *
 * @param roots signed, from the first
 * @param root the last of them
 * @param services in the order of the list
 * @param keys at hand
 * @param crls made or carried on for this publication
 */
record Listing(
        Environment environment,
        List<byte[]> roots,
        Root root,
        List<Service> services,
        KeyRing keys,
        RevocationLists crls) {

    /** Where CRLs come from. */
    interface RevocationLists {
        /**
         * @param number of those that are made
         * @return DER by the name in a snapshot without folder and ending
         */
        SortedMap<String, byte[]> make(long number, Instant now) throws PublicationRefusedException;
    }

    Listing {
        roots = List.copyOf(roots);
        services = List.copyOf(services);
    }

    /** The key that signs the status list of that address. */
    Signer statusSigner(String uri) throws PublicationRefusedException {
        return newest(services.stream()
                        .filter(Service.StatusKey.class::isInstance)
                        .map(Service.StatusKey.class::cast)
                        .filter(service -> service.signs(uri))
                        .toList())
                .orElseThrow(
                        () -> new PublicationRefusedException("not published: no listed status key that is here signs "
                                + uri + "; announce one with that prefix, or put its key into the folder keys"
                                + keys.asideWords()));
    }

    /** The key that signs the seal revocation list. */
    Signer sealRevocationSigner() throws PublicationRefusedException {
        return newest(services.stream()
                        .filter(Service.StatusKey.class::isInstance)
                        .map(Service.StatusKey.class::cast)
                        .filter(service -> service.sealRevocations()
                                && service.states().now().signs())
                        .toList())
                .orElseThrow(() -> new PublicationRefusedException(
                        "not published: no listed status key that is here signs the seal revocation list; announce one, or put its key into the folder keys"
                                + keys.asideWords()));
    }

    /** Of those whose key is here: an active one before one that retires, the newer before the older. */
    private Optional<Signer> newest(List<Service.StatusKey> able) {
        return able.stream()
                .filter(service -> keys.signer(service.key()).isPresent())
                .max(java.util.Comparator.<Service.StatusKey, Boolean>comparing(
                                service -> service.states().now() == KeyState.ACTIVE)
                        .thenComparing(service -> service.states().since()))
                .flatMap(service -> keys.signer(service.key()));
    }
}
