package org.stayseal.trust.authority.keys;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.signing.MlDsa65Signer;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.SecondKey;
import org.stayseal.spec.trust.TrustKey;

/**
 * A key that was opened. Exactly one of both is there: a signer on P-256 or P-384, or a second key.
 *
 * <p>Safe for use by one thread. What it signs is the caller's to decide and to show.
 */
public final class HeldKey {

    private final KeyPlace place;
    private final KeyKind kind;
    private final Optional<Signer> signer;
    private final Optional<MlDsa65Signer> second;

    private HeldKey(KeyPlace place, KeyKind kind, Optional<Signer> signer, Optional<MlDsa65Signer> second) {
        this.place = place;
        this.kind = kind;
        this.signer = signer;
        this.second = second;
    }

    static HeldKey of(KeyPlace place, Signer signer) throws KeyFault {
        return switch (signer.algorithm()) {
            case ES256 -> new HeldKey(place, KeyKind.P_256, Optional.of(signer), Optional.empty());
            case ES384 -> new HeldKey(place, KeyKind.P_384, Optional.of(signer), Optional.empty());
            default ->
                throw new KeyFault(
                        "the key in " + place + " is on neither P-256 nor P-384",
                        "documents of trust are signed with those alone; make another with: trust key new");
        };
    }

    static HeldKey of(KeyPlace place, MlDsa65Signer second) {
        return new HeldKey(place, KeyKind.ML_DSA_65, Optional.empty(), Optional.of(second));
    }

    /**
     * Opens the key at a place.
     *
     * @param secrets asked once for the password or PIN
     * @throws KeyFault if it is not there, or does not open
     */
    public static HeldKey open(KeyPlace place, Secrets secrets) throws KeyFault {
        return place instanceof KeyPlace.InToken token
                ? TokenKeys.open(token, secrets)
                : KeyFile.open((KeyPlace.InFile) place, secrets);
    }

    /**
     * Makes a key at a place where there is none.
     *
     * @param now from when its certificate counts, which is a holder of the public key and nothing else
     * @throws KeyFault if there is one, or the place cannot hold one of this kind
     */
    public static HeldKey make(KeyPlace place, KeyKind kind, Secrets secrets, Instant now) throws KeyFault {
        return place instanceof KeyPlace.InToken token
                ? TokenKeys.make(token, kind, secrets, now)
                : KeyFile.make((KeyPlace.InFile) place, kind, secrets, now);
    }

    /** Where it is. */
    public KeyPlace place() {
        return place;
    }

    /** What it is. */
    public KeyKind kind() {
        return kind;
    }

    /** Signs documents, permits, certificates and CRLs; empty for a second key. */
    public Optional<Signer> signer() {
        return signer;
    }

    /** Signs documents beside the others; empty for any other key. */
    public Optional<MlDsa65Signer> second() {
        return second;
    }

    /** Its thumbprint (TRUST-12, TRUST-16): the name that roots and ceremonies give it. */
    public String kid() {
        return signer.map(held -> TrustKey.of(held.certificate().getPublicKey()).kid())
                .orElseGet(() -> SecondKey.of(second.orElseThrow().publicKey()).kid());
    }

    /** The public key as a JWK (TRUST-15, TRUST-16). */
    public String jwk() {
        if (second.isPresent()) {
            return "{\"alg\":\"ML-DSA-65\",\"kty\":\"AKP\",\"pub\":\""
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(second.get().publicKey()) + "\"}";
        }
        Curve curve = kind == KeyKind.P_256 ? Curve.P_256 : Curve.P_384;
        ECPublicKey key = (ECPublicKey) signer.orElseThrow().certificate().getPublicKey();
        return new ECKey.Builder(curve, key).build().toJSONString();
    }

    /** The public key as a SubjectPublicKeyInfo in DER. */
    public byte[] publicKey() {
        return signer.map(held -> held.certificate().getPublicKey())
                .map(PublicKey::getEncoded)
                .orElseGet(() -> SecondKeyFile.publicKeyInfo(second.orElseThrow()));
    }

    /** The public key in PEM (RFC 7468 13). */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** SHA-256 of {@link #publicKey()}, 64 hex digits: what two people read to each other. */
    public String fingerprint() {
        return Hex.encode(Sha256.of(publicKey()));
    }
}
