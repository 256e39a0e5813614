package org.stayseal.spec.verify;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.jce.ECNamedCurveTable;

/** Anybody can turn an ECDSA signature (r, s) into (r, n-s), which verifies as well. */
final class SignatureTwins {

    private SignatureTwins() {}

    /** The same code with the other s, for a signature at its end by a key on P-256. */
    static byte[] of(byte[] code, int signatureLength) {
        byte[] twin = code.clone();
        int half = signatureLength / 2;
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(code, code.length - half, code.length));
        byte[] other = ECNamedCurveTable.getParameterSpec("secp256r1")
                .getN()
                .subtract(s)
                .toByteArray();
        Arrays.fill(twin, twin.length - half, twin.length, (byte) 0);
        int length = Math.min(half, other.length);
        System.arraycopy(other, other.length - length, twin, twin.length - length, length);
        return twin;
    }
}
