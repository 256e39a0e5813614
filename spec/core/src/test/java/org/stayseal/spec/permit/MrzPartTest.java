package org.stayseal.spec.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a change of a character is called, held against a drawing of each zone (VER-44). */
class MrzPartTest {

    /**
     * Doc 9303 parts 4 to 7, drawn: C document code, I issuing State, n name, N number, L nationality, B birth date, S sex, E end date, O optional data, d a check digit; a dot is
     * what no seal of a visa holds.
     */
    private static final Map<MrzFormat, List<String>> DRAWN = new EnumMap<>(Map.of(
            MrzFormat.TD1,
            List.of(
                    "CCIIINNNNNNNNNdOOOOOOOOOOOOOOO", // number 6 to 14, its digit 15
                    "BBBBBBdSEEEEEEdLLLOOOOOOOOOOOd", // nationality 16 to 18, composite digit 30
                    "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"),
            MrzFormat.TD2,
            List.of("CCIIInnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn", "NNNNNNNNNdLLLBBBBBBdSEEEEEEdOOOOOOOd"),
            MrzFormat.TD3,
            List.of("CCIIInnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn", "NNNNNNNNNdLLLBBBBBBdSEEEEEEdOOOOOOOOOOOOOOdd"),
            MrzFormat.MRV_A,
            List.of("CCIIInnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn", "NNNNNNNNNdLLLBBBBBBdSEEEEEEd................"),
            MrzFormat.MRV_B,
            List.of("CCIIInnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn", "NNNNNNNNNdLLLBBBBBBdSEEEEEEd........")));

    private static final Map<Character, MrzPart> LEGEND = Map.of(
            'C', MrzPart.DOCUMENT_CODE,
            'I', MrzPart.ISSUER,
            'n', MrzPart.NAME,
            'N', MrzPart.DOCUMENT_NUMBER,
            'L', MrzPart.NATIONALITY,
            'B', MrzPart.BIRTH_DATE,
            'S', MrzPart.SEX,
            'E', MrzPart.END_DATE,
            'O', MrzPart.OPTIONAL_DATA,
            'd', MrzPart.CHECK_DIGITS);

    @ParameterizedTest
    @EnumSource
    void eachChangedCharacterIsNamedByTheFieldItStandsInAndThoseNoVisaSealHoldsAreNotCompared(MrzFormat format) {
        Mrz zone = empty(format);
        List<String> drawing = DRAWN.get(format);
        for (int line = 0; line < format.lines(); line++) {
            assertThat(drawing.get(line)).hasSize(format.lineLength());
            for (int i = 0; i < format.lineLength(); i++) {
                char drawn = drawing.get(line).charAt(i);
                var expected = drawn == '.' ? List.of() : List.of(LEGEND.get(drawn));
                assertThat(zone.differences(changed(zone, line, i)))
                        .as("line %d, character %d", line + 1, i + 1)
                        .containsExactlyElementsOf(
                                expected.stream().map(MrzPart.class::cast).toList());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void equalZonesDifferInNothing(MrzFormat format) {
        assertThat(empty(format).differences(empty(format))).isEmpty();
    }

    @Test
    void severalDifferencesAreNamedEachOnceInTheOrderOfTheList() {
        Mrz zone = empty(MrzFormat.TD1);
        Mrz other = changed(changed(changed(zone, 2, 0), 2, 1), 0, 5);
        assertThat(zone.differences(other)).containsExactly(MrzPart.NAME, MrzPart.DOCUMENT_NUMBER);
        assertThat(MrzPart.NAME.words()).isEqualTo("name");
        assertThat(MrzPart.DOCUMENT_NUMBER.words()).isEqualTo("document number");
    }

    @Test
    void zonesOfTwoFormatsAreNotComparedEvenWhereTheyAreOfOneSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty(MrzFormat.TD3).differences(empty(MrzFormat.MRV_A)));
    }

    private static Mrz empty(MrzFormat format) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < format.lines(); i++) {
            lines.add("<".repeat(format.lineLength()));
        }
        return new Mrz(format, lines);
    }

    private static Mrz changed(Mrz zone, int line, int character) {
        List<String> lines = new ArrayList<>(zone.lines());
        StringBuilder changed = new StringBuilder(lines.get(line));
        changed.setCharAt(character, 'A');
        lines.set(line, changed.toString());
        return new Mrz(zone.format(), lines);
    }
}
