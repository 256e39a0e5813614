package org.stayseal.samples;

import java.util.Map;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.PermitDraft;

/** The three people of the samples. Nobody is called like this, and no country is called Utopia. */
enum SampleUtopians {
    /** In force, with the right to any work. */
    VALID(
            "valid",
            3,
            Map.ofEntries(
                    Map.entry(Field.SURNAME, "Kovalchenko"),
                    Map.entry(Field.GIVEN_NAMES, "Daryna Test"),
                    Map.entry(Field.NAME_OWN_SCRIPT, "Ковальченко Дарина Тест"),
                    Map.entry(Field.NAME_LANGUAGE, "uk"),
                    Map.entry(Field.BIRTH_DATE, "1991-05-14"),
                    Map.entry(Field.BIRTH_PLACE, "Samplivka"),
                    Map.entry(Field.SEX, "F"),
                    Map.entry(Field.NATIONALITY, "UKR"),
                    Map.entry(Field.PERSONAL_NUMBER, "UT-19910514-01"),
                    Map.entry(Field.PERMIT_NUMBER, "UT1000017"),
                    Map.entry(Field.CATEGORY, "temporary-protection"),
                    Map.entry(Field.RIGHT_FROM, "2026-11-10"),
                    Map.entry(Field.RIGHT_UNTIL, "2028-03-04"),
                    Map.entry(Field.DOCUMENT_UNTIL, "2028-03-04"),
                    Map.entry(Field.WORK, "any"),
                    Map.entry(Field.SELF_EMPLOYMENT, "yes"),
                    Map.entry(Field.STUDY, "yes"),
                    Map.entry(Field.LEGAL_GROUND, "Utopian Residence Act, section 24"),
                    Map.entry(Field.TRAVEL_DOCUMENT_NUMBER, "UT0123456"),
                    Map.entry(Field.TRAVEL_DOCUMENT_ISSUER, "UKR"),
                    Map.entry(Field.TRAVEL_DOCUMENT_UNTIL, "2030-11-30"))),
    /** Signed already, in force from the new year on. */
    NOT_YET_VALID(
            "not-yet-valid",
            5,
            Map.ofEntries(
                    Map.entry(Field.SURNAME, "Specimen Iyer"),
                    Map.entry(Field.GIVEN_NAMES, "Arjun"),
                    Map.entry(Field.BIRTH_DATE, "1987-11-02"),
                    Map.entry(Field.BIRTH_PLACE, "Exampur"),
                    Map.entry(Field.SEX, "M"),
                    Map.entry(Field.NATIONALITY, "IND"),
                    Map.entry(Field.PERMIT_NUMBER, "UT1000025"),
                    Map.entry(Field.CATEGORY, "blue-card"),
                    Map.entry(Field.RIGHT_FROM, "2027-01-01"),
                    Map.entry(Field.RIGHT_UNTIL, "2029-12-31"),
                    Map.entry(Field.DOCUMENT_UNTIL, "2029-12-31"),
                    Map.entry(Field.WORK, "conditions"),
                    Map.entry(Field.WORK_CONDITIONS, "Engineer at Utopia Rail Works only"),
                    Map.entry(Field.SELF_EMPLOYMENT, "no"),
                    Map.entry(Field.STUDY, "no"),
                    Map.entry(Field.LEGAL_GROUND, "Utopian Residence Act, section 18"),
                    Map.entry(Field.TRAVEL_DOCUMENT_NUMBER, "UT7654321"),
                    Map.entry(Field.TRAVEL_DOCUMENT_ISSUER, "IND"))),
    /** Revoked since: all four credentials, and the seal. */
    REVOKED(
            "revoked",
            8,
            Map.ofEntries(
                    Map.entry(Field.SURNAME, "Okoro-Example"),
                    Map.entry(Field.GIVEN_NAMES, "Nneka"),
                    Map.entry(Field.BIRTH_DATE, "2001-00-00"),
                    Map.entry(Field.SEX, "X"),
                    Map.entry(Field.NATIONALITY, "XXA"),
                    Map.entry(Field.PERMIT_NUMBER, "UT1000033"),
                    Map.entry(Field.CATEGORY, "student"),
                    Map.entry(Field.RIGHT_FROM, "2026-11-10"),
                    Map.entry(Field.RIGHT_UNTIL, "2027-09-30"),
                    Map.entry(Field.DOCUMENT_UNTIL, "2027-09-30"),
                    Map.entry(Field.WORK, "conditions"),
                    Map.entry(Field.WORK_CONDITIONS, "Up to 20 hours a week"),
                    Map.entry(Field.SELF_EMPLOYMENT, "no"),
                    Map.entry(Field.STUDY, "yes"),
                    Map.entry(Field.LEGAL_GROUND, "Utopian Residence Act, section 16"),
                    Map.entry(Field.TRAVEL_DOCUMENT_NUMBER, "UT5550199"),
                    Map.entry(Field.TRAVEL_DOCUMENT_ISSUER, "XXA")));

    private final String key;
    private final long face;
    private final Map<Field, String> fields;

    SampleUtopians(String key, long face, Map<Field, String> fields) {
        this.key = key;
        this.face = face;
        this.fields = fields;
    }

    /** What its files begin with: {@code not-yet-valid}. */
    String key() {
        return key;
    }

    /** The seed of its drawn face. */
    long face() {
        return face;
    }

    /** The permit with this small photo. */
    Permit permit(byte[] photo) {
        return PermitDraft.of(fields)
                .set(Field.COUNTRY, "UTO")
                .set(Field.AUTHORITY, "Migration Office of Utopia")
                .set(Field.ISSUE_DATE, "2026-11-10")
                .set(Field.ISSUE_PLACE, "Port Sample")
                .photo(photo)
                .permit();
    }
}
