package org.stayseal.spec.claim169;

import com.upokecenter.cbor.CBORObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.cwt.CoseSign1;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.signing.Signer;

/** Writes an identity credential in the one form of C169-20. */
public final class IdentityEncoder {

    /** Integer keys in the order of their encodings (RFC 8949 4.2.1): 0 and up, then -1 and down. */
    private static final Comparator<Long> ORDER =
            Comparator.<Long, Boolean>comparing(key -> key < 0).thenComparing(key -> key < 0 ? -1 - key : key);

    private IdentityEncoder() {}

    /**
     * The text of a code.
     *
     * @throws IllegalArgumentException for a key that is not on P-256 or Ed25519, an identity with keys 16 and 17, or one that no reader would take
     * @throws IllegalStateException if the signer signed something else
     */
    public static String encode(IdentityCredential.Token token, Identity identity, Signer signer) {
        byte[] header = CBORObject.NewOrderedMap()
                .Add(1, algorithm(signer))
                .Add(4, Credential.keyIdOf(signer.certificate()))
                .EncodeToBytes();
        byte[] payload = payload(token, identity).EncodeToBytes();
        byte[] signature = signer.sign(CoseSign1.toBeSigned(header, payload));
        String text = Base45.encode(BoundedInflate.deflate(CoseSign1.write(header, payload, signature)));
        try {
            IdentityCredential read = IdentityDecoder.decode(text);
            if (!read.verifies(signer.certificate().getPublicKey())) {
                throw new IllegalStateException("the signature is not one over this credential");
            }
            return text;
        } catch (FormatException e) {
            throw new IllegalArgumentException("no reader would take this: " + e.rule() + ", " + e.getMessage(), e);
        }
    }

    private static int algorithm(Signer signer) {
        return switch (signer.algorithm()) {
            case ES256 -> -7;
            case ED25519 -> -8;
            default ->
                throw new IllegalArgumentException(
                        "identity credentials are signed with P-256 or Ed25519, not with " + signer.algorithm());
        };
    }

    private static CBORObject payload(IdentityCredential.Token token, Identity identity) {
        CBORObject claims = CBORObject.NewOrderedMap();
        token.issuer().ifPresent(text -> claims.Add(1, text));
        token.subject().ifPresent(text -> claims.Add(2, text));
        time(claims, 4, token.expires());
        time(claims, 5, token.notBefore());
        time(claims, 6, token.issuedAt());
        return claims.Add(169, map(identity));
    }

    private static void time(CBORObject claims, int key, Optional<Instant> time) {
        time.ifPresent(instant -> claims.Add(key, instant.getEpochSecond()));
    }

    private static CBORObject map(Identity identity) {
        if (identity.photo().isPresent()
                || identity.code(IdentityField.PHOTO_FORMAT).isPresent()) {
            throw new IllegalArgumentException("keys 16 and 17 are withdrawn: a picture is written as face (C169-20)");
        }
        Map<Long, CBORObject> sorted = new TreeMap<>(ORDER);
        identity.texts().forEach((field, text) -> sorted.put((long) field.key(), CBORObject.FromObject(text)));
        identity.codes().forEach((field, code) -> sorted.put((long) field.key(), CBORObject.FromObject(code)));
        if (!identity.fingers().isEmpty()) {
            CBORObject fingers = CBORObject.NewArray();
            identity.fingers().forEach(finger -> fingers.Add(finger.intValue()));
            sorted.put((long) IdentityField.BEST_QUALITY_FINGERS.key(), fingers);
        }
        identity.biometrics().forEach((field, samples) -> sorted.put((long) field.key(), samples(samples)));
        identity.unknown().forEach((key, value) -> sorted.put(key, CBORObject.DecodeFromBytes(value)));
        CBORObject map = CBORObject.NewOrderedMap();
        sorted.forEach((key, value) -> map.Add(key.longValue(), value));
        return map;
    }

    private static CBORObject samples(List<Biometric> samples) {
        CBORObject array = CBORObject.NewArray();
        for (Biometric sample : samples) {
            CBORObject map = CBORObject.NewOrderedMap().Add(0, sample.data());
            sample.format().ifPresent(format -> map.Add(1, format.intValue()));
            sample.subFormat().ifPresent(format -> map.Add(2, format.intValue()));
            sample.issuer().ifPresent(issuer -> map.Add(3, issuer));
            array.Add(map);
        }
        return array;
    }
}
