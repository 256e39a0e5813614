package org.stayseal.spec.cwt;

import com.upokecenter.cbor.CBORObject;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.Rule;

/** The payload of a credential, read by CRED-25 to CRED-34 in the order of CRED-70. */
final class ClaimsReader {
    static final long CONFIRMATION = 8;
    static final long PERSON = 169;
    static final long PERMIT = -65537;

    static final int VERSION = 1;
    static final long MAX_DOCUMENT_SECONDS = 3_655 * CommonClaims.SECONDS_A_DAY;

    private static final Set<Object> KEYS = Set.of(
            CommonClaims.ISSUER,
            CommonClaims.EXPIRES,
            CommonClaims.NOT_BEFORE,
            CommonClaims.ISSUED_AT,
            CommonClaims.ID,
            CONFIRMATION,
            PERSON,
            CommonClaims.STATUS,
            PERMIT);

    private ClaimsReader() {}

    static Claims read(byte[] payload) throws FormatException {
        CBORObject item = StrictCbor.read(payload, StrictCbor.Keys.IN_ORDER, Rule.lettered("CRED-10"), "CRED-11");
        requireVersion(CborMap.of(item, "payload", "CRED-25a"));
        CborMap claims = CborMap.of(item, KEYS, "payload", "CRED-25a", "CRED-25b");
        CommonClaims common = CommonClaims.read(claims, "CRED-25c");
        if (common.expires() - common.notBefore() > MAX_DOCUMENT_SECONDS) {
            throw FormatException.wrongFormat("CRED-28d", "exp is more than ten years after nbf");
        }
        Optional<DeviceKey> deviceKey = deviceKey(claims.get(CONFIRMATION));
        CBORObject permit = claims.required(PERMIT, "CRED-25c");
        PersonClaims person = PersonReader.read(claims.required(PERSON, "CRED-25c"), PermitReader.purpose(permit));
        return new Claims(
                common.issuer(),
                common.expires(),
                common.notBefore(),
                common.issuedAt(),
                common.id(),
                deviceKey,
                common.status(),
                person,
                PermitReader.read(permit));
    }

    /** CRED-26: before anything else is judged, since a newer version may differ in everything else. */
    private static void requireVersion(CborMap claims) throws FormatException {
        CborMap permit = CborMap.of(claims.required(PERMIT, "CRED-25c"), "permit", "CRED-26a");
        long version = CborMap.version(permit.required(0L, "CRED-26b"), "CRED-26b");
        if (version != VERSION) {
            throw FormatException.unsupported(
                    "CRED-26c", "a version of the credential that this release does not know");
        }
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
}
