package org.stayseal.spec.permit;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A residence permit (docs 10): one person's right to stay, and the document that shows it. All codes of a permit are made from this (PERMIT-10).
 *
 * @param country the issuing country's code in the machine readable zone: {@code UTO}
 * @param number the permit's number, unique inside one authority: A to Z and digits, at most 9, since it stands in the machine readable zone
 * @param legalGround a reference, not prose; at most 80 bytes
 * @param authority at most 100 bytes
 * @param issueDate the document's first day
 * @param issuePlace at most 80 bytes
 * @param rightFrom first day of the right; may lie before or after the day of issue
 * @param rightUntil last day of the right; empty: unlimited
 * @param documentUntil the document's last day: at most ten years after issue and never after the right's own end
 * @param remarks at most 200 bytes
 * @param liveOnly without a fresh proof by the holder's device it is not to be accepted
 */
public record Permit(
        String country,
        Person person,
        String number,
        Category category,
        Optional<String> legalGround,
        String authority,
        LocalDate issueDate,
        Optional<String> issuePlace,
        LocalDate rightFrom,
        Optional<LocalDate> rightUntil,
        LocalDate documentUntil,
        WorkRight work,
        Right selfEmployment,
        Right study,
        Optional<String> remarks,
        Optional<TravelDocument> travelDocument,
        boolean liveOnly) {
    /** Most characters of a permit's number: what the machine readable zone has room for. */
    public static final int NUMBER_MAX_LENGTH = 9;
    /** Most bytes of UTF-8 in a legal ground. */
    public static final int LEGAL_GROUND_MAX_BYTES = 80;
    /** Most bytes of UTF-8 in an authority's name. */
    public static final int AUTHORITY_MAX_BYTES = 100;
    /** Most bytes of UTF-8 in a place of issue. */
    public static final int ISSUE_PLACE_MAX_BYTES = 80;
    /** Most bytes of UTF-8 in remarks. */
    public static final int REMARKS_MAX_BYTES = 200;
    /** Most years that a document is good for. */
    public static final int DOCUMENT_MAX_YEARS = 10;

    public Permit {
        Nationality.checked(Field.COUNTRY, country);
        Nationality.checked(Field.NATIONALITY, person.nationality().code());
        travelDocument.ifPresent(document -> Nationality.checked(Field.TRAVEL_DOCUMENT_ISSUER, document.issuer()));
        Rules.number(Field.PERMIT_NUMBER, number, NUMBER_MAX_LENGTH);
        legalGround.ifPresent(text -> Rules.text(Field.LEGAL_GROUND, text, LEGAL_GROUND_MAX_BYTES));
        Rules.text(Field.AUTHORITY, authority, AUTHORITY_MAX_BYTES);
        Rules.date(Field.ISSUE_DATE, issueDate);
        issuePlace.ifPresent(text -> Rules.text(Field.ISSUE_PLACE, text, ISSUE_PLACE_MAX_BYTES));
        Rules.date(Field.RIGHT_FROM, rightFrom);
        rightUntil.ifPresent(date -> Rules.date(Field.RIGHT_UNTIL, date));
        Rules.date(Field.DOCUMENT_UNTIL, documentUntil);
        new PermitDates(person.birthDate(), issueDate, rightFrom, rightUntil, documentUntil).check();
        selfEmployment.checked(Field.SELF_EMPLOYMENT_CONDITIONS);
        study.checked(Field.STUDY_CONDITIONS);
        remarks.ifPresent(text -> Rules.text(Field.REMARKS, text, REMARKS_MAX_BYTES));
    }
}
