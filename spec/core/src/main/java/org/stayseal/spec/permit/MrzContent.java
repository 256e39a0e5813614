package org.stayseal.spec.permit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a machine readable zone is to say, before it is cut into fields.
 *
 * @param documentCode one or two letters, the first one A, C or I for a permit's document, V for a visa (Doc 9303-3 4.4)
 * @param issuer code of the issuing state
 * @param documentNumber letters and digits; how many fit depends on the format (VDS-33)
 * @param surname the primary identifier in any script that {@link Transliteration} has a table for
 * @param givenNames the secondary identifier likewise
 */
public record MrzContent(
        String documentCode,
        String issuer,
        String documentNumber,
        Nationality nationality,
        BirthDate birthDate,
        Sex sex,
        LocalDate endDate,
        String surname,
        Optional<String> givenNames) {

    private static final Pattern DOCUMENT_CODE = Pattern.compile("[A-Z]{1,2}");
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{1,22}");

    public MrzContent {
        if (!DOCUMENT_CODE.matcher(documentCode).matches()) {
            throw new IllegalArgumentException("document code is one or two letters A to Z");
        }
        if (!Nationality.hasForm(issuer)) {
            throw new IllegalArgumentException("issuer is a code of the machine readable zone, such as UTO or D");
        }
        if (!NUMBER.matcher(documentNumber).matches()) {
            throw new IllegalArgumentException("document number is 1 to 22 letters A to Z and digits");
        }
    }

    /** The zone of a permit's own document. */
    public static MrzContent of(Permit permit, String documentCode) {
        Person person = permit.person();
        return new MrzContent(
                documentCode,
                permit.country(),
                permit.number(),
                person.nationality(),
                person.birthDate(),
                person.sex(),
                permit.documentUntil(),
                person.name().surname(),
                person.name().givenNames());
    }
}
