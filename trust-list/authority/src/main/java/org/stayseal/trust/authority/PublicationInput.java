package org.stayseal.trust.authority;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.trust.SealRevocations;

/**
 * What is to be published: the whole present state, not a change.
 *
 * @param statusLists one for each shard that any credential names, also when all of it is valid
 * @param seals revoked, suspended and superseded seals by identity, 32 lower-case hex digits
 * @param endedSeals identities that may leave the list because their document, and whatever continuation it may have, ended more than a year ago (STATUS-52)
 * @param log the issued log, of an authority that keeps one; an authority that has published a tree head goes on to do so
 * @param stolenKeys signers that are revoked and of which something stays good; an authority's directory keeps its own, and carries them on
 * @param leaves of the issued log, for the kept log of a signer that a ceremony revoked since; none of an authority that keeps no log
 */
public record PublicationInput(
        List<StatusShard> statusLists,
        Map<String, SealRevocations.Entry> seals,
        Set<String> endedSeals,
        Optional<LogToPublish> log,
        List<StolenKey> stolenKeys,
        Optional<LogLeaves> leaves) {

    /** A state without an issued log. */
    public PublicationInput(
            List<StatusShard> statusLists, Map<String, SealRevocations.Entry> seals, Set<String> endedSeals) {
        this(statusLists, seals, endedSeals, Optional.empty(), List.of(), Optional.empty());
    }

    /** A state in which no seal leaves the list for its age. */
    public PublicationInput(List<StatusShard> statusLists, Map<String, SealRevocations.Entry> seals) {
        this(statusLists, seals, Set.of());
    }

    /** Refuses a shard given twice. */
    public PublicationInput {
        statusLists = List.copyOf(statusLists);
        seals = Map.copyOf(seals);
        endedSeals = Set.copyOf(endedSeals);
        stolenKeys = List.copyOf(stolenKeys);
        if (statusLists.stream().map(StatusShard::shard).distinct().count() != statusLists.size()) {
            throw new IllegalArgumentException("a shard is given twice");
        }
    }

    /** The same state with an issued log. */
    public PublicationInput with(LogToPublish issued) {
        return new PublicationInput(statusLists, seals, endedSeals, Optional.of(issued), stolenKeys, leaves);
    }

    /** The same state with the leaves of its log, which are read only when they are needed. */
    public PublicationInput reading(LogLeaves source) {
        return new PublicationInput(statusLists, seals, endedSeals, log, stolenKeys, Optional.of(source));
    }

    /** The same state with what stays good of stolen keys. */
    public PublicationInput keeping(List<StolenKey> keys) {
        return new PublicationInput(statusLists, seals, endedSeals, log, keys, leaves);
    }

    /**
     * One status list.
     *
     * @param shard its number, from 0; makes its address
     * @param size entries in the list, a multiple of 4, at most 2^20
     * @param statuses by index, those that are not 0: 1 revoked, 2 suspended, 3 superseded
     */
    public record StatusShard(int shard, int size, Map<Integer, Integer> statuses) {

        /** Refuses an index outside the list and a status of more than two bits. */
        public StatusShard {
            statuses = Map.copyOf(statuses);
            if (shard < 0 || size < 4 || size > 1 << 20 || size % 4 != 0) {
                throw new IllegalArgumentException("a shard has 4 to 2^20 entries, a multiple of 4");
            }
            for (Map.Entry<Integer, Integer> entry : statuses.entrySet()) {
                if (entry.getKey() < 0 || entry.getKey() >= size || entry.getValue() < 0 || entry.getValue() > 3) {
                    throw new IllegalArgumentException("a status outside the list or of more than two bits");
                }
            }
        }
    }
}
