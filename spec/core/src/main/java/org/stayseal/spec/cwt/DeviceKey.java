package org.stayseal.spec.cwt;

import java.util.Arrays;

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
