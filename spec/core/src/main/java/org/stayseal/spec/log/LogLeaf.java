package org.stayseal.spec.log;

import java.util.Arrays;
import org.stayseal.spec.bytes.Sha256;

/**
 * One signature in the log (TRUST-182): who signed, and what.
 *
 * <p>Security guarantees: nothing about a person can be found by trying, because the content holds what is random in each code (TRUST-181). What is not guaranteed: that a code of this
 * content exists.
 */
public final class LogLeaf {

    /** Bytes of a log identity. */
    public static final int IDENTITY_LENGTH = 16;

    private static final byte[] LEAF = {0};

    private final byte[] signer;
    private final byte[] content;

    private LogLeaf(byte[] signer, byte[] content) {
        this.signer = signer;
        this.content = content;
    }

    /**
     * @param signer SHA-256 of the signer's certificate, 32 bytes
     * @param content the content digest of what it signed (TRUST-181), 32 bytes
     */
    public static LogLeaf of(byte[] signer, byte[] content) {
        if (signer.length != TreeNode.LENGTH || content.length != TreeNode.LENGTH) {
            throw new IllegalArgumentException("a leaf has two digests of 32 bytes");
        }
        return new LogLeaf(signer.clone(), content.clone());
    }

    /** SHA-256 of the signer's certificate. */
    public byte[] signer() {
        return signer.clone();
    }

    /** The content digest. */
    public byte[] content() {
        return content.clone();
    }

    /** The log identity: the first 16 bytes of the content digest. */
    public byte[] identity() {
        return Arrays.copyOf(content, IDENTITY_LENGTH);
    }

    /** Whether this certificate's key signed it. */
    public boolean isSignedBy(byte[] certificateDigest) {
        return Arrays.equals(signer, certificateDigest);
    }

    /** The leaf's hash in the tree: SHA-256(00 ‖ signer ‖ content). */
    public byte[] hash() {
        return Sha256.of(LEAF, signer, content);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof LogLeaf that
                && Arrays.equals(signer, that.signer)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }
}
