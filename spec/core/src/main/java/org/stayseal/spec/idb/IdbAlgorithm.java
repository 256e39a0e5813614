package org.stayseal.spec.idb;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.stayseal.spec.signing.RawSignatures;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** The algorithm byte of a signed header: ECDSA with one of three hashes (IDB-8). */
public enum IdbAlgorithm {
    ECDSA_SHA256(0x01, 256),
    ECDSA_SHA384(0x02, 384),
    ECDSA_SHA512(0x03, 512);

    private final int code;
    private final int bits;

    IdbAlgorithm(int code, int bits) {
        this.code = code;
        this.bits = bits;
    }

    /** The byte in the header. */
    public int code() {
        return code;
    }

    /** The hash by its JCA name: {@code SHA-256}. */
    public String hash() {
        return "SHA-" + bits;
    }

    /** The algorithm of this byte; empty for one that we do not know. */
    public static Optional<IdbAlgorithm> ofCode(int code) {
        return Arrays.stream(values()).filter(a -> a.code == code).findFirst();
    }

    /** What an encoder writes for this key: the hash that Doc 9303-13 2.4 gives for its curve. Empty for a key that may not sign new codes. */
    public static Optional<IdbAlgorithm> ofKey(PublicKey key) {
        return SignatureAlgorithm.ofSealKey(key)
                .filter(SignatureAlgorithm::mayWrite)
                .flatMap(algorithm -> Arrays.stream(values())
                        .filter(a -> a.hash().equals(algorithm.hash()))
                        .findFirst());
    }

    /** Whether {@code signature} is one of {@code key} over {@code message} with this hash, which must not be shorter than the curve asks for (IDB-15). */
    boolean verify(PublicKey key, byte[] message, byte[] signature) {
        return SignatureAlgorithm.ofSealKey(key)
                .filter(algorithm -> Integer.parseInt(algorithm.hash().substring("SHA-".length())) <= bits)
                .map(algorithm -> RawSignatures.verify(key, hash(), message, signature))
                .orElse(false);
    }
}
