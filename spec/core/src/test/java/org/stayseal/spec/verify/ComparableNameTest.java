package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.Mrz;

/** VER-46: one name in two documents. */
class ComparableNameTest {

    @ParameterizedTest
    @CsvSource({
        "Müller, Zoë, MUELLER<<ZOE",
        "Müller, Zoë, MUXXLLER<<ZOE",
        "Müller, Zoë, MULLER<<ZOE",
        "Muñoz, Ángel, MUNXXOZ<<ANGEL",
        "Østergård, Åse, OSTERGARD<<AASE",
        "Straße, Jan, STRASSE<<JAN",
        "Þórsdóttir, Æsa, THORSDOTTIR<<AESA",
        "O'Connor, Mary-Jane, OCONNOR<<MARY<JANE",
        "O’Connor, Mary Jane, OCONNOR<<MARYJANE",
        "Nguyễn, Thị Hồng, NGUYEN<<THI<HONG",
        "van der Berg, Jan, VANDERBERG<<JAN",
        "Anna Maria Eriksson, '', ERIKSSON<<ANNA<MARIA",
    })
    void theLawfulSpellingsOfANameAgree(String surname, String givenNames, String zone) throws FormatException {
        assertThat(text(surname, givenNames).agreesWith(zone(zone))).isTrue();
        assertThat(zone(zone).agreesWith(text(surname, givenNames))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Muster, Olena, MUSTER<<OLGA",
        "Muster, Olena, MUSTERS<<OLENA",
        "Muster, Olena, OLENA<<MUSTERMANN",
        "Muster, Olena, MUSTER",
        "Müller, Zoë, MILLER<<ZOE",
        "A, B, <<<",
    })
    void otherNamesDoNot(String surname, String givenNames, String zone) throws FormatException {
        assertThat(text(surname, givenNames).agreesWith(zone(zone))).isFalse();
        assertThat(zone(zone).agreesWith(text(surname, givenNames))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // Doc 9303-4 shows more than one way to cut; what is left of the first word tells, and the first given letter.
        "Nilavadhanananda, Chayapa Dejthamrong, NILAVADHANANANDA<<CHAYAPA<DEJTH, true",
        "Nilavadhanananda, Chayapa Dejthamrong, NILAVADHANANA<NANDA<<C<DEJTHAMR, true",
        "Nilavadhanananda, Chayapa Dejthamrong, NILAVADHANANANDA<<DHAYAPA<DEJTH, false",
        "Nilavadhanananda, Chayapa Dejthamrong, MILAVADHANANANDA<<CHAYAPA<DEJTH, false",
        // A name that is not divided may begin with a given one.
        "Anna Maria Elisabeth Vandermeerschen, '', VANDERMEERSCHEN<<ANNA<MARIA<ELI, true",
        "Anna Maria Elisabeth Vandermeerschen, '', WANDERMEERSCHEN<<ANNA<MARIA<ELI, false",
        "Vandermeerschen, Anna Maria Elisabeth, ANNA<MARIA<ELISABETH<VANDERMEER, true",
        "Vandermeerschen, Anna Maria Elisabeth, ANNA<MARIA<ELISABETH<WANDERMEER, false",
        "Vandermeerschen, Anna Maria Elisabeth, ANNA<<MARIA<ELISABETH<VANDERMEE, false",
    })
    void aNameThatMayBeCutIsComparedAsFarAsEveryWayOfCuttingLeavesIt(
            String surname, String givenNames, String field, boolean agree) throws FormatException {
        assertThat(field).hasSize(31);
        assertThat(text(surname, givenNames).agreesWith(zone(field))).isEqualTo(agree);
    }

    @Test
    void aNameInAnotherScriptIsNotCompared() {
        assertThat(ComparableName.of("Мустер", Optional.of("Олена"))).isEmpty();
        assertThat(ComparableName.of("Muster", Optional.of("Олена"))).isEmpty();
    }

    /** What parts words is a list: no table of a Unicode version decides. */
    @ParameterizedTest
    @ValueSource(ints = {' ', '-', '.', ',', '/', '1', '_', 0x00A0, 0x00B7, 0x2010, 0x2011, 0x2013, 0x2015})
    void theListedCharactersPartWords(int character) {
        String name = "Anna" + Character.toString(character) + "Maria";
        assertThat(text("Muster", name)).isEqualTo(text("Muster", "Anna Maria"));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00A1, 0x00AA, 0x00B5, 0x00D7, 0x0250, 0x0264, 0x02BE, 0x1DC4, 0x20D0, 0x2016, 0x2026, 0x30FB, 0xFF21,
                0x1F600, 0x1D400, 0xA7CB, 0x1DF00, 0x0378
            })
    void anyOtherCharacterLeavesTheNameUncompared(int character) {
        assertThat(ComparableName.of("Muster", Optional.of("A" + Character.toString(character))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "\uFB01nn, FINN",
        "\u0149oor, NOOR",
        "\u01F0an, JAN",
        "\u0131l, IL",
        "\u017Fam, SAM",
        "q\u0307\u0323, Q",
        "\u1E9E, SS"
    })
    void lettersWithoutACapitalAreWrittenOut(String name, String written) {
        assertThat(text("Muster", name)).isEqualTo(text("Muster", written));
    }

    private static ComparableName text(String surname, String givenNames) {
        return ComparableName.of(surname, Optional.of(givenNames)).orElseThrow();
    }

    private static ComparableName zone(String name) throws FormatException {
        String first = "I<UTO" + name + "<".repeat(31 - name.length());
        return ComparableName.of(Mrz.parse(first + "D231458907UTO7408122F1204159<<<<<<<6"));
    }
}
