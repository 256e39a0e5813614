package org.stayseal.spec.status;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.CoseSign1;
import org.stayseal.spec.cwt.StrictCbor;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.Signer;

/** A status list as CWT (STATUS-10 to STATUS-13): the form that snapshots carry. */
public final class StatusListCwt {
    /** The typ of such a token. */
    public static final String TYPE = "application/statuslist+cwt";
    /** Most bytes of a token, in either form (STATUS-5). */
    public static final int MAX_BYTES = 2_097_152;

    private static final CoseSign1.Rules RULES = new CoseSign1.Rules("STATUS-10", "STATUS-10", "STATUS-10");
    private static final Map<Long, SignatureAlgorithm> ALGORITHMS = Map.of(
            -7L, SignatureAlgorithm.ES256,
            -9L, SignatureAlgorithm.ES256,
            -35L, SignatureAlgorithm.ES384);
    private static final int ALG = 1;
    private static final int KID = 4;
    private static final int TYP = 16;
    private static final int SUBJECT = 2;
    private static final int EXPIRES = 4;
    private static final int ISSUED = 6;
    private static final int LIST = 65533;
    private static final int TTL = 65534;
    private static final String AGGREGATION = "aggregation_uri";

    private StatusListCwt() {}

    /**
     * Reads a token. Its signature is not looked at.
     *
     * @param expectedUri the URI that the list was asked by
     */
    public static SignedStatusList read(byte[] token, String expectedUri) throws FormatException {
        if (token.length > MAX_BYTES) {
            throw FormatException.wrongFormat("STATUS-5", "a status list token of " + token.length + " bytes");
        }
        CoseSign1 message = CoseSign1.read(token, StrictCbor.Keys.IN_ANY_ORDER, RULES);
        SignatureAlgorithm algorithm = algorithm(message);
        CBORObject payload = StrictCbor.read(message.payload(), StrictCbor.Keys.IN_ANY_ORDER, "STATUS-10", "STATUS-10");
        requireType(payload, CBORType.Map, "payload");
        CBORObject list = required(payload, LIST);
        requireType(list, CBORType.Map, "status_list");
        String uri = typed(payload, SUBJECT, CBORType.TextString).AsString();
        long issued = uint(required(payload, ISSUED), StatusListClaims.LAST_SECOND);
        long expires = uint(required(payload, EXPIRES), StatusListClaims.LAST_SECOND);
        OptionalLong ttl = ttl(payload);
        long bits = uint(required(list, "bits"), 8);
        if (!StatusList.areBits(bits)) {
            throw FormatException.wrongFormat("STATUS-13", "bits is not 1, 2, 4 or 8");
        }
        byte[] stream = typed(list, "lst", CBORType.ByteString).GetByteString();
        StatusList entries = StatusList.inflate((int) bits, stream);
        return new SignedStatusList(
                StatusListClaims.read(uri, expectedUri, issued, expires, ttl, entries, aggregation(list)),
                algorithm,
                message.toBeSigned(),
                message.signature());
    }

    /**
     * Writes a token, signed.
     *
     * @throws IllegalArgumentException if the signer's key is not on P-256 or P-384
     */
    public static byte[] write(StatusListClaims claims, Signer signer) {
        int alg = signer.algorithm().coseId();
        if (!ALGORITHMS.containsKey((long) alg)) {
            throw new IllegalArgumentException("status lists are signed with P-256 or P-384");
        }
        byte[] header = CBORObject.NewOrderedMap().Add(ALG, alg).Add(TYP, TYPE).EncodeToBytes();
        CBORObject list = CBORObject.NewOrderedMap()
                .Add("lst", claims.list().deflate())
                .Add("bits", claims.list().bits());
        claims.aggregation().ifPresent(uri -> list.Add(AGGREGATION, uri));
        CBORObject payload = CBORObject.NewOrderedMap()
                .Add(SUBJECT, claims.uri())
                .Add(EXPIRES, claims.expires().getEpochSecond())
                .Add(ISSUED, claims.issued().getEpochSecond())
                .Add(LIST, list);
        claims.ttl().ifPresent(seconds -> payload.Add(TTL, seconds));
        byte[] encoded = payload.EncodeToBytes();
        return CoseSign1.write(header, encoded, signer.sign(CoseSign1.toBeSigned(header, encoded)));
    }

