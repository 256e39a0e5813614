package org.stayseal.trust.authority;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SealShards;

/**
 * The seal revocation list of one publication, in the form that its length asks for (STATUS-58).
 *
 * @param document what is signed
 * @param shards its files, by their names in the snapshot; none when it is written out
 */
record SealList(SealRevocations document, SortedMap<String, byte[]> shards) {

    /** Most seals that an authority writes out. */
    static final int WRITTEN_OUT = 20_000;

    /** @param writtenOut most seals that are written out */
    static SealList of(Head head, Map<String, SealRevocations.Entry> seals, int writtenOut) {
        if (seals.size() <= writtenOut) {
            return new SealList(new SealRevocations(head, notAfter(head.issued(), seals)), new TreeMap<>());
        }
        Map<String, Integer> statuses = new HashMap<>();
        seals.forEach((identity, entry) -> statuses.put(identity, entry.status()));
        SealShards shards = SealShards.of(statuses);
        return new SealList(new SealRevocations(head, shards), shards.files(SealRevocations.NAME));
    }

    /** An entry from before the clock was put back holds from this publication on: no reader takes one from the future (STATUS-51). */
    private static Map<String, SealRevocations.Entry> notAfter(Instant now, Map<String, SealRevocations.Entry> seals) {
        Map<String, SealRevocations.Entry> clamped = new HashMap<>(seals);
        clamped.replaceAll((identity, entry) ->
                entry.since().isAfter(now) ? new SealRevocations.Entry(entry.status(), now) : entry);
        return clamped;
    }
}
