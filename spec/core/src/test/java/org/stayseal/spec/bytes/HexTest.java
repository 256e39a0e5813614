package org.stayseal.spec.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;

class HexTest {

    @Test
    void bothCasesAreReadAndLowerCaseIsWritten() throws FormatException {
        assertThat(Hex.encode(Hex.decode("DC03d9C5", "X-1"))).isEqualTo("dc03d9c5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "dc0", "0x", "dc 03", "dcg0"})
    void anythingElseIsRefused(String digits) {
        assertThatExceptionOfType(FormatException.class).isThrownBy(() -> Hex.decode(digits, "X-1"));
    }
}
