package org.stayseal.spec.cwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.Rule;
import org.stayseal.spec.bytes.Hex;

class StrictCborTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "17",
                "1818",
                "18ff",
                "190100",
                "1a00010000",
                "1b0000000100000000",
                "1bffffffffffffffff",
                "20",
                "3bffffffffffffffff",
                "40",
                "4100",
                "60",
                "6161",
                "62c3bc",
                "80",
                "8100",
                "a0",
                "a10000",
                "a2000020f4",
                "f4",
                "f5",
                "f6"
            })
    void deterministicItemsAreRead(String hex) {
        assertThat(refusal(hex)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0000",
                "1817",
                "1900ff",
                "1a0000ffff",
                "1b00000000ffffffff",
                "1c",
                "1f",
                "3817",
                "5800",
                "41",
                "5f40ff",
                "7f60ff",
                "61ff",
                "62c080",
                "63eda080",
                "81",
                "9bffffffffffffffff",
                "9a7fffffff",
                "9fff",
                "bfff",
                "a100",
                "a2000000f4",
                "a220f400f4",
                "a2616100f400",
                "a1f400",
                "a18000",
                "a1400000",
                "c000",
                "d81800",
                "e0",
                "f0",
                "f7",
                "f820",
                "f90000",
                "fa00000000",
                "fb0000000000000000",
                "ff",
                "bbffffffffffffffff",
                "5bffffffffffffffff"
            })
    void whatIsNotOneDeterministicItemIsRefused(String hex) {
        assertThat(refusal(hex)).isEqualTo("X-1");
    }

    /** The table of CRED-10, and what else is easily taken for one of its rows. */
    @ParameterizedTest
    @CsvSource({
        "430102, a",
        "'', a",
        "8201, a",
        "0102, b",
        "9f01ff, c",
        "5f41ff, c",
        "ff, c",
        "1817, d",
        "590001ff, d",
        "1c, e",
        "fc, e",
        "a201000100, f",
        "a202000100, g",
        "a14000, h",
        "a1f400, h",
        "61ff, i",
        "63eda080, i",
        "62c080, i",
        "f93c00, j",
        "fa3f800000, j",
        "fb3ff0000000000000, j",
        "f7, k",
        "f820, k",
        "e0, k",
        "c24101, l",
        "d9d9f700, l"
    })
    void eachFaultHasItsLetter(String hex, String letter) throws FormatException {
        byte[] bytes = Hex.decode(hex, "X-0");
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> StrictCbor.read(bytes, StrictCbor.Keys.IN_ORDER, Rule.lettered("X-1"), "X-2"))
                .satisfies(e -> assertThat(e.rule()).isEqualTo("X-1" + letter));
    }

    @Test
    void eightLevelsAreReadAndNineAreTooDeep() {
        assertThat(refusal("81".repeat(8) + "00")).isEmpty();
        assertThat(refusal("81".repeat(9) + "00")).isEqualTo("X-2");
        assertThat(refusal("81".repeat(4000))).isEqualTo("X-2");
    }

    @Test
    void keysInAnyOrderAreReadOnlyWhereThatIsAllowedAndNeverTwice() throws FormatException {
        byte[] unsorted = Hex.decode("a2010100f4", "X-1");
        assertThat(StrictCbor.read(unsorted, StrictCbor.Keys.IN_ANY_ORDER, "X-1", "X-2")
                        .size())
                .isEqualTo(2);
        assertThat(refusal("a2010100f4")).isEqualTo("X-1");
        byte[] twice = Hex.decode("a30101000001f4", "X-1");
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> StrictCbor.read(twice, StrictCbor.Keys.IN_ANY_ORDER, "X-1", "X-2"));
    }

    @Tag("thousands")
    @Test
    void noBytesAtAllMakeAnyOtherExceptionThanTheDeclaredOne() {
        Random random = new Random(8949);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(24)];
            random.nextBytes(bytes);
            try {
                StrictCbor.read(bytes, StrictCbor.Keys.IN_ANY_ORDER, "X-1", "X-2");
            } catch (FormatException e) {
                assertThat(e.rule()).startsWith("X-");
            }
        }
    }

    private static String refusal(String hex) {
        try {
            StrictCbor.read(Hex.decode(hex, "X-0"), StrictCbor.Keys.IN_ORDER, "X-1", "X-2");
            return "";
        } catch (FormatException e) {
            return e.rule();
        }
    }
}
