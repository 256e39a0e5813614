package org.stayseal.spec.cwt;

import com.upokecenter.cbor.CBORObject;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.Rule;
import org.stayseal.spec.permit.Nationality;

/** The payload of a credential, read by CRED-25 to CRED-34 in the order of CRED-70. */
final class ClaimsReader {
    static final long ISSUER = 1;
    static final long EXPIRES = 4;
    static final long NOT_BEFORE = 5;
    static final long ISSUED_AT = 6;
    static final long ID = 7;
    static final long CONFIRMATION = 8;
    static final long PERSON = 169;
    static final long STATUS = 65535;
    static final long PERMIT = -65537;

    static final int VERSION = 1;
    static final long LAST_SECOND = 253_402_300_799L;
    static final long SECONDS_A_DAY = 86_400;
    static final long MAX_DOCUMENT_SECONDS = 3_655 * SECONDS_A_DAY;

    private static final Set<Object> KEYS =
            Set.of(ISSUER, EXPIRES, NOT_BEFORE, ISSUED_AT, ID, CONFIRMATION, PERSON, STATUS, PERMIT);

    private ClaimsReader() {}

    static Claims read(byte[] payload) throws FormatException {
        CBORObject item = StrictCbor.read(payload, StrictCbor.Keys.IN_ORDER, Rule.lettered("CRED-10"), "CRED-11");
        requireVersion(CborMap.of(item, "payload", "CRED-25a"));
        CborMap claims = CborMap.of(item, KEYS, "payload", "CRED-25a", "CRED-25b");
        String issuer = country(claims.required(ISSUER, "CRED-25c"), "CRED-27");
        long expires = claims.uint(EXPIRES, LAST_SECOND, "CRED-28a");
        long notBefore = claims.uint(NOT_BEFORE, LAST_SECOND, "CRED-28a");
        long issuedAt = claims.uint(ISSUED_AT, LAST_SECOND, "CRED-28a");
        requireTimes(expires, notBefore, issuedAt);
        CredentialId id = new CredentialId(claims.bytes(ID, CredentialId.LENGTH, "CRED-29"));
        Optional<DeviceKey> deviceKey = deviceKey(claims.get(CONFIRMATION));
        StatusReference status = status(claims.required(STATUS, "CRED-25c"));
        CBORObject permit = claims.required(PERMIT, "CRED-25c");
        PersonClaims person = PersonReader.read(claims.required(PERSON, "CRED-25c"), PermitReader.purpose(permit));
        return new Claims(
                issuer, expires, notBefore, issuedAt, id, deviceKey, status, person, PermitReader.read(permit));
    }

    /** CRED-26: before anything else is judged, since a newer version may differ in everything else. */
    private static void requireVersion(CborMap claims) throws FormatException {
        CborMap permit = CborMap.of(claims.required(PERMIT, "CRED-25c"), "permit", "CRED-26a");
        long version = CborMap.version(permit.required(0L, "CRED-26b"));
        if (version != VERSION) {
            throw FormatException.unsupported(
                    "CRED-26c", "a version of the credential that this release does not know");
        }
    }

    private static void requireTimes(long expires, long notBefore, long issuedAt) throws FormatException {
        if (issuedAt % SECONDS_A_DAY != 0) {
            throw FormatException.wrongFormat("CRED-28b", "iat is not midnight UTC");
        }
        if (notBefore >= expires || issuedAt >= expires) {
            throw FormatException.wrongFormat("CRED-28c", "exp is not after nbf and iat");
        }
        if (expires - notBefore > MAX_DOCUMENT_SECONDS) {
            throw FormatException.wrongFormat("CRED-28d", "exp is more than ten years after nbf");
        }
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

    private static Optional<DeviceKey> deviceKey(Optional<CBORObject> confirmation) throws FormatException {
        if (confirmation.isEmpty()) {
            return Optional.empty();
        }
        CborMap cnf = CborMap.of(confirmation.get(), Set.of(1L), "cnf", "CRED-34a");
        CborMap key = CborMap.of(cnf.required(1L, "CRED-34a"), Set.of(1L, -1L, -2L, -3L), "device key", "CRED-34a");
        for (long part : new long[] {1, -1, -2, -3}) {
            key.required(part, "CRED-34a");
        }
        if (key.uint(1L, 2, "CRED-34b") != 2 || key.uint(-1L, 1, "CRED-34b") != 1) {
            throw FormatException.wrongFormat("CRED-34b", "the device key is not on P-256");
        }
        return Optional.of(new DeviceKey(
                key.bytes(-2L, DeviceKey.LENGTH, "CRED-34c"), key.bytes(-3L, DeviceKey.LENGTH, "CRED-34c")));
    }

    static String country(CBORObject item, String rule) throws FormatException {
        String code = CborMap.text(item, 3, "country", rule);
        if (!Nationality.hasForm(code)) {
            throw FormatException.wrongFormat("CRED-42", "a country that is neither three letters A to Z nor D");
        }
        return code;
    }
}
