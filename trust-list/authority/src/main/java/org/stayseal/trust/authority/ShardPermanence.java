package org.stayseal.trust.authority;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SealShard;
import org.stayseal.spec.trust.SealShards;
import org.stayseal.trust.reader.SnapshotArchive;

/** What a sharded list showed as revoked or superseded stays so, in whatever form the next one is (TRUST-84, STATUS-58). Seals are compared by their first eight bytes. */
final class ShardPermanence {

    private static final int EIGHT_BYTES = 16;

    private final SealShards before;
    private final SealShards after;
    private final PublicationInput next;
    private final Set<String> ended = new HashSet<>();

    ShardPermanence(Publication published, SealRevocations list, PublicationInput next) throws FormatException {
        SortedMap<String, byte[]> files = SnapshotArchive.read(published.snapshot());
        this.before = SealShards.read(list, SealRevocations.NAME, name -> Optional.ofNullable(files.get(name)));
        Map<String, Integer> statuses = new HashMap<>();
        next.seals().forEach((identity, entry) -> statuses.put(identity, entry.status()));
        this.after = SealShards.of(statuses);
        this.next = next;
        next.endedSeals().forEach(identity -> ended.add(identity.substring(0, EIGHT_BYTES)));
    }

    void require() throws PublicationRefusedException {
        for (Map.Entry<Integer, SealShard> shard : before.shards().entrySet()) {
            for (int i = 0; i < shard.getValue().count(); i++) {
                require(
                        shard.getKey(),
                        shard.getValue().sevenBytes(i),
                        shard.getValue().status(i));
            }
        }
    }

    private void require(int number, long sevenBytes, int value) throws PublicationRefusedException {
        if (!Permanence.isForGood(value)) {
            return;
        }
        SealShard shard = after.shards().get(number);
        int now = shard == null ? 0 : shard.of(sevenBytes).orElse(0);
        String eightBytes = String.format("%02x%014x", number, sevenBytes);
        if (now == value || now == 0 && ended.contains(eightBytes)) {
            return;
        }
        // Two seals of one entry: it may show what is graver, while the one that it showed before is as it was.
        boolean another = now != 0
                && next.seals().entrySet().stream()
                        .anyMatch(seal -> seal.getKey().startsWith(eightBytes)
                                && seal.getValue().status() == value);
        if (!another) {
            throw Permanence.refusedSeal(eightBytes + "…", value, now);
        }
    }
}
