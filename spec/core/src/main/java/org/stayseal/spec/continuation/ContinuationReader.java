package org.stayseal.spec.continuation;

import com.upokecenter.cbor.CBORObject;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.CborMap;
import org.stayseal.spec.cwt.CommonClaims;
import org.stayseal.spec.cwt.Envelope;
import org.stayseal.spec.cwt.StrictCbor;
import org.stayseal.spec.permit.Purpose;

/** The payload of a continuation, read by CONT-4 to CONT-11 in the order of CONT-12; and written, so that both are in one place. */
final class ContinuationReader {
    static final long CONTINUATION = -65539;
    static final long VERSION = 1;
    static final long VERSION_KEY = 0;
    static final long NAMED = 1;
    static final long PERMIT_NUMBER = 2;
    static final long LEGAL_GROUND = 3;
    static final long PURPOSE = 4;

    private static final long MAX_SECONDS = ContinuationClaims.MAX_DAYS * CommonClaims.SECONDS_A_DAY;
    private static final int NUMBER_MAX_LENGTH = 20;
    private static final int LEGAL_GROUND_MAX_BYTES = 100;
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]+");
    private static final Set<Object> CLAIMS = Set.of(
            CommonClaims.ISSUER,
            CommonClaims.EXPIRES,
            CommonClaims.NOT_BEFORE,
            CommonClaims.ISSUED_AT,
            CommonClaims.ID,
            CommonClaims.STATUS,
            CONTINUATION);
    private static final Set<Object> KEYS = Set.of(VERSION_KEY, NAMED, PERMIT_NUMBER, LEGAL_GROUND, PURPOSE);

    private ContinuationReader() {}

    static ContinuationClaims read(byte[] payload) throws FormatException {
        CBORObject item = StrictCbor.read(payload, StrictCbor.Keys.IN_ORDER, Envelope.ENCODING, Envelope.DEPTH);
        requireVersion(CborMap.of(item, "payload", "CONT-4a"));
        CborMap claims = CborMap.of(item, CLAIMS, "payload", "CONT-4a", "CONT-4b");
        CommonClaims common = CommonClaims.read(claims, "CONT-4c");
        if (common.expires() - common.notBefore() > MAX_SECONDS) {
            throw FormatException.wrongFormat("CONT-6", "exp is more than 731 days after nbf");
        }
        CborMap map = CborMap.of(claims.required(CONTINUATION, "CONT-4c"), KEYS, "continuation", "CONT-5a", "CONT-7");
        NamedPermit named = new NamedPermit(map.bytes(NAMED, NamedPermit.LENGTH, "CONT-8"));
        Optional<String> number = map.text(PERMIT_NUMBER, NUMBER_MAX_LENGTH, "CONT-9");
        if (number.isPresent() && !NUMBER.matcher(number.get()).matches()) {
            throw FormatException.wrongFormat("CONT-9", "a number with other characters than A to Z and 0 to 9");
        }
        return new ContinuationClaims(
                common, named, number, map.text(LEGAL_GROUND, LEGAL_GROUND_MAX_BYTES, "CONT-10"), purpose(map));
    }

    /** CONT-5: before anything else is judged, since a newer version may differ in everything else. */
    private static void requireVersion(CborMap claims) throws FormatException {
        CborMap map = CborMap.of(claims.required(CONTINUATION, "CONT-4c"), "continuation", "CONT-5a");
        if (CborMap.version(map.required(VERSION_KEY, "CONT-5b"), "CONT-5b") != VERSION) {
            throw FormatException.unsupported(
                    "CONT-5c", "a version of the continuation that this release does not know");
        }
    }

    private static Optional<Purpose> purpose(CborMap map) throws FormatException {
        return map.has(PURPOSE) ? Purpose.ofCode(map.uint(PURPOSE, 3, "CONT-11")) : Optional.empty();
    }

    static byte[] write(ContinuationClaims claims) {
        CBORObject map = CBORObject.NewOrderedMap();
        put(map, VERSION_KEY, VERSION);
        put(map, NAMED, claims.named().hash());
        claims.permitNumber().ifPresent(number -> put(map, PERMIT_NUMBER, number));
        claims.legalGround().ifPresent(ground -> put(map, LEGAL_GROUND, ground));
        claims.purpose().ifPresent(purpose -> put(map, PURPOSE, purpose.code()));
        return claims.common().payload(CONTINUATION, map);
    }

    private static void put(CBORObject map, long key, Object value) {
        map.Add(CBORObject.FromObject(key), CBORObject.FromObject(value));
    }
}
