package org.stayseal.spec.trust;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.signing.MlDsa65;
import tools.jackson.databind.node.ObjectNode;

/** A public key of ML-DSA-65, named by its thumbprint (TRUST-16). */
public final class SecondKey {

    private static final String RULE = "TRUST-16";
    private static final String KTY = "AKP";

    private final byte[] publicKey;
    private final String kid;

    private SecondKey(byte[] publicKey) {
        this.publicKey = publicKey.clone();
        // RFC 7638 3.2: the required members alone, in order, without white space.
        String canonical = "{\"alg\":\"" + MlDsa65.JOSE_NAME + "\",\"kty\":\"" + KTY + "\",\"pub\":\""
                + Base64Form.url(publicKey) + "\"}";
        this.kid = Base64Form.url(Sha256.of(canonical.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * @param publicKey 1,952 bytes
     * @throws IllegalArgumentException for another length
     */
    public static SecondKey of(byte[] publicKey) {
        if (publicKey.length != MlDsa65.PUBLIC_KEY_LENGTH) {
            throw new IllegalArgumentException("a key of ML-DSA-65 has " + MlDsa65.PUBLIC_KEY_LENGTH + " bytes");
        }
        return new SecondKey(publicKey);
    }

    /** Reads a JWK with exactly {@code alg}, {@code kty}, {@code pub}. */
    static SecondKey read(JsonObject json) throws FormatException {
        json.exactly(RULE, "alg", "kty", "pub");
        if (!json.text("kty", RULE).equals(KTY) || !json.text("alg", RULE).equals(MlDsa65.JOSE_NAME)) {
            throw FormatException.wrongFormat(RULE, json.where() + " is not a key of ML-DSA-65");
        }
        byte[] publicKey = Base64Form.url(json.text("pub", RULE), json.where() + ".pub");
        if (publicKey.length != MlDsa65.PUBLIC_KEY_LENGTH) {
            throw FormatException.wrongFormat(
                    RULE, json.where() + ".pub has not " + MlDsa65.PUBLIC_KEY_LENGTH + " bytes");
        }
        return new SecondKey(publicKey);
    }

    void write(ObjectNode json) {
        json.put("alg", MlDsa65.JOSE_NAME).put("kty", KTY).put("pub", Base64Form.url(publicKey));
    }

    /** The thumbprint, base64url, 43 characters. */
    public String kid() {
        return kid;
    }

    /** Whether the signature over the message fits. */
    boolean verifies(byte[] message, byte[] signature) {
        return MlDsa65.verify(publicKey, message, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecondKey key && Arrays.equals(key.publicKey, publicKey);
    }

    @Override
    public int hashCode() {
        return kid.hashCode();
    }

    @Override
    public String toString() {
        return kid;
    }
}
