package org.stayseal.spec.signing;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/** A second key that signs, held in this process (TRUST-16). */
public final class MlDsa65Signer {

    private static final int SEED = 32;

    private final MLDSAPrivateKeyParameters key;
    private final boolean hedged;

    private MlDsa65Signer(MLDSAPrivateKeyParameters key, boolean hedged) {
        if (!key.getParameters().equals(MLDSAParameters.ml_dsa_65)) {
            throw new IllegalArgumentException("a key of ML-DSA-65 is needed");
        }
        this.key = key;
        this.hedged = hedged;
    }

    /** A fresh key. */
    public static MlDsa65Signer fresh(SecureRandom random) {
        byte[] seed = new byte[SEED];
        random.nextBytes(seed);
        return new MlDsa65Signer(new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65, seed), true);
    }

    /**
     * A key that was kept; it signs with fresh randomness each time (FIPS 204 3.4, hedged).
     *
     * @param pkcs8 PKCS #8 of RFC 9881
     * @throws IllegalArgumentException if it is no key of ML-DSA-65
     */
    public static MlDsa65Signer of(byte[] pkcs8) {
        return new MlDsa65Signer(read(pkcs8), true);
    }

    /** As {@link #of}, but the same message always gets the same signature: for vectors. */
    public static MlDsa65Signer deterministic(byte[] pkcs8) {
        return new MlDsa65Signer(read(pkcs8), false);
    }

    private static MLDSAPrivateKeyParameters read(byte[] pkcs8) {
        try {
            if (PrivateKeyFactory.createKey(pkcs8) instanceof MLDSAPrivateKeyParameters key) {
                return key;
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("not a private key of ML-DSA-65", e);
        }
        throw new IllegalArgumentException("not a private key of ML-DSA-65");
    }

    /** The public key, 1,952 bytes. */
    public byte[] publicKey() {
        return key.getPublicKey();
    }

    /** The private key as PKCS #8 that holds the seed alone (RFC 9881 section 6). */
    public byte[] pkcs8() {
        try {
            return PrivateKeyInfoFactory.createPrivateKeyInfo(
                            key.getParametersWithFormat(MLDSAPrivateKeyParameters.SEED_ONLY))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a key that was made can be written", e);
        }
    }

    /** Signs; 3,309 bytes. */
    public byte[] sign(byte[] message) {
        MLDSASigner signer = new MLDSASigner();
        signer.init(true, hedged ? new ParametersWithRandom(key, CryptoServicesRegistrar.getSecureRandom()) : key);
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("the key does not sign", e);
        }
    }
}
