package org.stayseal.spec.cwt;

import com.upokecenter.cbor.CBORObject;
import java.time.LocalDate;
import java.util.Optional;
import org.stayseal.spec.permit.Right;
import org.stayseal.spec.permit.TravelDocument;
import org.stayseal.spec.permit.WorkRight;

/**
 * Claims as the payload of a credential. Keys are put in the order of their encodings, which the library's ordered maps keep; the bytes
 * are then read back strictly before anyone gets them, so an error here cannot leave the house.
 */
final class ClaimsWriter {
    private ClaimsWriter() {}

    static byte[] write(Claims claims) {
        CBORObject map = CBORObject.NewOrderedMap();
        CommonClaims common = new CommonClaims(
                claims.issuer(), claims.expires(), claims.notBefore(), claims.issuedAt(), claims.id(), claims.status());
        common.putBeginning(map);
        claims.deviceKey().ifPresent(key -> put(map, ClaimsReader.CONFIRMATION, confirmation(key)));
        put(map, ClaimsReader.PERSON, person(claims.person()));
        common.putStatus(map);
        put(map, ClaimsReader.PERMIT, permit(claims.permit()));
        return map.EncodeToBytes();
    }

    private static CBORObject confirmation(DeviceKey key) {
        CBORObject cose = CBORObject.NewOrderedMap();
        put(cose, 1L, 2);
        put(cose, -1L, 1);
        put(cose, -2L, key.x());
        put(cose, -3L, key.y());
        CBORObject cnf = CBORObject.NewOrderedMap();
        put(cnf, 1L, cose);
        return cnf;
    }

    private static CBORObject person(PersonClaims person) {
        CBORObject map = CBORObject.NewOrderedMap();
        for (PersonReader.Key key : PersonReader.Key.values()) {
            value(person, key).ifPresent(value -> put(map, key.number, value));
        }
        return map;
    }

    private static Optional<? extends Object> value(PersonClaims person, PersonReader.Key key) {
        return switch (key) {
            case PERSONAL_NUMBER -> person.personalNumber();
            case FULL_NAME -> person.fullName();
            case GIVEN_NAMES -> person.givenNames();
            case SURNAME -> person.surname();
            case BIRTH_DATE -> Optional.of(person.birthDate().digits());
            case SEX -> person.sex().map(sex -> sex.code());
            case NATIONALITY -> person.nationality().map(nationality -> nationality.code());
            case PHOTO -> person.photo().map(photo -> photo.bytes());
            case PHOTO_FORMAT -> person.photo().map(photo -> photo.format().code());
            case NAME_OWN_SCRIPT -> person.ownScript().map(own -> own.name());
            case NAME_LANGUAGE -> person.ownScript().map(own -> own.language());
        };
    }

    private static CBORObject permit(PermitClaims permit) {
        CBORObject map = CBORObject.NewOrderedMap();
        put(map, PermitReader.VERSION_KEY, ClaimsReader.VERSION);
        put(map, PermitReader.PURPOSE_KEY, permit.purpose().code());
        for (PermitReader.Key key : PermitReader.Key.values()) {
            value(permit, key).ifPresent(value -> put(map, key.number, value));
        }
        return map;
    }

    private static Optional<? extends Object> value(PermitClaims permit, PermitReader.Key key) {
        return switch (key) {
            case CATEGORY -> Optional.of(permit.category().code());
            case RIGHT_FROM -> Optional.of(digits(permit.rightFrom()));
            case RIGHT_UNTIL ->
                Optional.of(permit.rightUntil().map(ClaimsWriter::digits).orElse(0));
            case NUMBER -> permit.number();
            case WORK -> permit.work().map(ClaimsWriter::work);
            case SELF_EMPLOYMENT -> permit.selfEmployment().map(ClaimsWriter::right);
            case STUDY -> permit.study().map(ClaimsWriter::right);
            case AUTHORITY -> Optional.of(permit.authority());
            case ISSUE_PLACE -> permit.issuePlace();
            case LEGAL_GROUND -> permit.legalGround();
            case TRAVEL_DOCUMENT -> permit.travelDocument().map(ClaimsWriter::travelDocument);
            case BIRTH_PLACE -> permit.birthPlace();
            case REMARKS -> permit.remarks();
            case LIVE_ONLY -> permit.liveOnly();
        };
    }

    private static CBORObject work(WorkRight work) {
        return withConditions(work.access().code(), work.conditions());
    }

    private static CBORObject right(Right right) {
        return withConditions(right.granted() ? 1 : 0, right.conditions());
    }

    private static CBORObject withConditions(int code, Optional<String> conditions) {
        CBORObject array = CBORObject.NewArray().Add(code);
        conditions.ifPresent(array::Add);
        return array;
    }

    private static CBORObject travelDocument(TravelDocument document) {
        CBORObject array = CBORObject.NewArray().Add(document.number()).Add(document.issuer());
        document.until().ifPresent(until -> array.Add(digits(until)));
        return array;
    }

    private static int digits(LocalDate date) {
        return date.getYear() * 10000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    private static void put(CBORObject map, Object key, Object value) {
        map.Add(CBORObject.FromObject(key), CBORObject.FromObject(value));
    }
}
