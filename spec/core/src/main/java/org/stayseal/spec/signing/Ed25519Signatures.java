package org.stayseal.spec.signing;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECKey;
import java.util.Arrays;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Ed25519 (RFC 8032 5.1.7; CRED-23).
 *
 * <p>Security guarantees: the point of the key and the R of a signature are each the canonical encoding of a point of order L, so that an implementation
 * which multiplies by the cofactor and one which does not give the same answer; and S is below L, which the provider checks.
 */
final class Ed25519Signatures {
    /** Bytes of a signature. */
    static final int LENGTH = 64;

    private static final int POINT = Ed25519.PUBLIC_KEY_SIZE;

    private Ed25519Signatures() {}

    /** Whether this is an Ed25519 key by TRUST-95. */
    static boolean isUsable(PublicKey key) {
        return isEd25519(key) && Ed25519.validatePublicKeyFull(point(key), 0);
    }

    /** @param key one that {@link #isUsable} */
    static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != LENGTH || !Ed25519.validatePublicKeyFull(Arrays.copyOf(signature, POINT), 0)) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519", Crypto.provider());
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Length and points are right: what the provider still dislikes (an S out of range) is no good signature.
            return false;
        }
    }

    private static boolean isEd25519(PublicKey key) {
        return key.getAlgorithm().equals("Ed25519")
                || key instanceof EdECKey ed && ed.getParams().getName().equals("Ed25519");
    }

    /** The 32 bytes of the key; 32 zeros, which are no point of order L, if it is encoded otherwise (RFC 8410). */
    private static byte[] point(PublicKey key) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        byte[] point = info.getPublicKeyData().getOctets();
        boolean right = info.getAlgorithm().getAlgorithm().equals(EdECObjectIdentifiers.id_Ed25519)
                && info.getAlgorithm().getParameters() == null
                && point.length == POINT;
        return right ? point : new byte[POINT];
    }
}
