package org.stayseal.trust.reader;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SealShards;
import org.stayseal.spec.trust.SignedDocument;

/**
 * A seal revocation list of a snapshot, with the files that it names when it is sharded (STATUS-55).
 *
 * @param list the document, accepted by a status key
 * @param shards the files beside it, of a sharded list
 */
public record SealRevocationFile(SealRevocations list, Optional<SealShards> shards) {

    private static final String RULE = "STATUS-57";

    /**
     * @param name of the document in the snapshot, ending included
     * @param document empty when there is none of that name
     * @param files of the snapshot
     * @throws RefusedException for another form, and for shards that are missing, superfluous, or not those that the list names
     */
    static Optional<SealRevocationFile> read(
            String name, Optional<SignedDocument> document, SortedMap<String, byte[]> files) throws RefusedException {
        try {
            Optional<SealRevocations> list =
                    document.isPresent() ? Optional.of(SealRevocations.read(document.get())) : Optional.empty();
            refuseOtherShards(name, list, files);
            if (list.isEmpty()) {
                return Optional.empty();
            }
            Optional<SealShards> shards = list.get().isSharded()
                    ? Optional.of(SealShards.read(list.get(), name, file -> Optional.ofNullable(files.get(file))))
                    : Optional.empty();
            return Optional.of(new SealRevocationFile(list.get(), shards));
        } catch (FormatException e) {
            throw RefusedException.of(name, e);
        }
    }

    /** Those that the list names are there, and no others. */
    private static void refuseOtherShards(String name, Optional<SealRevocations> list, SortedMap<String, byte[]> files)
            throws RefusedException {
        for (int number = 0; number < SealShards.COUNT; number++) {
            String shard = SealShards.name(name, number);
            boolean named = list.filter(SealRevocations::isSharded).isPresent()
                    && list.get().shards().get(number).count() > 0;
            if (named != files.containsKey(shard)) {
                throw new RefusedException(
                        Refusal.MIXED,
                        shard + (named ? " is missing (" : " is not one that its list names (") + RULE + ")");
            }
        }
    }

    /** Number, times, country and environment. */
    public Head head() {
        return list.head();
    }

    /** How many seals it lists. */
    public int count() {
        return shards.map(SealShards::count).orElseGet(() -> list.entries().size());
    }

    /**
     * 1 revoked, 2 suspended, 3 superseded; empty when the seal is not listed.
     *
     * @param identity 16 bytes
     */
    public OptionalInt status(byte[] identity) {
        return shards.isPresent()
                ? shards.get().of(identity)
                : list.of(identity).map(entry -> OptionalInt.of(entry.status())).orElseGet(OptionalInt::empty);
    }
}
