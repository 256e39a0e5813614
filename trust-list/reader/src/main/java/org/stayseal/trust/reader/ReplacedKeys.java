package org.stayseal.trust.reader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.TrustKey;

/**
 * Whether the keys that signed what a reader remembers were replaced since, so that a thief's numbers do not count any more (TRUST-210, TRUST-211). Only root
 * keys can do that, and for the keys of status lists the trust list.
 */
final class ReplacedKeys {

    private final Memory kept;
    private final Snapshot offered;

    ReplacedKeys(Memory kept, Snapshot offered) {
        this.kept = kept;
        this.offered = offered;
    }

    /**
     * For trust list and manifest.
     *
     * @param document as in {@link Memory#signers}
     * @return empty while what is remembered counts; else when the root was issued that first left out one of its signers
     */
    Optional<Instant> since(Role role, String document) {
        Set<String> signers = kept.signersOf(document);
        RoleKeys now = offered.root().role(role);
        Set<String> names = names(now.keys());
        long left = signers.stream().filter(names::contains).count();
        if (left == signers.size() || left >= now.threshold()) {
            return Optional.empty();
        }
        return offered.roots().stream()
                .filter(root -> root.head().sequence() > kept.newestRoot())
                .filter(root -> !names(root.role(role).keys()).containsAll(signers))
                .findFirst()
                .map(Root::head)
                .map(head -> head.issued());
    }

    /**
     * For the seal revocation list and status lists.
     *
     * @param document as in {@link Memory#signers}
     * @param keys that may sign it now
     * @param origin the neighbour whose document it is, if it is one's
     * @param listReplaced of the trust list, as {@link #since} gives it
     * @return empty while what is remembered counts; else from when on it does not
     */
    Optional<Instant> statusSince(
            String document, List<TrustKey> keys, Optional<String> origin, Optional<Instant> listReplaced) {
        if (isOfAnotherRoot(document, origin)) {
            return Optional.of(Instant.EPOCH);
        }
        Set<String> signers = kept.signersOf(document).stream()
                .map(signer -> signer.replaceFirst("@.*", ""))
                .collect(Collectors.toSet());
        Set<String> names = names(keys);
        if (signers.isEmpty() || signers.stream().anyMatch(names::contains)) {
            return Optional.empty();
        }
        if (listReplaced.isPresent()) {
            return listReplaced;
        }
        List<Instant> revoked = offered.trustList()
                .statusServices(origin)
                .filter(key -> signers.contains(key.key().kid()) && key.states().now() == KeyState.REVOKED)
                .map(key -> key.states().since())
                .sorted()
                .toList();
        // Every one of them: a key that is merely retired signed what still counts.
        return revoked.size() == signers.size() ? revoked.stream().findFirst() : Optional.empty();
    }

    /** TRUST-229: what is remembered of a neighbour counts for the root under which it was adopted. Who adopted it compared with what came before. */
    private boolean isOfAnotherRoot(String document, Optional<String> origin) {
        Optional<String> root = origin.flatMap(offered.trustList()::neighbour).map(Remembered::atRoot);
        return root.isPresent()
                && !kept.signersOf(document).isEmpty()
                && kept.signersOf(document).stream().noneMatch(signer -> signer.endsWith(root.get()));
    }

    private static Set<String> names(List<TrustKey> keys) {
        return keys.stream().map(TrustKey::kid).collect(Collectors.toSet());
    }
}
