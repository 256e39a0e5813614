package org.stayseal.spec.cwt;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.stayseal.spec.signing.CurvePoint;

/**
 * The public key of the holder's device for one purpose, on P-256 (CRED-34). That x and y are a point of the curve is seen when a proof
 * by the device is checked.
 *
 * @param x exactly 32 bytes, big endian
 * @param y exactly 32 bytes, big endian
 */
public record DeviceKey(byte[] x, byte[] y) {
    /** Bytes of a coordinate. */
    public static final int LENGTH = 32;

    public DeviceKey {
        if (x.length != LENGTH || y.length != LENGTH) {
            throw new IllegalArgumentException("a coordinate on P-256 has " + LENGTH + " bytes");
        }
        x = x.clone();
        y = y.clone();
    }

    @Override
    public byte[] x() {
        return x.clone();
    }

    @Override
    public byte[] y() {
        return y.clone();
    }

    /** The key for checking a proof; empty if x and y are no point of the curve: then nothing verifies. */
    public Optional<PublicKey> publicKey() {
        return CurvePoint.onP256(x, y);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeviceKey key && Arrays.equals(x, key.x) && Arrays.equals(y, key.y);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
    }

    @Override
    public String toString() {
        return "DeviceKey[P-256]";
    }
}
