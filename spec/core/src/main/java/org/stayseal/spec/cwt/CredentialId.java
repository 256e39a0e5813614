package org.stayseal.spec.cwt;

import java.security.SecureRandom;
import java.util.Arrays;
import org.stayseal.spec.bytes.Hex;

/**
 * A credential's only identity, its cti (CRED-29): nothing is keyed on its signature or its text (CRED-21).
 *
 * @param bytes exactly 16, random
 */
public record CredentialId(byte[] bytes) {
    /** Bytes of an identity. */
    public static final int LENGTH = 16;

    public CredentialId {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a credential's identity has " + LENGTH + " bytes");
        }
        bytes = bytes.clone();
    }

    /** A new identity. */
    public static CredentialId random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new CredentialId(bytes);
    }

    /** A copy. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CredentialId id && Arrays.equals(bytes, id.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** 32 lower-case hex digits. */
    @Override
    public String toString() {
        return Hex.encode(bytes);
    }
}
