package org.stayseal.spec.permit;

import java.util.Base64;

/** A permit turned back into the texts of a draft. */
final class DraftWriting {
    private DraftWriting() {}

    static PermitDraft of(Permit permit) {
        PermitDraft draft = new PermitDraft();
        person(draft, permit.person());
        draft.set(Field.COUNTRY, permit.country())
                .set(Field.PERMIT_NUMBER, permit.number())
                .set(Field.CATEGORY, permit.category().key())
                .set(Field.LEGAL_GROUND, permit.legalGround().orElse(""))
                .set(Field.AUTHORITY, permit.authority())
                .set(Field.ISSUE_DATE, permit.issueDate().toString())
                .set(Field.ISSUE_PLACE, permit.issuePlace().orElse(""))
                .set(Field.RIGHT_FROM, permit.rightFrom().toString())
                .set(
                        Field.RIGHT_UNTIL,
                        permit.rightUntil().map(Object::toString).orElse(PermitDraft.UNLIMITED))
                .set(Field.DOCUMENT_UNTIL, permit.documentUntil().toString())
                .set(Field.WORK, permit.work().access().key())
                .set(Field.WORK_CONDITIONS, permit.work().conditions().orElse(""))
                .set(Field.SELF_EMPLOYMENT, yesOrNo(permit.selfEmployment()))
                .set(
                        Field.SELF_EMPLOYMENT_CONDITIONS,
                        permit.selfEmployment().conditions().orElse(""))
                .set(Field.STUDY, yesOrNo(permit.study()))
                .set(Field.STUDY_CONDITIONS, permit.study().conditions().orElse(""))
                .set(Field.REMARKS, permit.remarks().orElse(""))
                .set(Field.LIVE_ONLY, permit.liveOnly() ? "true" : "");
        permit.travelDocument()
                .ifPresent(document -> draft.set(Field.TRAVEL_DOCUMENT_NUMBER, document.number())
                        .set(Field.TRAVEL_DOCUMENT_ISSUER, document.issuer())
                        .set(
                                Field.TRAVEL_DOCUMENT_UNTIL,
                                document.until().map(Object::toString).orElse("")));
        return draft;
    }

    private static void person(PermitDraft draft, Person person) {
        draft.set(Field.SURNAME, person.name().surname())
                .set(Field.GIVEN_NAMES, person.name().givenNames().orElse(""))
                .set(Field.BIRTH_DATE, person.birthDate().toString())
                .set(Field.BIRTH_PLACE, person.birthPlace().orElse(""))
                .set(Field.SEX, person.sex().name())
                .set(Field.NATIONALITY, person.nationality().code())
                .set(Field.PERSONAL_NUMBER, person.personalNumber().orElse(""))
                .set(
                        Field.PHOTO,
                        person.photo()
                                .map(photo -> Base64.getEncoder().encodeToString(photo.bytes()))
                                .orElse(""));
        person.name()
                .ownScript()
                .ifPresent(
                        own -> draft.set(Field.NAME_OWN_SCRIPT, own.name()).set(Field.NAME_LANGUAGE, own.language()));
    }

    private static String yesOrNo(Right right) {
        return right.granted() ? "yes" : "no";
    }
}
