package org.stayseal.spec.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;

/** VDS-37: tolerant of how a zone is typed, strict in what comes out. */
class TypedMrzTest {

    private static final String TD2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6";
    private static final String TD3 =
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6",
                "i<utoeriksson<<anna<maria<<<<<<<<<<<d231458907uto7408122f1204159<<<<<<<6",
                "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6\n",
                "\r\n  I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\r\n\r\n\tD231458907UTO7408122F1204159<<<<<<<6  ",
                "I<UTO ERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD23145890 7 UTO 740812 2 F 120415 9 <<<<<<< 6",
                "I<UTOERIKSSON<<ANNA<MARIA\nD231458907UTO7408122F1204159<<<<<<<6",
                "I UTOERIKSSON  ANNA MARIA\nD231458907UTO7408122F1204159       6",
                "I<UTOERIKSSON<<ANNA\n<MARIA<<<<<<<<<<<D231458907\nUTO7408122F1204159<<<<<<<6",
            })
    void howAZoneIsTypedDoesNotMatter(String text) throws FormatException {
        Mrz mrz = Mrz.parse(text);
        assertThat(mrz.format()).isEqualTo(MrzFormat.TD2);
        assertThat(mrz.characters()).isEqualTo(TD2);
    }

    @Test
    void sixteenSpacesForFillersDoNotMakeAPassportsZoneASmallerOne() throws FormatException {
        Mrz mrz = Mrz.parse(
                "P<UTOERIKSSON  ANNA  MARIA  SOPHIE  EVA  LI\n" + "L898902C36UTO7408122F1204159ZE184226B     10");
        assertThat(mrz.format()).isEqualTo(MrzFormat.TD3);
        assertThat(mrz.lines().get(0)).isEqualTo("P<UTOERIKSSON<<ANNA<<MARIA<<SOPHIE<<EVA<<LI<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "I<UTO",
                // One character too many, one too few, in one line.
                "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6",
                "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6",
                // A line that is too long has no format, and characters that a zone does not have.
                "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6",
                "I<UTOMÜLLER<<<<<ANNA<MARIA<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6",
                "I«UTOERIKSSON««ANNA«MARIA«««««««««««D231458907UTO7408122F1204159<<<<<<<6",
                "I<UTOERıKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6",
            })
    void whatIsNoZoneIsRefused(String text) {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> Mrz.parse(text))
                .matches(e -> e.rule().matches("VDS-3[07]"));
    }

    @Test
    void aTextWithoutEndIsRefusedBeforeItIsTakenApart() {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> Mrz.parse(TD3 + " ".repeat(413)))
                .withMessageContaining("500");
    }

    @Test
    void theFirstLetterTellsAVisaFromAPassport() throws FormatException {
        assertThat(Mrz.parse(TD3).format()).isEqualTo(MrzFormat.TD3);
        assertThat(Mrz.parse("V" + TD3.substring(1)).format()).isEqualTo(MrzFormat.MRV_A);
        assertThat(Mrz.parse("V" + TD2.substring(1)).format()).isEqualTo(MrzFormat.MRV_B);
    }
}
