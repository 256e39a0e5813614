package org.stayseal.spec.trust;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** A public key of a role or of a status service: P-256 or P-384, named by its RFC 7638 thumbprint (TRUST-12, TRUST-15). */
public final class TrustKey {

    private static final String RULE = "TRUST-15";

    private final String kid;
    private final ECKey jwk;
    private final PublicKey publicKey;
    private final SignatureAlgorithm algorithm;

    private TrustKey(ECKey jwk) throws JOSEException {
        this.jwk = jwk;
        this.kid = jwk.computeThumbprint().toString();
        // Through the one provider, so that no key of another provider meets its signatures.
        this.publicKey = jwk.toECPublicKey(Crypto.provider());
        this.algorithm = jwk.getCurve().equals(Curve.P_256) ? SignatureAlgorithm.ES256 : SignatureAlgorithm.ES384;
    }

    /**
     * @throws IllegalArgumentException if the key is not on P-256 or P-384
     */
    public static TrustKey of(PublicKey key) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.ofKey(key)
                .filter(a -> a == SignatureAlgorithm.ES256 || a == SignatureAlgorithm.ES384)
                .orElseThrow(() -> new IllegalArgumentException("trust documents are signed with P-256 or P-384 only"));
        Curve curve = algorithm == SignatureAlgorithm.ES256 ? Curve.P_256 : Curve.P_384;
        try {
            return new TrustKey(new ECKey.Builder(curve, (ECPublicKey) key).build());
        } catch (JOSEException e) {
            throw new IllegalArgumentException("not a usable key", e);
        }
    }

    /** Reads a JWK with exactly {@code kty}, {@code crv}, {@code x}, {@code y}. */
    static TrustKey read(JsonObject json) throws FormatException {
        json.exactly(RULE, "crv", "kty", "x", "y");
        String crv = json.text("crv", RULE);
        if (!json.text("kty", RULE).equals("EC") || !crv.equals("P-256") && !crv.equals("P-384")) {
            throw FormatException.wrongFormat(RULE, json.where() + " is not a key on P-256 or P-384");
        }
        int length = crv.equals("P-256") ? 32 : 48;
        try {
            return new TrustKey(
                    new ECKey.Builder(Curve.parse(crv), coordinate(json, "x", length), coordinate(json, "y", length))
                            .build());
        } catch (JOSEException | IllegalStateException | IllegalArgumentException e) {
            throw FormatException.wrongFormat(RULE, json.where() + " is not a point on its curve");
        }
    }

    private static Base64URL coordinate(JsonObject json, String name, int length) throws FormatException {
        String text = json.text(name, RULE);
        if (Base64Form.url(text, json.where() + "." + name).length != length) {
            throw FormatException.wrongFormat(RULE, json.where() + "." + name + " has not " + length + " bytes");
        }
        return new Base64URL(text);
    }

    /** The thumbprint, base64url, 43 characters. */
    public String kid() {
        return kid;
    }

    /** The key. */
    public PublicKey publicKey() {
        return publicKey;
    }

    /** ES256 or ES384, as the curve says. */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    String crv() {
        return jwk.getCurve().getName();
    }

    String x() {
        return jwk.getX().toString();
    }

    String y() {
        return jwk.getY().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrustKey key && key.kid.equals(kid);
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
