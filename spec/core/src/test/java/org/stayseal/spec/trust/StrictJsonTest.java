package org.stayseal.spec.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;

/** TRUST-1 and TRUST-2 hold for a whole document, and so for what of it nobody reads. */
class StrictJsonTest {

    @Test
    void aDocumentIsNestedSixteenDeepWhateverStandsInTheInnermost() throws FormatException {
        for (String inside : new String[] {"", "1"}) {
            assertThat(read("[".repeat(15) + inside + "]".repeat(15)).has("x")).isTrue();
            refused("TRUST-1", "[".repeat(16) + inside + "]".repeat(16));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "9007199254740991", "[[0]]", "{\"a\":1}"})
    void anIntegerOfAtMost53BitsIsRead(String value) throws FormatException {
        assertThat(read(value).has("x")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.0", "1e0", "9007199254740992", "1E400", "[[-1]]", "{\"a\":0.5}"})
    void anyOtherNumberIsRefusedWhereverItStands(String value) {
        refused("TRUST-2", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud800\"", "{\"\\udc00\":1}", "[\"\\ud83d\"]"})
    void halfOfASurrogatePairIsRefused(String value) {
        refused("TRUST-1", value);
    }

    @Test
    void aLongNameIsRead() throws FormatException {
        assertThat(read("{\"" + "n".repeat(1_000) + "\":1}").has("x")).isTrue();
    }

    private static JsonObject read(String value) throws FormatException {
        return StrictJson.object(("{\"x\":" + value + "}").getBytes(StandardCharsets.UTF_8), 10_000);
    }

    private static void refused(String rule, String value) {
        assertThatThrownBy(() -> read(value))
                .isInstanceOfSatisfying(
                        FormatException.class, fault -> assertThat(fault.rule()).isEqualTo(rule));
    }
}
