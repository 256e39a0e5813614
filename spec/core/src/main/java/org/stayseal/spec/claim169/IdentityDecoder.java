package org.stayseal.spec.claim169;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.cwt.CoseSign1;
import org.stayseal.spec.cwt.StrictCbor;
import org.stayseal.spec.registry.Limits;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** Reads an identity credential in every variant that C169-3 allows. */
public final class IdentityDecoder {

    private static final byte TAG_18 = (byte) 0xD2;
    private static final long LAST_SECOND = 253402300799L;
    private static final CoseSign1.Rules RULES = new CoseSign1.Rules("C169-4", "C169-4", "C169-3");
    private static final Map<Long, SignatureAlgorithm> ALGORITHMS = Map.of(
            -7L, SignatureAlgorithm.ES256,
            -9L, SignatureAlgorithm.ES256,
            -8L, SignatureAlgorithm.ED25519,
            -19L, SignatureAlgorithm.ED25519);

    private IdentityDecoder() {}

    /** Whether a text is taken for an identity credential (C169-1); one without claim 169 is some other token. */
    public static boolean looksLikeIdentity(String text) {
        try {
            decode(text);
            return true;
        } catch (FormatException e) {
            return e.kind() != FormatException.Kind.NOT_A_PERMIT;
        }
    }

    /**
     * The identity credential in a code's text.
     *
     * @throws FormatException {@code NOT_A_PERMIT} by C169-1, {@code UNSUPPORTED} for an encrypted one, {@code WRONG_FORMAT} else
     */
    public static IdentityCredential decode(String text) throws FormatException {
        return decode(inflated(text));
    }

    /** The bytes of CBOR in a code's text. */
    private static byte[] inflated(String text) throws FormatException {
        if (text.length() > Limits.MAX_CODE_BYTES) {
            throw FormatException.notAPermit("C169-1", "a text of " + text.length() + " characters");
        }
        byte[] content; // C169-2: zlib only; what else a later version allows is of another kind.
        try {
            content = BoundedInflate.inflate(
                    Base45.decode(text, "C169-1"),
                    Limits.value("maxCredentialBytes"),
                    Limits.value("maxInflateRatio"),
                    "C169-1");
        } catch (FormatException e) {
            throw FormatException.notAPermit("C169-1", "not Base45 of one zlib stream within the bounds");
        }
        int start = afterCwtTag(content);
        int first = start < content.length ? content[start] & 0xFF : 0;
        if (first != 0x84 && first != (TAG_18 & 0xFF) && first != 0xD0) {
            throw FormatException.notAPermit("C169-1", "what is packed in it is no token");
        }
        return content;
    }

    private static IdentityCredential decode(byte[] content) throws FormatException {
        int start = afterCwtTag(content);
        if (content[start] == (byte) 0xD0) {
            throw FormatException.unsupported("C169-3", "an encrypted identity credential");
        }
        CoseSign1 message = CoseSign1.read(tagged(content, start), StrictCbor.Keys.IN_ANY_ORDER, RULES);
        CBORObject claims = StrictCbor.read(message.payload(), StrictCbor.Keys.IN_ANY_ORDER, "C169-4", "C169-4");
        if (claims.getType() != CBORType.Map) {
            throw FormatException.wrongFormat("C169-7", "the payload is no map");
        }
        IdentityCredential.Token token = new IdentityCredential.Token(
                text(claims, 1), text(claims, 2), time(claims, 4), time(claims, 5), time(claims, 6));
        CBORObject identity = get(claims, 169)
                .filter(map -> map.getType() == CBORType.Map)
                .orElseThrow(() -> FormatException.notAPermit("C169-7", "a token without claim 169"));
        return new IdentityCredential(
                message,
                get(message.protectedHeader(), 1).flatMap(IdentityDecoder::algorithm),
                keyId(message.protectedHeader()).or(() -> keyId(message.unprotectedHeader())),
                token,
                IdentityReader.read(identity));
    }

    /** Tag 61 is two bytes, {@code D8 3D}. */
    private static int afterCwtTag(byte[] content) {
        return content.length > 1 && content[0] == (byte) 0xD8 && content[1] == 0x3D ? 2 : 0;
    }

    /** The message in its tag 18, which is not signed, so that one reader reads all variants. */
    private static byte[] tagged(byte[] content, int start) {
        boolean bare = content[start] != TAG_18;
        byte[] message = new byte[content.length - start + (bare ? 1 : 0)];
        message[0] = TAG_18;
        System.arraycopy(content, start, message, bare ? 1 : 0, content.length - start);
        return message;
    }

    private static Optional<SignatureAlgorithm> algorithm(CBORObject alg) {
        return alg.getType() == CBORType.Integer && alg.CanValueFitInInt64()
                ? Optional.ofNullable(ALGORITHMS.get(alg.AsInt64Value()))
                : Optional.empty();
    }

    private static Optional<byte[]> keyId(CBORObject header) {
        return get(header, 4)
                .filter(kid -> kid.getType() == CBORType.ByteString)
                .map(CBORObject::GetByteString);
    }

    private static Optional<String> text(CBORObject claims, int key) throws FormatException {
        Optional<CBORObject> value = get(claims, key);
        if (value.filter(item -> item.getType() != CBORType.TextString).isPresent()) {
            throw FormatException.wrongFormat("C169-7", "claim " + key + " is not text");
        }
        return value.map(CBORObject::AsString);
    }

    private static Optional<Instant> time(CBORObject claims, int key) throws FormatException {
        Optional<CBORObject> value = get(claims, key);
        if (value.filter(item -> item.getType() != CBORType.Integer
                        || !item.CanValueFitInInt64()
                        || item.AsInt64Value() < 0
                        || item.AsInt64Value() > LAST_SECOND)
                .isPresent()) {
            throw FormatException.wrongFormat("C169-7", "claim " + key + " is no time");
        }
        return value.map(item -> Instant.ofEpochSecond(item.AsInt64Value()));
    }

    private static Optional<CBORObject> get(CBORObject map, int key) {
        @Nullable CBORObject value = map.get(CBORObject.FromObject(key));
        return Optional.ofNullable(value);
    }
}
