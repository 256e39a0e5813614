package org.stayseal.spec.permit;

import java.util.Optional;

/**
 * The person a permit is for.
 *
 * @param birthPlace at most 80 bytes
 * @param personalNumber the number that the country gives a person, at most 40 bytes
 */
public record Person(
        Name name,
        BirthDate birthDate,
        Optional<String> birthPlace,
        Sex sex,
        Nationality nationality,
        Optional<String> personalNumber,
        Optional<Photo> photo) {
    /** Most bytes of UTF-8 in a place of birth. */
    public static final int BIRTH_PLACE_MAX_BYTES = 80;
    /** Most bytes of UTF-8 in a personal number. */
    public static final int PERSONAL_NUMBER_MAX_BYTES = 40;

    public Person {
        birthPlace.ifPresent(place -> Rules.text(Field.BIRTH_PLACE, place, BIRTH_PLACE_MAX_BYTES));
        personalNumber.ifPresent(number -> Rules.text(Field.PERSONAL_NUMBER, number, PERSONAL_NUMBER_MAX_BYTES));
    }

    /** The same person with this photo. */
    public Person withPhoto(Photo portrait) {
        return new Person(name, birthDate, birthPlace, sex, nationality, personalNumber, Optional.of(portrait));
    }
}
