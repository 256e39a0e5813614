package org.stayseal.trust.authority;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.StateChange;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.trust.authority.ceremony.PublishedLists;
import org.stayseal.trust.authority.register.RegisteredService;

/**
 * What the ceremonies give is what was published, or comes after it (TRUST-262). Fewer ceremonies than were published, taken away or restored from an older copy, would make a revoked key good again.
 */
final class RegisterPermanence {

    private RegisterPermanence() {}

    /** @throws PublicationRefusedException if something that was published would be taken back */
    static void require(Optional<Publication> newest, PublishedLists lists, InForce inForce)
            throws PublicationRefusedException {
        if (lists.lastCeremony() > inForce.history().number()) {
            throw refused("a list with ceremony " + lists.lastCeremony() + " was published, and the last one here is "
                    + inForce.history().number());
        }
        if (newest.isPresent()) {
            try {
                roots(newest.get(), inForce);
                services(newest.get(), inForce);
            } catch (FormatException e) {
                throw new IllegalStateException("the newest publication cannot be read: " + e.rule(), e);
            }
        }
    }

    private static void roots(Publication published, InForce inForce)
            throws FormatException, PublicationRefusedException {
        List<byte[]> now = inForce.history().rootDocuments();
        int at = 0;
        for (byte[] root : published.roots().values()) {
            if (at >= now.size() || !fingerprint(root).equals(fingerprint(now.get(at)))) {
                throw refused("root " + (at + 1) + " was published and is another now, or gone");
            }
            at++;
        }
    }

    private static Fingerprint fingerprint(byte[] root) throws FormatException {
        return SignedDocument.read(root, DocumentKind.ROOT).fingerprint();
    }

    private static void services(Publication published, InForce inForce)
            throws FormatException, PublicationRefusedException {
        Map<String, RegisteredService> now = inForce.register().services().stream()
                .collect(Collectors.toMap(RegisteredService::id, Function.identity()));
        TrustList list = TrustList.read(SignedDocument.read(published.trustList(), DocumentKind.TRUST_LIST));
        List<Service> own = list.entities().stream()
                .filter(entity -> entity.origin().isEmpty())
                .flatMap(entity -> entity.services().stream())
                .toList();
        for (Service before : own) {
            RegisteredService after = now.get(RegisteredService.idOf(before));
            if (after == null) {
                throw refused("the service " + RegisteredService.idOf(before) + " was published and is gone");
            }
            if (!follows(before.states(), after.service().states())) {
                throw refused(after.words() + " was published as "
                        + before.states().now().name().toLowerCase(java.util.Locale.ROOT) + " since "
                        + before.states().since() + ", and its history is another now");
            }
        }
    }

    /** Newest first: what was published is the end of what there is now. A theft may be earlier than was published, never later. */
    private static boolean follows(StateHistory before, StateHistory after) {
        List<StateChange> now = after.changes();
        List<StateChange> then = before.changes();
        if (now.size() < then.size()
                || !now.subList(now.size() - then.size(), now.size()).equals(then)) {
            return false;
        }
        Optional<Instant> was = before.revocation().map(StateHistory.Revocation::compromisedSince);
        Optional<Instant> is = after.revocation().map(StateHistory.Revocation::compromisedSince);
        return was.isEmpty() || is.filter(since -> !since.isAfter(was.get())).isPresent();
    }

    private static PublicationRefusedException refused(String what) {
        return new PublicationRefusedException("not published: " + what
                + " (TRUST-262); restore the folder ceremonies from the copy that is kept elsewhere");
    }
}
