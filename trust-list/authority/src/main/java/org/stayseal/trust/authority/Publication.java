package org.stayseal.trust.authority;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SealShards;
import org.stayseal.spec.trust.TreeHead;
import org.stayseal.trust.reader.SnapshotArchive;

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

    /** The signed head of the issued log, if this publication has one. */
    public Optional<byte[]> treeHead() {
        return Optional.ofNullable(files().get(TreeHead.NAME));
    }

    /** The files of the seal revocation list by their two hexadecimal digits; none when it is written out (STATUS-56). */
    public SortedMap<String, byte[]> sealShards() {
        SortedMap<String, byte[]> shards = new TreeMap<>();
        files().forEach((name, content) -> {
            if (SealShards.isName(SealRevocations.NAME, name)) {
                shards.put(name.substring(name.indexOf('/') + 1, name.indexOf('.')), content);
            }
        });
        return shards;
    }

    private SortedMap<String, byte[]> files() {
        try {
            return SnapshotArchive.read(snapshot);
        } catch (FormatException e) {
            throw new IllegalStateException("a publication's own snapshot can be read", e);
        }
    }

    /** How many leaves its head of the issued log has, if there is one. */
    public OptionalLong logSize() {
        return treeHead()
                .map(head -> OptionalLong.of(LogPublishing.read(head).treeSize()))
                .orElseGet(OptionalLong::empty);
    }
}
