package org.stayseal.spec.cwt;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.Rule;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.signing.SignatureAlgorithm;

/**
 * What a residence credential and a continuation have around their claims: text, zlib stream, COSE_Sign1 and its one header (CRED-2 to CRED-24, CONT-2), read strictly. The claims are not
 * looked at, and the signature is not checked before {@link #verifies}.
 */
public final class Envelope {
    /** Most characters in a code (CRED-2). */
    public static final int MAX_TEXT = 4296;
    /** Most bytes of a message (CRED-4). */
    public static final int MAX_BYTES = 8192;
    /** The rules of the deterministic encoding (CRED-10) and its depth (CRED-11). */
    public static final Rule ENCODING = Rule.lettered("CRED-10");

    public static final String DEPTH = "CRED-11";

    private static final int MAX_RATIO = 100;
    /** The rules of what is around the claims. */
    public static final CoseSign1.Rules RULES =
            new CoseSign1.Rules(ENCODING, DEPTH, Rule.lettered("CRED-15"), "CRED-16a");

    private static final long ALG = 1;
    private static final long CRIT = 2;
    private static final long KID = 4;
    private static final long TYP = 16;
    private static final Set<Object> HEADER_KEYS = Set.of(ALG, KID, TYP);

    private final byte[] bytes;
    private final CoseSign1 message;
    private final SignatureAlgorithm algorithm;
    private final byte[] keyId;

    private Envelope(byte[] bytes, CoseSign1 message, SignatureAlgorithm algorithm, byte[] keyId) {
        this.bytes = bytes.clone();
        this.message = message;
        this.algorithm = algorithm;
        this.keyId = keyId;
    }

    /**
     * The bytes of the message in a code's text, which is what sameness is defined on (CRED-5).
     *
     * @param text begins with the prefix, as the caller has seen
     */
    public static byte[] bytesIn(String text, String prefix) throws FormatException {
        if (text.length() > MAX_TEXT) {
            throw FormatException.wrongFormat("CRED-2", "a code of " + text.length() + " characters");
        }
        byte[] stream = Base45.decode(text.substring(prefix.length()), Rule.lettered("CRED-3"));
        return BoundedInflate.inflate(stream, MAX_BYTES, MAX_RATIO, Rule.lettered("CRED-4"));
    }

    /**
     * The message in these bytes, as inflated.
     *
     * @param type the typ that it must have
     * @param typeRule the rule that another one breaks
     * @param name what such a message is, for the words of a refusal
     */
    public static Envelope read(byte[] bytes, String type, String typeRule, String name) throws FormatException {
        if (bytes.length > MAX_BYTES) {
            throw FormatException.wrongFormat("CRED-4e", "a message of " + bytes.length + " bytes");
        }
        CoseSign1 message = CoseSign1.read(bytes, StrictCbor.Keys.IN_ORDER, RULES);
        CborMap header = header(message, HEADER_KEYS);
        CBORObject alg = header.required(ALG, "CRED-16g");
        CBORObject typ = header.required(TYP, "CRED-16g");
        header.required(KID, "CRED-16g");
        requireType(typ, type, typeRule, name);
        byte[] keyId = header.bytes(KID, Credential.KEY_ID_LENGTH, "CRED-19");
        return new Envelope(bytes, message, algorithm(alg), keyId);
    }

    /** The typ that a message must have. */
    public static void requireType(CBORObject typ, String type, String rule, String name) throws FormatException {
        if (typ.getType() != CBORType.TextString || !typ.AsString().equals(type)) {
            throw FormatException.wrongFormat(rule, "typ is not that of " + name);
        }
    }

    /** The algorithm that a header names (CRED-18). */
    public static SignatureAlgorithm algorithm(CBORObject alg) throws FormatException {
        return CredentialAlgorithm.read(alg);
    }

    /** CRED-16: one header, signed, of no members but these. Where alg stands is told first: that is what an attack would play with. */
    public static CborMap header(CoseSign1 message, Set<Object> keys) throws FormatException {
        CborMap open = CborMap.of(message.unprotectedHeader(), "unprotected header", "CRED-16a");
        CborMap header = CborMap.of(message.protectedHeader(), "protected header", "CRED-16a");
        if (open.has(ALG)) {
            throw header.has(ALG)
                    ? FormatException.wrongFormat("CRED-16c", "alg stands in both headers")
                    : FormatException.wrongFormat(
                            "CRED-16b", "alg stands in the unprotected header, which nobody signed");
        }
        if (message.unprotectedHeader().size() != 0) {
            throw FormatException.wrongFormat("CRED-16d", "the unprotected header is not empty");
        }
        if (header.has(CRIT)) {
            throw FormatException.wrongFormat("CRED-16e", "the header has crit");
        }
        return CborMap.of(message.protectedHeader(), keys, "protected header", "CRED-16a", "CRED-16f");
    }

    /** A writer's protected header (CRED-16 to CRED-19) for the key of this certificate. */
    public static byte[] header(X509Certificate certificate, String type) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.ofKey(certificate.getPublicKey())
                .orElseThrow(() -> new IllegalArgumentException("the certificate's key is of an unknown kind"));
        return CBORObject.NewOrderedMap()
                .Add(1, CredentialAlgorithm.written(algorithm))
                .Add(4, Credential.keyIdOf(certificate))
                .Add(16, type)
                .EncodeToBytes();
    }

    /** The whole message as received: tag 18 and what it is around. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The text of a code for these bytes (CRED-1, CONT-1). Another zlib may make another text of them (CRED-5). */
    public String text(String prefix) {
        return prefix + Base45.encode(BoundedInflate.deflate(bytes));
    }

    /** The payload as received. */
    public byte[] payload() {
        return message.payload();
    }

    /** What the issued log holds of it, 32 bytes: SHA-256 over the payload as received, in which a random {@code cti} is (TRUST-181). */
    public byte[] contentDigest() {
        return Sha256.of(message.payload());
    }

    /** The bytes that are signed (CRED-20). */
    public byte[] toBeSigned() {
        return message.toBeSigned();
    }

    /** The signature as received, of whatever length. */
    public byte[] signature() {
        return message.signature();
    }

    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** Selects candidates among certificates, and proves nothing. */
    public byte[] keyId() {
        return keyId.clone();
    }

    /** Whether this certificate is one that the key identifier may mean. */
    public boolean mayBeSignedBy(X509Certificate certificate) {
        return Arrays.equals(keyId, Credential.keyIdOf(certificate));
    }

    /** Whether the signature is one by this key over the bytes as received. False, too, for a key of another algorithm than the header's. */
    public boolean verifies(PublicKey key) {
        return algorithm.verify(key, message.toBeSigned(), message.signature());
    }
}
