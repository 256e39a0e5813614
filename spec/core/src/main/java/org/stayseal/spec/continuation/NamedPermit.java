package org.stayseal.spec.continuation;

import java.util.Arrays;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;

/**
 * Which code of which permit a continuation is for: SHA-256 of that code's identity (CONT-8). The hash tells who holds the permit that it is this one, and nobody else what its identity is.
 *
 * @param hash 32 bytes
 */
public record NamedPermit(byte[] hash) {
    /** Bytes of the hash. */
    public static final int LENGTH = 32;

    private static final int IDENTITY_LENGTH = 16;

    public NamedPermit {
        if (hash.length != LENGTH) {
            throw new IllegalArgumentException("a permit is named by " + LENGTH + " bytes");
        }
        hash = hash.clone();
    }

    /** @param identity the cti of a credential; of a seal, an IDB or a VDS-NC its 16 bytes */
    public static NamedPermit of(byte[] identity) {
        if (identity.length != IDENTITY_LENGTH) {
            throw new IllegalArgumentException("an identity has " + IDENTITY_LENGTH + " bytes");
        }
        return new NamedPermit(Sha256.of(identity));
    }

    /** A copy. */
    @Override
    public byte[] hash() {
        return hash.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedPermit named && Arrays.equals(hash, named.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    /** 64 lower-case hex digits. */
    @Override
    public String toString() {
        return Hex.encode(hash);
    }
}
