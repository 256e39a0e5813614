package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Mrz;

/** VER-46: numbers and dates of one document in two places. The zone is that of number D23145890, born on 12 August 1974. */
class IdentityTest {

    private static final String ZONE = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6";
    /** Its number, D23145890734, runs over into the optional data. */
    private static final String LONG = "I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<D23145890<UTO7408122F12041597349<<<8";

    @ParameterizedTest
    @CsvSource({
        "D23145890, true",
        "D2314 5890, true",
        "D<23145890, true",
        "D23145890734, false",
        "D2314589, false",
        "D2314589O, false",
        "'', false"
    })
    void aNumberIsTheSameWithoutFillersAndToItsEnd(String number, boolean same) throws FormatException {
        Identity identity =
                new Identity(Optional.of(number), false, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(identity.contradictions(Mrz.parse(ZONE)).isEmpty()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "D23145890734, false, true",
        "D23145890, true, true",
        "D23145890, false, false",
        "D2314589, true, false",
        "D2314589073, false, false",
        "D23145890735, false, false"
    })
    void aLongNumberIsOneAlsoWhereTheCodeHasRoomForNineOnly(String number, boolean cutAtNine, boolean same)
            throws FormatException {
        Identity identity =
                new Identity(Optional.of(number), cutAtNine, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(identity.contradictions(Mrz.parse(LONG)).isEmpty()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"D23145890, true", "D23145890734, true", "D23145891734, false"})
    void aPassportBookHasRoomForNineOnly(String number, boolean same) throws FormatException {
        String book = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<<<<<<<<<2";
        Identity identity =
                new Identity(Optional.of(number), false, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(identity.contradictions(Mrz.parse(book)).isEmpty()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "1974, 8, 12, true",
        "1974, 8, 0, true",
        "1974, 0, 0, true",
        "0, 0, 0, true",
        "1975, 0, 0, false",
        "1974, 9, 12, false",
        "1974, 8, 13, false"
    })
    void whatIsUnknownOfABirthDateContradictsNothing(int year, int month, int day, boolean same)
            throws FormatException {
        String date = Identity.birthDate(new BirthDate(year, month, day));
        Identity identity =
                new Identity(Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.of(date));
        assertThat(identity.contradictions(Mrz.parse(ZONE))).isEqualTo(same ? List.of() : List.of("birth date"));
    }

    @ParameterizedTest
    @CsvSource({"2000, 1, 1, 000101", "1985, 3, 0, 8503<<", "0, 0, 0, <<<<<<"})
    void theYearTwoThousandIsAYearAndNotUnknown(int year, int month, int day, String field) {
        assertThat(Identity.birthDate(new BirthDate(year, month, day))).isEqualTo(field);
    }
}
