package org.stayseal.spec.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stayseal.spec.bytes.Sha256;

/**
 * The right edge of a Merkle tree (RFC 9162 section 2.1.1): the roots of its complete subtrees, largest first. Enough to append to the tree and to know its root, in 32 bytes for each bit
 * of its size. Immutable.
 */
public final class TreeFrontier {

    private static final TreeFrontier EMPTY = new TreeFrontier(0, List.of());

    private final long size;
    private final List<byte[]> peaks;

    private TreeFrontier(long size, List<byte[]> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    /** The tree without leaves. */
    public static TreeFrontier empty() {
        return EMPTY;
    }

    /**
     * A frontier that was written with {@link #bytes}.
     *
     * @throws IllegalArgumentException if the bytes are not as many as the size asks for
     */
    public static TreeFrontier of(long size, byte[] peaks) {
        if (size < 0 || peaks.length != Long.bitCount(size) * TreeNode.LENGTH) {
            throw new IllegalArgumentException("a tree of this size has another number of complete subtrees");
        }
        List<byte[]> list = new ArrayList<>();
        for (int at = 0; at < peaks.length; at += TreeNode.LENGTH) {
            list.add(Arrays.copyOfRange(peaks, at, at + TreeNode.LENGTH));
        }
        return new TreeFrontier(size, List.copyOf(list));
    }

    /** How many leaves the tree has. */
    public long size() {
        return size;
    }

    /** The tree with one more leaf. */
    public TreeFrontier append(LogLeaf leaf) {
        return append(leaf.hash());
    }

    /** The tree with one more leaf, of which only the hash is known. */
    public TreeFrontier append(byte[] leafHash) {
        List<byte[]> next = new ArrayList<>(peaks);
        byte[] node = leafHash;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            node = TreeNode.over(next.remove(next.size() - 1), node);
        }
        next.add(node);
        return new TreeFrontier(Math.addExact(size, 1), List.copyOf(next));
    }

    /** The complete subtree that begins at this leaf. */
    byte[] peakAt(long start) {
        long at = 0;
        int peak = 0;
        for (long rest = size; rest != 0; rest -= Long.highestOneBit(rest)) {
            if (at == start) {
                return peaks.get(peak);
            }
            at += Long.highestOneBit(rest);
            peak++;
        }
        throw new IllegalArgumentException("no complete subtree begins at leaf " + start);
    }

    /** The tree's root hash, 32 bytes; of the empty tree SHA-256 of nothing. */
    public byte[] root() {
        if (peaks.isEmpty()) {
            return Sha256.of();
        }
        byte[] node = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            node = TreeNode.over(peaks.get(i), node);
        }
        return node.clone();
    }

    /** The roots of the complete subtrees, side by side, for a store. */
    public byte[] bytes() {
        byte[] all = new byte[peaks.size() * TreeNode.LENGTH];
        for (int i = 0; i < peaks.size(); i++) {
            System.arraycopy(peaks.get(i), 0, all, i * TreeNode.LENGTH, TreeNode.LENGTH);
        }
        return all;
    }
}
