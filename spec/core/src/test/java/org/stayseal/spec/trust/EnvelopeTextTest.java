package org.stayseal.spec.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;

/** TRUST-10: where a payload is long it is taken from where it stands, and everything else is judged as if it were not. */
class EnvelopeTextTest {

    private static final String LONG = "Ab-_09zZ".repeat(1_000);
    private static final int MOST = 20_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"payload\":\"LONG\",\"signatures\":[]}",
                " {\"signatures\":[] ,\n \"payload\" : \"LONG\" } ",
                "{\"payload\":\"short\",\"signatures\":[]}",
                "{\"payload\":\"\\u0041LONG\",\"signatures\":[]}",
                "{\"payload\":\"LONG\\\"LONG\",\"signatures\":[]}",
                "{\"signatures\":[{\"protected\":\"LONG\"}],\"payload\":\"e30\"}"
            })
    void thePayloadIsTheTextThatTheMemberHas(String form) throws Exception {
        String document = form.replace("LONG", LONG);
        String expected = StrictJson.object(bytes(document), 2 * MOST).text("payload", "TRUST-10");
        assertThat(new String(EnvelopeText.read(bytes(document), 2 * MOST).payload(), StandardCharsets.UTF_8))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"payload\":\"LONG\",\"signatures\":[]",
                "{\"payload\":\"LONG\",\"payload\":\"LONG\",\"signatures\":[]}",
                "{\"payload\":\"LONG\",\"signatures\":[],\"more\":1}",
                "{\"payload\":\"LONG\"}",
                "{payload:\"LONG\",\"signatures\":[]}",
                "[\"LONG\"]",
                "\"LONG\"",
                "{\"payload\":\"LONG\",\"signatures\":[]}x",
                "{\"LONG\":\"payload\",\"signatures\":[]}"
            })
    void anythingElseIsRefused(String form) {
        assertThatThrownBy(() -> EnvelopeText.read(bytes(form.replace("LONG", LONG)), MOST))
                .isInstanceOf(FormatException.class);
    }

    @Test
    void theBoundIsThatOfTheWholeDocument() {
        byte[] document = bytes("{\"payload\":\"" + LONG + "\",\"signatures\":[]}");
        assertThatThrownBy(() -> EnvelopeText.read(document, document.length - 1))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("more than");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
