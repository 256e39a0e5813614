package org.stayseal.vectors;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.jce.ECNamedCurveTable;

/** Anybody can turn an ECDSA signature (r, s) into (r, n - s), which verifies as well. */
final class Twins {

    private static final int HALF = 32;

    private Twins() {}

    /** The same code with the other s, for a signature on P-256 at its end. */
    static byte[] of(byte[] code) {
        byte[] twin = code.clone();
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(code, code.length - HALF, code.length));
        byte[] other = ECNamedCurveTable.getParameterSpec("secp256r1")
                .getN()
                .subtract(s)
                .toByteArray();
        Arrays.fill(twin, twin.length - HALF, twin.length, (byte) 0);
        int length = Math.min(HALF, other.length);
        System.arraycopy(other, other.length - length, twin, twin.length - length, length);
        return twin;
    }
}
