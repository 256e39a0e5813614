package org.stayseal.spec.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * ECDSA signatures in the raw form: r and s as big-endian numbers of the length of the order (VDS-15, CRED-22; Doc 9303-13 2.4, RFC 9053 2.1).
 *
 * <p>Security guarantees: length, form and range of both halves are checked here before any provider sees them, because providers differ on what they let
 * through. What is not guaranteed: that a signature is the only one for its message. (r, n-s) verifies as well as (r, s), so nothing may be keyed on it.
 */
public final class RawSignatures {

    private RawSignatures() {}

    /**
     * @param key a key on a curve that {@link SignatureAlgorithm} lists; any other is answered with false
     * @param hash JCA name of the hash, such as {@code SHA-256}
     * @param rs r and s, each exactly as long as the order of the curve in bytes
     * @return whether the signature fits
     */
    public static boolean verify(PublicKey key, String hash, byte[] message, byte[] rs) {
        if (!(key instanceof ECPublicKey ec) || SignatureAlgorithm.ofKey(key).isEmpty()) {
            return false;
        }
        BigInteger order = ec.getParams().getOrder();
        int half = (order.bitLength() + 7) / 8;
        if (rs.length != 2 * half) {
            return false;
        }
        BigInteger r = new BigInteger(1, Arrays.copyOfRange(rs, 0, half));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(rs, half, rs.length));
        if (!inRange(r, order) || !inRange(s, order)) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(jcaName(hash, "ECDSA"), Crypto.provider());
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(StandardDSAEncoding.INSTANCE.encode(order, r, s));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            // The key is on a known curve and both halves are in range: whatever the provider still dislikes is no good
            // signature.
            return false;
        }
    }

    /** The raw form of a signature in DER, for keys behind interfaces that speak only that. */
    public static byte[] fromDer(BigInteger order, byte[] der) {
        try {
            BigInteger[] rs = StandardDSAEncoding.INSTANCE.decode(order, der);
            return PlainDSAEncoding.INSTANCE.encode(order, rs[0], rs[1]);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("not an ECDSA signature in DER", e);
        }
    }

    /** {@code SHA-256} and {@code ECDSA} make {@code SHA256withECDSA}. */
    static String jcaName(String hash, String scheme) {
        return hash.replace("-", "") + "with" + scheme;
    }

    private static boolean inRange(BigInteger half, BigInteger order) {
        return half.signum() > 0 && half.compareTo(order) < 0;
    }
}
