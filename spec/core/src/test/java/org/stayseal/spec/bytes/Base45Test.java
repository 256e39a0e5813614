package org.stayseal.spec.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;

class Base45Test {

    @ParameterizedTest
    @CsvSource({"AB, BB8", "Hello!!, %69 VD92EX0", "base-45, UJCLQE7W581", "ietf!, QED8WEX0"})
    void theExamplesOfRfc9285HoldBothWays(String plain, String text) throws FormatException {
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base45.encode(bytes)).isEqualTo(text);
        assertThat(Base45.decode(text, "X-1")).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A", "BB8A", "GGW", "ZZZ", "6!!", ":::", "V5", "::", "bb8", "BB8\n", "BBÄ", "BB\u0000", "BB，"})
    void whatIsNoTextOfAnyBytesIsRefused(String text) {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> Base45.decode(text, "X-1"))
                .matches(e -> e.rule().equals("X-1") && e.kind() == FormatException.Kind.WRONG_FORMAT);
    }

    @Test
    void theLargestGroupAndPairAreAccepted() throws FormatException {
        assertThat(Base45.decode("FGW", "X-1")).containsExactly(0xFF, 0xFF);
        assertThat(Base45.decode("U5", "X-1")).containsExactly(0xFF);
        assertThat(Base45.decode("", "X-1")).isEmpty();
    }

    @Test
    void everyAcceptedTextIsTheTextOfItsBytes() {
        Random random = new Random(45);
        String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(45)));
            }
            try {
                assertThat(Base45.encode(Base45.decode(text.toString(), "X-1"))).isEqualTo(text.toString());
                accepted++;
            } catch (FormatException refused) {
                assertThat(refused.rule()).isEqualTo("X-1");
            }
        }
        assertThat(accepted).isGreaterThan(1000);
    }
}
