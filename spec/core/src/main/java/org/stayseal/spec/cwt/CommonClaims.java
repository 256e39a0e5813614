package org.stayseal.spec.cwt;

import com.upokecenter.cbor.CBORObject;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.Nationality;

/**
 * The claims that a residence credential and a continuation share (CRED-27 to CRED-29, CRED-33, CONT-6).
 *
 * @param issuer the issuing country's code in the machine readable zone
 * @param expires first second, since 1970, at which it is over
 * @param notBefore its first second
 * @param issuedAt 00:00 UTC of the day of signing
 */
public record CommonClaims(
        String issuer, long expires, long notBefore, long issuedAt, CredentialId id, StatusReference status) {

    public static final long ISSUER = 1;
    public static final long EXPIRES = 4;
    public static final long NOT_BEFORE = 5;
    public static final long ISSUED_AT = 6;
    public static final long ID = 7;
    public static final long STATUS = 65535;

    public static final long SECONDS_A_DAY = 86_400;

    private static final long LAST_SECOND = 253_402_300_799L;

    /**
     * Reads them from a payload.
     *
     * @param missing the rule that a missing claim breaks
     */
    public static CommonClaims read(CborMap claims, String missing) throws FormatException {
        String issuer = country(claims.required(ISSUER, missing), "CRED-27");
        long expires = claims.uint(EXPIRES, LAST_SECOND, "CRED-28a");
        long notBefore = claims.uint(NOT_BEFORE, LAST_SECOND, "CRED-28a");
        long issuedAt = claims.uint(ISSUED_AT, LAST_SECOND, "CRED-28a");
        if (issuedAt % SECONDS_A_DAY != 0) {
            throw FormatException.wrongFormat("CRED-28b", "iat is not midnight UTC");
        }
        if (notBefore >= expires || issuedAt >= expires) {
            throw FormatException.wrongFormat("CRED-28c", "exp is not after nbf and iat");
        }
        CredentialId id = new CredentialId(claims.bytes(ID, CredentialId.LENGTH, "CRED-29"));
        return new CommonClaims(issuer, expires, notBefore, issuedAt, id, status(claims.required(STATUS, missing)));
    }

    void putBeginning(CBORObject map) {
        put(map, ISSUER, issuer);
        put(map, EXPIRES, expires);
        put(map, NOT_BEFORE, notBefore);
        put(map, ISSUED_AT, issuedAt);
        put(map, ID, id.bytes());
    }

    void putStatus(CBORObject map) {
        CBORObject list = CBORObject.NewOrderedMap();
        put(list, "idx", status.index());
        put(list, "uri", status.uri());
        CBORObject outer = CBORObject.NewOrderedMap();
        put(outer, "status_list", list);
        put(map, STATUS, outer);
    }

    /** A payload of these claims and one more, whose key sorts after all of them. */
    public byte[] payload(long key, CBORObject last) {
        CBORObject map = CBORObject.NewOrderedMap();
        putBeginning(map);
        putStatus(map);
        put(map, key, last);
        return map.EncodeToBytes();
    }

    private static StatusReference status(CBORObject item) throws FormatException {
        CborMap outer = CborMap.of(item, Set.of("status_list"), "status", "CRED-33a");
        CborMap list =
                CborMap.of(outer.required("status_list", "CRED-33a"), Set.of("idx", "uri"), "status_list", "CRED-33a");
        long index =
                CborMap.uint(list.required("idx", "CRED-33a"), StatusReference.MAX_INDEX, "status index", "CRED-33b");
        String uri = CborMap.text(
                list.required("uri", "CRED-33a"), StatusReference.URI_MAX_LENGTH, "status URI", "CRED-33c");
        if (!StatusReference.isUri(uri)) {
            throw FormatException.wrongFormat("CRED-33c", "the status URI is not one");
        }
        return new StatusReference(uri, index);
    }

    static String country(CBORObject item, String rule) throws FormatException {
        String code = CborMap.text(item, 3, "country", rule);
        if (!Nationality.hasForm(code)) {
            throw FormatException.wrongFormat("CRED-42", "a country that is neither three letters A to Z nor D");
        }
        return code;
    }

    static void put(CBORObject map, Object key, Object value) {
        map.Add(CBORObject.FromObject(key), CBORObject.FromObject(value));
    }
}
