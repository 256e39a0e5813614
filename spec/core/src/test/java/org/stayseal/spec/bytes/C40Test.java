package org.stayseal.spec.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;

class C40Test {

    @ParameterizedTest
    @CsvSource({
        "XK<CD, EB0466A9",
        "XKCD, EB11FE45",
        "BSI01, 62D719C9",
        "VISA01, DE515826",
        "D<<, 6ABC",
        "UTO, D9C5",
        "D, FE45",
        "DETS00027, 6D32C8A519FC",
        "DETS0232, 6D32C8A72CB1",
        "UTTS025B, D9CAC8A73A99",
        "A<, 57F9",
        "AB<<, 59DCFE21"
    })
    void eachTextHasItsBytesAndComesBackWithSpacesForFillers(String text, String hex) throws FormatException {
        assertThat(Hex.encode(C40.encode(text)).toUpperCase(java.util.Locale.ROOT))
                .isEqualTo(hex);
        assertThat(C40.decode(Hex.decode(hex, "X-1"))).isEqualTo(text.replace('<', ' '));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6A", // half a group
                "0000", // below every group
                "0001", // group 0: three values of zero
                "FA01", // first value 40
                "FFFF",
                "6CE96ABC", // a zero value that does not end the text
                "FE456ABC", // single character before the end
                "FE3D", // single filler written as <
                "FE00",
                "FE5C",
                "FE62", // characters outside the alphabet
                "1283", // first value 2
                "1956" // second value 2
            })
    void whatNoTextIsCodedAsIsRefused(String hex) {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> C40.decode(Hex.decode(hex, "X-1")))
                .matches(e -> e.rule().equals("VDS-9"));
    }

    @Test
    void everyAcceptedCodingIsThatOfItsText() {
        Random random = new Random(40);
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[2 * random.nextInt(4)];
            random.nextBytes(bytes);
            try {
                assertThat(C40.encode(C40.decode(bytes))).isEqualTo(bytes);
                accepted++;
            } catch (FormatException refused) {
                assertThat(refused.rule()).isEqualTo("VDS-9");
            }
        }
        assertThat(accepted).isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Ä", "A-B", "\n"})
    void otherCharactersAreTheCallersMistake(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> C40.encode(text));
    }
}
