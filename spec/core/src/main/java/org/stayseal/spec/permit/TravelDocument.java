package org.stayseal.spec.permit;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The passport or other travel document that a permit goes with.
 *
 * @param number letters A to Z and digits, at most 20
 * @param issuer the issuing state's code as in {@link Nationality}
 * @param until the document's last day, where known
 */
public record TravelDocument(String number, String issuer, Optional<LocalDate> until) {
    /** Most characters of its number. */
    public static final int NUMBER_MAX_LENGTH = 20;

    public TravelDocument {
        Rules.number(Field.TRAVEL_DOCUMENT_NUMBER, number, NUMBER_MAX_LENGTH);
        Nationality.formed(Field.TRAVEL_DOCUMENT_ISSUER, issuer);
        until.ifPresent(date -> Rules.date(Field.TRAVEL_DOCUMENT_UNTIL, date));
    }
}
