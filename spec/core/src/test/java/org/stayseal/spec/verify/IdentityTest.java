package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.Sex;

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
        Identity identity = new Identity(Optional.of(number), false, Optional.empty(), Bearer.UNNAMED);
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
        Identity identity = new Identity(Optional.of(number), cutAtNine, Optional.empty(), Bearer.UNNAMED);
        assertThat(identity.contradictions(Mrz.parse(LONG)).isEmpty()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"D23145890, true", "D23145890734, true", "D23145891734, false"})
    void aPassportBookHasRoomForNineOnly(String number, boolean same) throws FormatException {
        String book = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<<<<<<<<<2";
        Identity identity = new Identity(Optional.of(number), false, Optional.empty(), Bearer.UNNAMED);
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
        String date = Bearer.birthDate(new BirthDate(year, month, day));
        Identity identity = new Identity(Optional.empty(), false, Optional.empty(), born(date));
        assertThat(identity.contradictions(Mrz.parse(ZONE))).isEqualTo(same ? List.of() : List.of("birth date"));
    }

    @ParameterizedTest
    @CsvSource({"2000, 1, 1, 000101", "1985, 3, 0, 8503<<", "0, 0, 0, <<<<<<"})
    void theYearTwoThousandIsAYearAndNotUnknown(int year, int month, int day, String field) {
        assertThat(Bearer.birthDate(new BirthDate(year, month, day))).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "UTO, Eriksson, 740812, UTO, F, true",
        "UTO, Eriksson, 740812, , , true",
        "UTO, Eriksson, 74<<<<, UTO, X, true",
        "UTO, Eriksson, 740812, XXB, F, true",
        "UTO, Eriksson, 740812, D, F, false",
        "UTO, Eriksson, 740812, UTO, M, false",
        "UTO, Eriksson, 740813, UTO, F, false",
        "UTO, Eriksson, <<0812, UTO, F, false",
        "UTO, Eriksson, , UTO, F, false",
        "UTO, Ericson, 740812, UTO, F, false",
        "UTO, Ерикссон, 740812, UTO, F, false",
        "D, Eriksson, 740812, UTO, F, false",
        ", Eriksson, 740812, UTO, F, false"
    })
    void anotherNumberIsAnotherDocumentOfTheSamePersonOnlyWhereAllElseFits(
            String issuer, String surname, String birthDate, String nationality, Sex sex, boolean same)
            throws FormatException {
        Bearer bearer = new Bearer(
                ComparableName.of(surname, Optional.of("Anna Maria")),
                Optional.ofNullable(birthDate),
                Optional.ofNullable(nationality),
                Optional.ofNullable(sex));
        Mrz zone = Mrz.parse(ZONE);
        assertThat(new Identity(Optional.of("C00002047"), false, Optional.ofNullable(issuer), bearer)
                        .isAnotherDocumentOfTheSamePerson(zone))
                .isEqualTo(same);
        assertThat(new Identity(Optional.of("D23145890"), false, Optional.ofNullable(issuer), bearer)
                        .isAnotherDocumentOfTheSamePerson(zone))
                .as("the very document")
                .isFalse();
    }

    private static Bearer born(String date) {
        return new Bearer(Optional.empty(), Optional.of(date), Optional.empty(), Optional.empty());
    }
}
