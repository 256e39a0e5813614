package org.stayseal.spec.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDateTest {

    @ParameterizedTest
    @CsvSource({
        "19850312, 1985-03-12",
        "19850300, 1985-03-00",
        "19850000, 1985-00-00",
        "00000000, 0000-00-00",
        "20000229, 2000-02-29"
    })
    void partsMayBeUnknownFromTheDayUpwards(String digits, String text) {
        BirthDate date = BirthDate.parse(digits).orElseThrow();
        assertThat(date.digits()).isEqualTo(digits);
        assertThat(date).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19000229",
                "19851301",
                "19850012",
                "00000312",
                "00000300",
                "18491231",
                "30000101",
                "1985031",
                "1985031x"
            })
    void whatIsNoDayOfTheCalendarIsRefused(String digits) {
        assertThat(BirthDate.parse(digits)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1985, 2, 30", "1985, 0, 1", "0, 1, 1", "-5, 0, 0", "1985, 13, 0", "1985, 1, -1"})
    void suchADateCannotBeMadeEither(int year, int month, int day) {
        assertThatExceptionOfType(InvalidPermitException.class)
                .isThrownBy(() -> new BirthDate(year, month, day))
                .matches(e -> e.field() == Field.BIRTH_DATE);
    }
}
