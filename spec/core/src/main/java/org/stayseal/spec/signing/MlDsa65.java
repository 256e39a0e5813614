package org.stayseal.spec.signing;

import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/**
 * ML-DSA-65 (FIPS 204), pure and with an empty context (RFC 9964; TRUST-16): what documents of trust may be signed with beside ECDSA.
 *
 * <p>Security guarantees: key and signature have exactly their lengths before the library sees them, and every key of that length is one.
 */
public final class MlDsa65 {

    /** Bytes of a public key. */
    public static final int PUBLIC_KEY_LENGTH = 1_952;

    /** Bytes of a signature. */
    public static final int SIGNATURE_LENGTH = 3_309;

    /** The {@code alg} of headers and keys. */
    public static final String JOSE_NAME = "ML-DSA-65";

    private MlDsa65() {}

    /** Whether the signature fits; false for one of another length. */
    public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != PUBLIC_KEY_LENGTH || signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_65, publicKey));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }
}
