package org.stayseal.spec.permit;

import java.util.Optional;

/**
 * A person's name: in Latin letters as the travel document has it (PERMIT-5), and where known in the person's own script.
 *
 * @param surname the primary identifier (Doc 9303-3 4.6), at most 120 bytes. A name that cannot be told apart goes here whole
 * @param givenNames the secondary identifier, at most 120 bytes
 * @param ownScript the whole name in the own script
 */
public record Name(String surname, Optional<String> givenNames, Optional<OwnScript> ownScript) {
    /** Most bytes of UTF-8 in a surname or in given names. */
    public static final int MAX_BYTES = 120;

    public Name {
        Rules.latin(Field.SURNAME, surname, MAX_BYTES);
        givenNames.ifPresent(names -> Rules.latin(Field.GIVEN_NAMES, names, MAX_BYTES));
    }

    /** A name in Latin letters only. */
    public static Name of(String surname, String givenNames) {
        return new Name(surname, Optional.of(givenNames), Optional.empty());
    }
}
