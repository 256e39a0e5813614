package org.stayseal.spec.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.stayseal.spec.bytes.Sha256;

/**
 * PS256: RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 8230, RFC 8017 8.1.2; CRED-24). Made for vectors alone: the
 * signature would take a code beyond the size at which it prints well.
 *
 * <p>Security guarantees: the key is within the bounds of TRUST-95, so a huge modulus costs no time and a small exponent opens nothing; a signature has
 * exactly the bytes of the modulus and is below it.
 */
final class RsaPssSignatures {
    private static final int LEAST_BITS = 2048;
    private static final int MOST_BITS = 4096;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
    private static final PSSParameterSpec PARAMETERS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

    private RsaPssSignatures() {}

    /** Whether this is an RSA key by TRUST-95. A key of the kind id-RSASSA-PSS names itself otherwise. */
    static boolean isUsable(PublicKey key) {
        if (!(key instanceof RSAPublicKey rsa) || !key.getAlgorithm().equals("RSA")) {
            return false;
        }
        int bits = rsa.getModulus().bitLength();
        return bits >= LEAST_BITS
                && bits <= MOST_BITS
                && bits % 8 == 0
                && rsa.getModulus().testBit(0)
                && rsa.getPublicExponent().equals(EXPONENT);
    }

    /** A signature whose salt is made from the key and the message, so that it is the same each time and no two messages share a salt. */
    static byte[] sign(RSAPrivateKey key, byte[] message) throws GeneralSecurityException {
        byte[] salt = Sha256.of(key.getPrivateExponent().toByteArray(), message);
        PSSSigner signer = new PSSSigner(new RSABlindedEngine(), new SHA256Digest(), salt);
        signer.init(true, new RSAKeyParameters(true, key.getModulus(), key.getPrivateExponent()));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new GeneralSecurityException("the key does not sign", e);
        }
    }

    /** @param key one that {@link #isUsable} */
    static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        BigInteger modulus = ((RSAPublicKey) key).getModulus();
        if (signature.length != modulus.bitLength() / 8 || new BigInteger(1, signature).compareTo(modulus) >= 0) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("SHA256withRSAandMGF1", Crypto.provider());
            verifier.setParameter(PARAMETERS);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The key and the length are right: what the provider still dislikes is no good signature.
            return false;
        }
    }
}
