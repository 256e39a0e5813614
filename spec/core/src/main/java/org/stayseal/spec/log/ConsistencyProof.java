package org.stayseal.spec.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * That a later tree begins with all leaves of an earlier one, in their order (RFC 9162 section 2.1.4).
 *
 * @param from size of the earlier tree, from 1
 * @param to size of the later tree
 * @param nodes hashes of 32 bytes, in the order of the RFC
 */
public record ConsistencyProof(long from, long to, List<byte[]> nodes) {

    /** More than any tree needs. */
    private static final int MAX_NODES = 128;

    /** Refuses sizes between which there is no proof. */
    public ConsistencyProof {
        nodes = List.copyOf(nodes);
        if (from < 1 || to < from || nodes.size() > MAX_NODES) {
            throw new IllegalArgumentException(
                    "a proof leads from a tree of one leaf or more to one as large or larger");
        }
    }

    /**
     * Makes the proof (RFC 9162 2.1.4.1) from the edge of the earlier tree and what came after it: no other leaf is needed.
     *
     * @param earlier of one leaf or more
     * @param since hashes of the leaves that came after it, in order
     */
    public static ConsistencyProof of(TreeFrontier earlier, List<byte[]> since) {
        long to = Math.addExact(earlier.size(), since.size());
        List<byte[]> nodes = new ArrayList<>();
        new Making(earlier, since, nodes).subproof(0, to, true);
        return new ConsistencyProof(earlier.size(), to, nodes);
    }

    private record Making(TreeFrontier earlier, List<byte[]> since, List<byte[]> nodes) {

        /** SUBPROOF of the RFC over the leaves from {@code start} to before {@code end}. */
        void subproof(long start, long end, boolean whole) {
            if (earlier.size() == end) {
                if (!whole) {
                    nodes.add(earlier.peakAt(start));
                }
                return;
            }
            long middle = start + Long.highestOneBit(end - start - 1);
            if (earlier.size() <= middle) {
                subproof(start, middle, whole);
                nodes.add(later(middle, end));
            } else {
                subproof(middle, end, false);
                nodes.add(earlier.peakAt(start));
            }
        }

        /** A node over leaves that only the later tree has. */
        private byte[] later(long start, long end) {
            int from = Math.toIntExact(start - earlier.size());
            TreeFrontier tree = TreeFrontier.empty();
            for (byte[] leaf : since.subList(from, Math.toIntExact(end - earlier.size()))) {
                tree = tree.append(leaf);
            }
            return tree.root();
        }
    }

    /** Whether it leads from the one root to the other (RFC 9162 2.1.4.2). */
    public boolean leads(byte[] earlier, byte[] later) {
        if (from == to) {
            return nodes.isEmpty() && Arrays.equals(earlier, later);
        }
        List<byte[]> path = new ArrayList<>(nodes);
        if (Long.bitCount(from) == 1) {
            path.add(0, earlier);
        }
        if (path.isEmpty()) {
            return false;
        }
        long fn = from - 1;
        long sn = to - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] first = path.get(0);
        byte[] second = path.get(0);
        for (byte[] node : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                first = TreeNode.over(node, first);
                second = TreeNode.over(node, second);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                second = TreeNode.over(second, node);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(first, earlier) && Arrays.equals(second, later);
    }
}
