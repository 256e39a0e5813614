package org.stayseal.trust.authority;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was published, as bytes to serve (TRUST-82).
 *
 * @param sequence number of trust list, manifest and seal revocation list alike
 * @param issued when it was made
 * @param nextUpdate when the trust list ends
 * @param snapshot the ZIP
 * @param roots root documents by number
 * @param trustList the trust list
 * @param sealRevocations the seal revocation list
 * @param crls CRLs by the name in the snapshot without folder and ending, such as {@code UTO}
 * @param statusLists by their whole address
 */
public record Publication(
        long sequence,
        Instant issued,
        Instant nextUpdate,
        byte[] snapshot,
        SortedMap<Long, byte[]> roots,
        byte[] trustList,
        byte[] sealRevocations,
        Map<String, byte[]> crls,
        Map<String, StatusLists> statusLists) {

    /** One status list in its two forms. */
    public record StatusLists(byte[] cwt, byte[] jwt) {}

    /** Keeps its own maps. */
    public Publication {
        roots = Collections.unmodifiableSortedMap(new TreeMap<>(roots));
        crls = Map.copyOf(crls);
        statusLists = Map.copyOf(statusLists);
    }
}
