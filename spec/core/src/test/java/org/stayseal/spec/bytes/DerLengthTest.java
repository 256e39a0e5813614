package org.stayseal.spec.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;

class DerLengthTest {

    @ParameterizedTest
    @CsvSource({"0, 00", "127, 7f", "128, 8180", "255, 81ff", "256, 820100", "65535, 82ffff"})
    void eachLengthHasOneForm(int length, String hex) throws FormatException {
        assertThat(Hex.encode(DerLength.encode(length))).isEqualTo(hex);
        assertThat(read(hex)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "8100", "817f", "820000", "8200ff", "83010000", "ff", "", "81", "8201"})
    void otherFormsAreRefused(String hex) {
        assertThatExceptionOfType(FormatException.class).isThrownBy(() -> read(hex));
    }

    @Test
    void lengthsThatAreNotWrittenAreTheCallersMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> DerLength.encode(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> DerLength.encode(-1));
    }

    private static int read(String hex) throws FormatException {
        return DerLength.read(new ByteReader(Hex.decode(hex, "X-1"), "X-2"), "X-1");
    }
}
