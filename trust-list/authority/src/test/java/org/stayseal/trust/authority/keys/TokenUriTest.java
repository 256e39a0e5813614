package org.stayseal.trust.authority.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7512 2.3. */
class TokenUriTest {

    @Test
    void aUriIsReadWithItsPercentSigns() throws Exception {
        KeyPlace.InToken place = (KeyPlace.InToken)
                KeyPlace.of(
                        "pkcs11:object=Root%20key;token=%C3%84mter;type=private?pin-source=file:/run/pin&module-path=/usr/lib/x.so");
        assertThat(place.uri().token()).isEqualTo("Ämter");
        assertThat(place.uri().object()).isEqualTo("Root key");
        assertThat(place.uri().module()).isEqualTo(Path.of("/usr/lib/x.so"));
        assertThat(place.uri().pinSource()).contains(Path.of("/run/pin"));
        assertThat(place).hasToString("pkcs11:token=%C3%84mter;object=Root%20key?module-path=/usr/lib/x.so");
    }

    @Test
    void aPinInAUriIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> KeyPlace.of("pkcs11:token=a;object=b?module-path=/x&pin-value=1234"))
                .isInstanceOf(KeyFault.class)
                .hasMessageContaining("a PIN in a token's URI")
                .hasMessageNotContaining("1234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkcs11:",
                "pkcs11:token=a;object=b",
                "pkcs11:object=b?module-path=/x",
                "pkcs11:token=a;token=b;object=c?module-path=/x",
                "pkcs11:token=a;object=b;slot-id=3?module-path=/x",
                "pkcs11:token=a;object=b?module-path=/x&pin-source=|program",
                "pkcs11:token=a%2;object=b?module-path=/x",
                "pkcs11:token=a%FF;object=b?module-path=/x",
                "pkcs11:token=a%0A;object=b?module-path=/x",
                "pkcs11:token=a;object=b;type=secret-key?module-path=/x",
                ""
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> KeyPlace.of(text)).isInstanceOf(KeyFault.class);
    }
}
