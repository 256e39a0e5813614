package org.stayseal.spec.cwt;

import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.Right;
import org.stayseal.spec.permit.TravelDocument;

/**
 * What a credential says, by the stable names of {@link Field} (CRED-80) and in the shapes that a draft of a permit takes, so that one page or
 * program can show both. Values are texts, booleans and numbers; a field that is not shown for the purpose is not there.
 *
 * <p>Beside the permit's own fields: {@code purpose}, {@code fullName}, {@code photoType} (media type; the photo itself is Base64), {@code
 * signedOn}, {@code credentialId} (hex), {@code keyId} (hex), {@code algorithm}, {@code statusUri}, {@code statusIndex} and {@code
 * deviceBound}.
 */
final class PermitView {
    private final Map<String, Object> view = new LinkedHashMap<>();

    private PermitView() {}

    static Map<String, Object> of(Credential credential, ZoneId issuingCountry) {
        PermitView made = new PermitView();
        made.view.put("purpose", credential.purpose().key());
        made.put(Field.COUNTRY, Optional.of(credential.country()));
        made.person(credential.claims().person());
        made.permit(credential, issuingCountry);
        made.envelope(credential);
        return made.view;
    }

    private void person(PersonClaims person) {
        put(Field.SURNAME, person.surname());
        put(Field.GIVEN_NAMES, person.givenNames());
        person.fullName().ifPresent(name -> view.put("fullName", name));
        put(Field.NAME_OWN_SCRIPT, person.ownScript().map(own -> own.name()));
        put(Field.NAME_LANGUAGE, person.ownScript().map(own -> own.language()));
        put(Field.BIRTH_DATE, Optional.of(person.birthDate().toString()));
        put(Field.SEX, person.sex().map(sex -> sex.name()));
        put(Field.NATIONALITY, person.nationality().map(nationality -> nationality.code()));
        put(Field.PERSONAL_NUMBER, person.personalNumber());
        put(Field.PHOTO, person.photo().map(photo -> Base64.getEncoder().encodeToString(photo.bytes())));
        person.photo().ifPresent(photo -> view.put("photoType", photo.format().mediaType()));
    }

    private void permit(Credential credential, ZoneId zone) {
        PermitClaims permit = credential.claims().permit();
        put(Field.BIRTH_PLACE, permit.birthPlace());
        put(Field.PERMIT_NUMBER, permit.number());
        put(Field.CATEGORY, Optional.of(permit.category().key()));
        put(Field.LEGAL_GROUND, permit.legalGround());
        put(Field.AUTHORITY, Optional.of(permit.authority()));
        put(Field.ISSUE_DATE, Optional.of(credential.firstDay(zone).toString()));
        put(Field.ISSUE_PLACE, permit.issuePlace());
        put(Field.RIGHT_FROM, Optional.of(permit.rightFrom().toString()));
        put(
                Field.RIGHT_UNTIL,
                Optional.of(permit.rightUntil().map(Object::toString).orElse("unlimited")));
        put(Field.DOCUMENT_UNTIL, Optional.of(credential.lastDay(zone).toString()));
        put(Field.WORK, permit.work().map(work -> work.access().key()));
        put(Field.WORK_CONDITIONS, permit.work().flatMap(work -> work.conditions()));
        right(Field.SELF_EMPLOYMENT, Field.SELF_EMPLOYMENT_CONDITIONS, permit.selfEmployment());
        right(Field.STUDY, Field.STUDY_CONDITIONS, permit.study());
        put(Field.REMARKS, permit.remarks());
        put(Field.TRAVEL_DOCUMENT_NUMBER, permit.travelDocument().map(TravelDocument::number));
        put(Field.TRAVEL_DOCUMENT_ISSUER, permit.travelDocument().map(TravelDocument::issuer));
        put(
                Field.TRAVEL_DOCUMENT_UNTIL,
                permit.travelDocument().flatMap(TravelDocument::until).map(Object::toString));
        view.put(Field.LIVE_ONLY.key(), permit.liveOnly().orElse(false));
    }

    private void envelope(Credential credential) {
        view.put("signedOn", credential.signedOn().toString());
        view.put("credentialId", credential.id().toString());
        view.put("keyId", Hex.encode(credential.keyId()));
        view.put("algorithm", credential.algorithm().joseName());
        view.put("statusUri", credential.status().uri());
        view.put("statusIndex", credential.status().index());
        view.put("deviceBound", credential.claims().deviceKey().isPresent());
    }

    private void right(Field field, Field conditions, Optional<Right> right) {
        put(field, right.map(value -> value.granted() ? "yes" : "no"));
        put(conditions, right.flatMap(Right::conditions));
    }

    private void put(Field field, Optional<String> value) {
        value.ifPresent(text -> view.put(field.key(), text));
    }
}
