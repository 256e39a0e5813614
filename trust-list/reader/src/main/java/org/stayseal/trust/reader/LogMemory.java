package org.stayseal.trust.reader;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader remembers of the issued log (TRUST-190).
 *
 * @param treeHead the newest head, if there was one
 * @param kept of stolen keys, by the SHA-256 of the signer's certificate in lower-case hexadecimal digits
 */
public record LogMemory(Optional<Tree> treeHead, Map<String, Kept> kept) {

    static final String TREE_HEAD = "tree-head";
    private static final String KEPT_LOG = "kept-log:";

    /** Of an authority that keeps no log. */
    public static final LogMemory NONE = new LogMemory(Optional.empty(), Map.of());

    /**
     * A tree head.
     *
     * @param number and digest of the document
     * @param size how many leaves
     * @param rootHash 64 lower-case hexadecimal digits
     */
    public record Tree(Memory.Numbered number, long size, String rootHash) {}

    /**
     * A kept log.
     *
     * @param number and digest of the document
     * @param before from when on nothing that the key signed counts
     * @param count how many identities
     */
    public record Kept(Memory.Numbered number, Instant before, int count) {}

    /** Keeps its own map. */
    public LogMemory {
        kept = Map.copyOf(kept);
    }

    /** The name by which {@link Memory#signers} has a kept log. */
    static String keptLog(String signer) {
        return KEPT_LOG + signer;
    }
}
