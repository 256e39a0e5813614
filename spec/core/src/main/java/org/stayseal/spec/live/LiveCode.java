package org.stayseal.spec.live;

import com.upokecenter.cbor.CBORObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.Rule;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.cwt.CborMap;
import org.stayseal.spec.cwt.CoseSign1;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.cwt.DeviceKey;
import org.stayseal.spec.cwt.Envelope;
import org.stayseal.spec.cwt.StrictCbor;
import org.stayseal.spec.signing.SignatureAlgorithm;

/**
 * A live code that decoded: the credential in it, and the proof around it, both as received. That it decoded says nothing about either signature.
 *
 * <p>Security guarantees: {@link #proves} checks the proof over the received bytes by the key that the credential itself names, and by no other. What is not guaranteed: that this key is
 * one that an authority signed. That is known only once the credential's own signature was checked.
 */
public final class LiveCode {
    /** The typ of a live code (LIVE-3). */
    public static final String TYPE = "application/residence-permit-presentation+cwt";
    /** What the text of a live code begins with (LIVE-1). */
    public static final String PREFIX = "RPL1:";
    /** Bytes of a nonce, at least and at most (LIVE-7). */
    public static final int NONCE_MIN_LENGTH = 8;

    public static final int NONCE_MAX_LENGTH = 64;

    static final long ALG = 1;
    static final long TYP = 16;
    static final long MADE_AT = 6;
    static final long NONCE = 10;
    static final long CREDENTIAL = -65538;
    static final long LAST_SECOND = 253_402_300_799L;

    private static final Set<Object> HEADER_KEYS = Set.of(ALG, TYP);
    private static final Set<Object> CLAIMS = Set.of(MADE_AT, NONCE, CREDENTIAL);

    private final byte[] bytes;
    private final CoseSign1 message;
    private final Instant madeAt;
    private final Credential credential;
    private final Optional<byte[]> nonce;

    private LiveCode(byte[] bytes, CoseSign1 message, Instant madeAt, Credential credential, Optional<byte[]> nonce) {
        this.bytes = bytes.clone();
        this.message = message;
        this.madeAt = madeAt;
        this.credential = credential;
        this.nonce = nonce;
    }

    /** The live code in a code's text, {@code RPL1:…}, exactly as scanned. */
    public static LiveCode decode(String text) throws FormatException {
        return decode(bytesOf(text));
    }

    /** The bytes of the message in a code's text. */
    public static byte[] bytesOf(String text) throws FormatException {
        if (!text.startsWith(PREFIX)) {
            throw FormatException.notAPermit("LIVE-1", "the text does not begin with " + PREFIX);
        }
        if (text.length() > Envelope.MAX_TEXT) {
            throw FormatException.wrongFormat("CRED-2", "a code of " + text.length() + " characters");
        }
        return Base45.decode(text.substring(PREFIX.length()), Rule.lettered("CRED-3"));
    }

    /** The live code in these bytes. */
    public static LiveCode decode(byte[] bytes) throws FormatException {
        if (bytes.length > Envelope.MAX_BYTES) {
            throw FormatException.wrongFormat("CRED-4e", "a message of " + bytes.length + " bytes");
        }
        CoseSign1 message = CoseSign1.read(bytes, StrictCbor.Keys.IN_ORDER, Envelope.RULES);
        CborMap header = Envelope.header(message, HEADER_KEYS);
        CBORObject alg = header.required(ALG, "CRED-16g");
        CBORObject typ = header.required(TYP, "CRED-16g");
        Envelope.requireType(typ, TYPE, "LIVE-3", "a live code");
        if (Envelope.algorithm(alg) != SignatureAlgorithm.ES256) {
            throw FormatException.unsupported("LIVE-4", "an algorithm that no device key of this version is for");
        }
        CBORObject payload =
                StrictCbor.read(message.payload(), StrictCbor.Keys.IN_ORDER, Envelope.ENCODING, Envelope.DEPTH);
        CborMap claims = CborMap.of(payload, CLAIMS, "payload", "LIVE-5a", "LIVE-5b");
        CBORObject madeAt = claims.required(MADE_AT, "LIVE-5c");
        CBORObject embedded = claims.required(CREDENTIAL, "LIVE-5c");
        Instant at = Instant.ofEpochSecond(CborMap.uint(madeAt, LAST_SECOND, "iat", "LIVE-6"));
        Optional<byte[]> nonce = nonce(claims.get(NONCE));
        Credential credential = CredentialDecoder.decode(CborMap.byteString(embedded, "the credential", "LIVE-8"));
        return new LiveCode(bytes, message, at, credential, nonce);
    }

    private static Optional<byte[]> nonce(Optional<CBORObject> item) throws FormatException {
        if (item.isEmpty()) {
            return Optional.empty();
        }
        byte[] nonce = CborMap.byteString(item.get(), "the nonce", "LIVE-7");
        if (nonce.length < NONCE_MIN_LENGTH || nonce.length > NONCE_MAX_LENGTH) {
            throw FormatException.wrongFormat("LIVE-7", "a nonce of " + nonce.length + " bytes");
        }
        return Optional.of(nonce);
    }

    /** The text of its code: each message has one (LIVE-1). */
    public String text() {
        return PREFIX + Base45.encode(bytes);
    }

    /** The whole message as received. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The moment that the device says it made the proof at, a whole second. */
    public Instant madeAt() {
        return madeAt;
    }

    /** What a verifier gave the device to sign, if it did. */
    public Optional<byte[]> nonce() {
        return nonce.map(byte[]::clone);
    }

    /** The credential that is shown. */
    public Credential credential() {
        return credential;
    }

    /** The bytes that the device signed. */
    public byte[] toBeSigned() {
        return message.toBeSigned();
    }

    /** The proof as received, of whatever length. */
    public byte[] signature() {
        return message.signature();
    }

    /** Whether the proof is one by the key that the credential is bound to, over the bytes as received. False, too, for a credential that is bound to none. */
    public boolean proves() {
        return credential
                .claims()
                .deviceKey()
                .flatMap(DeviceKey::publicKey)
                .filter(key -> SignatureAlgorithm.ES256.verify(key, message.toBeSigned(), message.signature()))
                .isPresent();
    }

    @Override
    public String toString() {
        return "LiveCode[" + credential.id() + ", " + madeAt
                + nonce.map(n -> ", nonce " + Hex.encode(n)).orElse("") + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LiveCode code && Arrays.equals(bytes, code.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
