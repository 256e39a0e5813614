package org.stayseal.trust.authority;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.status.StatusList;
import org.stayseal.spec.status.StatusListCwt;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustList;

/**
 * What was published as revoked or superseded stays so (TRUST-84). A state that says otherwise comes from a record that was restored from an
 * older copy: published, it would make revoked permits good again.
 */
final class Permanence {

    private static final int REVOKED = 1;
    private static final int SUPERSEDED = 3;

    private Permanence() {}

    /** @throws PublicationRefusedException when {@code next} takes back what {@code published} says for good */
    static void require(Publication published, PublicationInput next) throws PublicationRefusedException {
        try {
            statusLists(published, next);
            seals(published, next);
            KeptLogPermanence.require(published, next.stolenKeys());
        } catch (FormatException e) {
            throw new IllegalStateException("the newest publication cannot be read: " + e.rule(), e);
        }
    }

    /** The country's own notices in the newest publication. */
    static List<Notice> notices(Publication published) {
        try {
            return TrustList.read(SignedDocument.read(published.trustList(), DocumentKind.TRUST_LIST))
                    .notices()
                    .stream()
                    .filter(notice -> notice.origin().isEmpty())
                    .toList();
        } catch (FormatException e) {
            throw new IllegalStateException("the newest publication cannot be read: " + e.rule(), e);
        }
    }

    private static void statusLists(Publication published, PublicationInput next)
            throws FormatException, PublicationRefusedException {
        Map<Integer, Map<Integer, Integer>> wanted = new TreeMap<>();
        next.statusLists().forEach(shard -> wanted.put(shard.shard(), shard.statuses()));
        for (Map.Entry<String, Publication.StatusLists> list :
                published.statusLists().entrySet()) {
            String uri = list.getKey();
            int shard = Integer.parseInt(uri.substring(uri.lastIndexOf('/') + 1));
            StatusList before = StatusListCwt.read(list.getValue().cwt(), uri).list();
            Map<Integer, Integer> after = wanted.getOrDefault(shard, Map.of());
            for (int index = 0; index < before.size(); index++) {
                OptionalInt status = before.get(index);
                int value = status.orElse(0);
                if (isForGood(value) && after.getOrDefault(index, 0) != value) {
                    throw refused("place " + index + " of status list " + shard + " was published with status " + value
                            + " and would get " + after.getOrDefault(index, 0));
                }
            }
        }
    }

    private static void seals(Publication published, PublicationInput next)
            throws FormatException, PublicationRefusedException {
        SealRevocations before =
                SealRevocations.read(SignedDocument.read(published.sealRevocations(), DocumentKind.SEAL_REVOCATIONS));
        if (before.isSharded()) {
            new ShardPermanence(published, before, next).require();
            return;
        }
        for (Map.Entry<String, SealRevocations.Entry> entry : before.entries().entrySet()) {
            int value = entry.getValue().status();
            SealRevocations.Entry after = next.seals().get(entry.getKey());
            if (after == null && next.endedSeals().contains(entry.getKey())) {
                continue;
            }
            if (isForGood(value) && (after == null || after.status() != value)) {
                throw refusedSeal(entry.getKey(), value, after == null ? 0 : after.status());
            }
        }
    }

    static boolean isForGood(int status) {
        return status == REVOKED || status == SUPERSEDED;
    }

    static PublicationRefusedException refusedSeal(String seal, int before, int after) {
        return refused("seal " + seal + " was published with status " + before
                + (after == 0 ? " and would no longer be listed" : " and would get " + after));
    }

    private static PublicationRefusedException refused(String what) {
        return new PublicationRefusedException("not published: " + what
                + "; the record is older than the newest publication, so restore both from the same moment");
    }
}
