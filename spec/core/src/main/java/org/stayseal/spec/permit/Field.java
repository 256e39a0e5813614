package org.stayseal.spec.permit;

import java.util.Arrays;
import java.util.Optional;

/**
 * The fields of a permit by their stable names: in a draft, in error lists, in the disclosure table and in what verifiers print.
 */
public enum Field {
    COUNTRY("country"),
    SURNAME("surname"),
    GIVEN_NAMES("givenNames"),
    NAME_OWN_SCRIPT("nameOwnScript"),
    NAME_LANGUAGE("nameLanguage"),
    BIRTH_DATE("birthDate"),
    BIRTH_PLACE("birthPlace"),
    SEX("sex"),
    NATIONALITY("nationality"),
    PERSONAL_NUMBER("personalNumber"),
    PHOTO("photo"),
    PERMIT_NUMBER("permitNumber"),
    CATEGORY("category"),
    LEGAL_GROUND("legalGround"),
    AUTHORITY("authority"),
    ISSUE_DATE("issueDate"),
    ISSUE_PLACE("issuePlace"),
    RIGHT_FROM("rightFrom"),
    RIGHT_UNTIL("rightUntil"),
    DOCUMENT_UNTIL("documentUntil"),
    WORK("work"),
    WORK_CONDITIONS("workConditions"),
    SELF_EMPLOYMENT("selfEmployment"),
    SELF_EMPLOYMENT_CONDITIONS("selfEmploymentConditions"),
    STUDY("study"),
    STUDY_CONDITIONS("studyConditions"),
    REMARKS("remarks"),
    TRAVEL_DOCUMENT_NUMBER("travelDocumentNumber"),
    TRAVEL_DOCUMENT_ISSUER("travelDocumentIssuer"),
    TRAVEL_DOCUMENT_UNTIL("travelDocumentUntil"),
    LIVE_ONLY("liveOnly");

    private final String key;

    Field(String key) {
        this.key = key;
    }

    /** The name of this field in JSON, in forms and in messages. */
    public String key() {
        return key;
    }

    /** The field of this name, if there is one. */
    public static Optional<Field> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