    private static SignatureAlgorithm algorithm(CoseSign1 message) throws FormatException {
        CBORObject header = message.protectedHeader();
        CBORObject typ = find(header, TYP);
        CBORObject alg = find(header, ALG);
        CBORObject outside = message.unprotectedHeader();
        CBORObject kid = find(header, KID);
        CBORObject kidOutside = find(outside, KID);
        if (typ == null
                || alg == null
                || header.size() != (kid == null ? 2 : 3)
                || outside.size() != (kidOutside == null ? 0 : 1)
                || (kid != null && kid.getType() != CBORType.ByteString)
                || (kidOutside != null && kidOutside.getType() != CBORType.ByteString)) {
            throw FormatException.wrongFormat("STATUS-11", "the headers are not those of a status list");
        }
        if (typ.getType() != CBORType.TextString || !typ.AsString().equals(TYPE)) {
            throw FormatException.wrongFormat("STATUS-12", "typ is not that of a status list");
        }
        if (alg.getType() != CBORType.Integer && alg.getType() != CBORType.TextString) {
            throw FormatException.wrongFormat("STATUS-12", "alg is neither an integer nor text");
        }
        SignatureAlgorithm known = alg.getType() == CBORType.Integer && alg.CanValueFitInInt64()
                ? ALGORITHMS.get(alg.AsInt64Value())
                : null;
        if (known == null) {
            throw FormatException.unsupported("STATUS-12", "an algorithm that this release does not know");
        }
        return known;
    }

    private static OptionalLong ttl(CBORObject payload) throws FormatException {
        CBORObject ttl = find(payload, TTL);
        if (ttl == null) {
            return OptionalLong.empty();
        }
        long seconds = uint(ttl, StatusListClaims.MAX_TTL);
        if (seconds == 0) {
            throw FormatException.wrongFormat("STATUS-13", "a ttl of 0");
        }
        return OptionalLong.of(seconds);
    }

    /** Whatever else stands there is ignored (STATUS-13). */
    private static Optional<String> aggregation(CBORObject list) {
        CBORObject uri = find(list, AGGREGATION);
        return uri == null || uri.getType() != CBORType.TextString ? Optional.empty() : Optional.of(uri.AsString());
    }

    private static @Nullable CBORObject find(CBORObject map, Object key) {
        return map.get(CBORObject.FromObject(key));
    }

    private static CBORObject required(CBORObject map, Object key) throws FormatException {
        CBORObject value = find(map, key);
        if (value == null) {
            throw FormatException.wrongFormat("STATUS-13", "key " + key + " is missing");
        }
        return value;
    }

    private static CBORObject typed(CBORObject map, Object key, CBORType type) throws FormatException {
        CBORObject value = required(map, key);
        requireType(value, type, "key " + key);
        return value;
    }

    private static void requireType(CBORObject value, CBORType type, String name) throws FormatException {
        if (value.getType() != type) {
            throw FormatException.wrongFormat("STATUS-13", name + " is not of the type " + type);
        }
    }

    private static long uint(CBORObject value, long max) throws FormatException {
        if (value.getType() != CBORType.Integer || !value.CanValueFitInInt64()) {
            throw FormatException.wrongFormat("STATUS-13", "a number that is not an integer in its range");
        }
        long number = value.AsInt64Value();
        if (number < 0 || number > max) {
            throw FormatException.wrongFormat("STATUS-13", "a number that is not an integer in its range");
        }
        return number;
    }
}
