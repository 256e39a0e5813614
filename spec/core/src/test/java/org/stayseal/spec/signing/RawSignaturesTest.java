package org.stayseal.spec.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RawSignaturesTest {

    private static final byte[] MESSAGE = {1, 2, 3};

    private final SoftwareSigner signer = TestKeys.signer("secp256r1", 1);
    private final ECPublicKey key = (ECPublicKey) signer.certificate().getPublicKey();
    private final BigInteger order = key.getParams().getOrder();
    private final byte[] good = signer.sign(MESSAGE);

    @Test
    void aSignatureIsRawAndVerifies() {
        assertThat(good).hasSize(64);
        assertThat(verify(good)).isTrue();
    }

    @Test
    void aSignatureOfAnotherLengthNeverVerifies() {
        assertThat(verify(Arrays.copyOf(good, 63))).isFalse();
        assertThat(verify(Arrays.copyOf(good, 65))).isFalse();
        assertThat(verify(new byte[0])).isFalse();
        // Both halves one byte longer, with the same numbers: JDK 17 takes this one.
        byte[] padded = new byte[66];
        System.arraycopy(good, 0, padded, 1, 32);
        System.arraycopy(good, 32, padded, 34, 32);
        assertThat(verify(padded)).isFalse();
    }

    @Test
    void zeroAndNumbersFromTheOrderOnAreRefused() {
        BigInteger r = new BigInteger(1, Arrays.copyOf(good, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64));
        assertThat(verify(raw(BigInteger.ZERO, s))).isFalse();
        assertThat(verify(raw(r, BigInteger.ZERO))).isFalse();
        assertThat(verify(raw(order, s))).isFalse();
        assertThat(verify(raw(r, order))).isFalse();
        assertThat(verify(raw(r, s))).isTrue();
    }

    @Test
    void theMirroredSignatureVerifiesToo_whichIsWhyNothingIsKeyedOnIt() {
        BigInteger r = new BigInteger(1, Arrays.copyOf(good, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64));
        assertThat(verify(raw(r, order.subtract(s)))).isTrue();
    }

    @Test
    void aKeyOnAnUnlistedCurveVerifiesNothing() {
        PublicKey unlisted = TestKeys.generate("secp256k1").getPublic();
        assertThat(RawSignatures.verify(unlisted, "SHA-256", MESSAGE, good)).isFalse();
    }

    private boolean verify(byte[] rs) {
        return RawSignatures.verify(key, "SHA-256", MESSAGE, rs);
    }

    private static byte[] raw(BigInteger r, BigInteger s) {
        byte[] out = new byte[64];
        byte[] a = r.toByteArray();
        byte[] b = s.toByteArray();
        System.arraycopy(a, Math.max(0, a.length - 32), out, Math.max(0, 32 - a.length), Math.min(32, a.length));
        System.arraycopy(b, Math.max(0, b.length - 32), out, 32 + Math.max(0, 32 - b.length), Math.min(32, b.length));
        return out;
    }
}
