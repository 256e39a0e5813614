package org.stayseal.spec.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stayseal.spec.FormatException;

class MrzTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 11, 22);

    @Test
    void theTd1SpecimenOfDoc9303IsBuiltCharacterByCharacter() {
        // Doc 9303-5, Utopia's specimen: number D23145890.
        Mrz mrz = Mrz.of(MrzFormat.TD1, content("I", "D23145890", "Eriksson", "Anna Maria", "UTO"));
        assertThat(mrz.lines())
                .containsExactly(
                        "I<UTOD231458907<<<<<<<<<<<<<<<",
                        "7408122F1204159UTO<<<<<<<<<<<6",
                        "ERIKSSON<<ANNA<MARIA<<<<<<<<<<");
        assertThat(mrz.faults()).isEmpty();
    }

    @Test
    void theTd2SpecimenOfDoc9303IsBuiltCharacterByCharacter() {
        Mrz mrz = Mrz.of(MrzFormat.TD2, content("I", "D23145890", "Eriksson", "Anna Maria", "UTO"));
        assertThat(mrz.lines())
                .containsExactly("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6");
        assertThat(mrz.faults()).isEmpty();
    }

    @Test
    void thePassportSpecimenOfDoc9303IsReadAndItsDigitsAreRight() throws FormatException {
        Mrz mrz =
                Mrz.parse("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10");
        assertThat(mrz.format()).isEqualTo(MrzFormat.TD3);
        assertThat(mrz.faults()).isEmpty();
        assertThat(mrz.documentNumber()).isEqualTo("L898902C3");
        assertThat(mrz.surname()).isEqualTo("ERIKSSON");
        assertThat(mrz.endDate(LocalDate.of(2007, 4, 16))).contains(LocalDate.of(2012, 4, 15));
        assertThat(Mrz.of(MrzFormat.TD3, content("P", "L898902C3", "Eriksson", "Anna Maria", "UTO"))
                        .faults())
                .isEmpty();
    }

    @Test
    void aFillerMayStandForTheDigitOverAPassportsEmptyOptionalDataAndNowhereElse() throws FormatException {
        String name = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n";
        assertThat(Mrz.parse(name + "L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<8")
                        .faults())
                .isEmpty();
        assertThat(Mrz.parse(name + "L898902C36UTO7408122F1204159<<<<<<<<<<<<<<08")
                        .faults())
                .isEmpty();
        assertThat(Mrz.parse(name + "L898902C36UTO7408122F1204159ZE184226B<<<<<<0")
                        .faults())
                .contains(MrzField.OPTIONAL_DATA);
        assertThat(Mrz.parse(name + "L898902C36UTO<<<<<<<F1204159<<<<<<<<<<<<<<<8")
                        .faults())
                .contains(MrzField.BIRTH_DATE);
    }

    @Test
    void theVisaSpecimensOfDoc9303AreBuiltCharacterByCharacter() {
        MrzContent content = content("V", "L8988901C", "Eriksson", "Anna Maria", "UTO");
        assertThat(Mrz.of(MrzFormat.MRV_A, content).lines())
                .containsExactly(
                        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4UTO7408122F1204159<<<<<<<<<<<<<<<<");
        assertThat(Mrz.of(MrzFormat.MRV_B, content).lines())
                .containsExactly("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4UTO7408122F1204159<<<<<<<<");
    }

    @Test
    void aLongNumberRunsOverIntoTheOptionalData() {
        // Doc 9303-5's example: D23145890734, check digit 9.
        Mrz td1 = Mrz.of(MrzFormat.TD1, content("I", "D23145890734", "Stevenson", "Peter John", "UTO"));
        assertThat(td1.lines().get(0)).isEqualTo("I<UTOD23145890<7349<<<<<<<<<<<");
        assertThat(td1.documentNumber()).isEqualTo("D23145890734");
        assertThat(td1.faults()).isEmpty();
        Mrz td2 = Mrz.of(MrzFormat.TD2, content("I", "D23145890734", "Stevenson", "Peter John", "UTO"));
        assertThat(td2.lines().get(1)).startsWith("D23145890<UTO").contains("7349<<<");
        assertThat(td2.documentNumber()).isEqualTo("D23145890734");
        assertThat(td2.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TD1, 22", "TD2, 14", "TD3, 9", "MRV_A, 9", "MRV_B, 9"})
    void aNumberHasTheRoomOfItsFormatAndNotOneMore(MrzFormat format, int longest) {
        String number = "A1234567890123456789012".substring(0, longest);
        assertThat(Mrz.of(format, content("V", number, "A", "B", "UTO")).documentNumber())
                .isEqualTo(number);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mrz.of(format, content("V", number + "1", "A", "B", "UTO")));
    }

    @ParameterizedTest
    @EnumSource(MrzFormat.class)
    void whatIsBuiltIsParsedBack(MrzFormat format) throws FormatException {
        MrzContent content = new MrzContent(
                format.name().startsWith("MRV") ? "V" : "AR",
                "D",
                "AB1",
                Nationality.STATELESS,
                new BirthDate(1985, 0, 0),
                Sex.X,
                LocalDate.of(2036, 2, 29),
                "O'Connor-Núñez",
                Optional.empty());
        Mrz mrz = Mrz.parse(String.join("\n", Mrz.of(format, content).lines()));
        assertThat(mrz.format()).isEqualTo(format);
        assertThat(mrz.issuer()).isEqualTo("D");
        assertThat(mrz.documentNumber()).isEqualTo("AB1");
        assertThat(mrz.nationality()).isEqualTo("XXA");
        assertThat(mrz.sex()).contains(Sex.X);
        assertThat(mrz.birthDate(ISSUED)).contains(new BirthDate(1985, 0, 0));
        assertThat(mrz.endDate(ISSUED)).contains(LocalDate.of(2036, 2, 29));
        assertThat(mrz.surname()).isEqualTo("OCONNOR NUNEZ");
        assertThat(mrz.givenNames()).isEmpty();
        assertThat(mrz.faults()).isEmpty();
    }

    @Test
    void everyChangedCharacterThatADigitGuardsIsNoticed() {
        Mrz good = Mrz.of(MrzFormat.TD2, content("I", "D23145890", "Eriksson", "Anna Maria", "UTO"));
        String line = good.lines().get(1);
        for (int i = 0; i < line.length(); i++) {
            boolean unguarded = i >= 10 && i < 13 || i == 20;
            char other = line.charAt(i) == '1' ? '2' : '1';
            Mrz bad = new Mrz(
                    MrzFormat.TD2, List.of(good.lines().get(0), line.substring(0, i) + other + line.substring(i + 1)));
            assertThat(bad.faults().isEmpty()).as("character " + i).isEqualTo(unguarded);
        }
    }

    @Test
    void faultsAreNamed() throws FormatException {
        Mrz mrz = Mrz.parse("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408123F1204159<<<<<<<6");
        assertThat(mrz.faults()).isEqualTo(Set.of(MrzField.BIRTH_DATE, MrzField.COMPOSITE));
    }

    @ParameterizedTest
    @CsvSource({
        "740812, 1974-08-12",
        "26<<<<, 2026-00-00",
        "2703<<, 1927-03-00",
        "<<<<<<, 0000-00-00",
        "<<0812, ''",
        "74<<12, ''",
        "741312, ''",
        "74081<, ''",
        "ABCDEF, ''"
    })
    void birthDatesMayHaveUnknownPartsAndAreNeverInTheFuture(String field, String expected) {
        assertThat(withDates(field, "300101")
                        .birthDate(ISSUED)
                        .map(BirthDate::toString)
                        .orElse(""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "300101, 2030-01-01",
        "160412, 2016-04-12",
        "751231, 2075-12-31",
        "761231, 1976-12-31",
        "260229, ''",
        "<<<<<<, ''",
        "3001<<, ''"
    })
    void endDatesAreWithinFiftyYearsOfTheIssue(String field, String expected) {
        assertThat(withDates("740812", field)
                        .endDate(ISSUED)
                        .map(LocalDate::toString)
                        .orElse(""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // Doc 9303-5 and 9303-6 show that a cut name ends in a letter.
        "Nilavadhanananda, Chayapa Dejthamrong Krasuang, NILAVADHANANANDA<<CHAYAPA<DEJT",
        "Bennelong Wooloomooloo Warrandyte Warnambool, Dingo Potoroo, BENNELONG<WOOLOOMOOLOO<WARR<<D",
        "Papandropoulous, Jonathon Warren Trevor, PAPANDROPOULOUS<<JONATHON<WARR",
        "Papandropoulou, Jonathon Wa Trevor Max, PAPANDROPOULOU<<JONATHON<WA<TR",
        "Papandropoulous, Jonathon Ann Wa Trevor, PAPANDROPOULOUS<<JONATHON<AN<W",
        "Arkfreith, Mary Janette, ARKFREITH<<MARY<JANETTE<<<<<<<",
        "Adolphe Blaine Charles David Earl Frederick Gerald, '', ADOLPHE<BLAINE<CHARLES<DAVID<E"
    })
    void aNameThatDoesNotFitIsCutToALetter(String surname, String given, String expected) {
        MrzContent content = content("I", "D23145890", surname, given, "UTO");
        assertThat(Mrz.of(MrzFormat.TD1, content).lines().get(2)).isEqualTo(expected);
    }

    @Test
    void aZoneNeverShowsThePersonInALog() {
        assertThat(Mrz.of(MrzFormat.TD2, content("I", "D23145890", "Eriksson", "Anna", "UTO"))
                        .toString())
                .doesNotContain("ERIKSSON", "D23145890");
    }

    private static Mrz withDates(String birth, String end) {
        return new Mrz(
                MrzFormat.TD2,
                List.of("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO" + birth + "0F" + end + "0<<<<<<<0"));
    }

    private static MrzContent content(String code, String number, String surname, String given, String issuer) {
        return new MrzContent(
                code,
                issuer,
                number,
                new Nationality("UTO"),
                new BirthDate(1974, 8, 12),
                Sex.F,
                LocalDate.of(2012, 4, 15),
                surname,
                given.isEmpty() ? Optional.empty() : Optional.of(given));
    }
}
