package org.stayseal.spec.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.bouncycastle.util.Arrays;

/** A public key that stands in a message as two numbers, without a certificate (CRED-34). */
public final class CurvePoint {

    private static final byte[] UNCOMPRESSED = {4};

    private CurvePoint() {}

    /**
     * @param x 32 bytes, big endian
     * @param y 32 bytes, big endian
     * @return empty if they are not below the field's prime, or no point of P-256
     */
    public static Optional<PublicKey> onP256(byte[] x, byte[] y) {
        ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec(SignatureAlgorithm.ES256.curve());
        try {
            ECPublicKeySpec point =
                    new ECPublicKeySpec(curve.getCurve().decodePoint(Arrays.concatenate(UNCOMPRESSED, x, y)), curve);
            return Optional.of(KeyFactory.getInstance("EC", Crypto.provider()).generatePublic(point));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("P-256 is always there", e);
        }
    }
}
