package org.stayseal.spec.log;

import org.stayseal.spec.bytes.Sha256;

/** An inner node of the tree: SHA-256(01 ‖ left ‖ right) (RFC 9162 section 2.1.1). */
final class TreeNode {

    /** Bytes of every hash. */
    static final int LENGTH = 32;

    private static final byte[] NODE = {1};

    private TreeNode() {}

    static byte[] over(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }
}
