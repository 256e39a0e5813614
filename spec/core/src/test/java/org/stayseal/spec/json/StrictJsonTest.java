package org.stayseal.spec.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;
import tools.jackson.core.StreamReadConstraints;

class StrictJsonTest {

    private static final int MAX_BYTES = 40;

    private final StrictJson json = new StrictJson(
            "TEST-1",
            StreamReadConstraints.builder()
                    .maxNestingDepth(3)
                    .maxNameLength(20)
                    .maxStringLength(20)
                    .maxNumberLength(5)
                    .build());

    @Test
    void oneObjectIsReadWithEveryMember() throws FormatException {
        var node = json.object(bytes(" {\"a\": [1, {\"ü\": null}]} \n"), MAX_BYTES);
        assertThat(node.propertyNames()).containsExactly("a");
        assertThat(node.get("a").get(0).intValue()).isEqualTo(1);
        assertThat(node.get("a").get(1).has("ü")).isTrue();
    }

    @Test
    void aDocumentOfTheMostBytesIsReadAndOneMoreIsNot() throws FormatException {
        String longest = "{}" + " ".repeat(MAX_BYTES - 2);
        assertThat(json.object(bytes(longest), MAX_BYTES).isEmpty()).isTrue();
        refused(bytes(longest + " "), "document of more than 40 bytes");
    }

    @Test
    void aByteOrderMarkIsRefused() {
        refused(bytes("\uFEFF{}"), "byte order mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "null", "true"})
    void aValueThatIsNoObjectIsRefused(String text) {
        refused(bytes(text), "not a JSON object");
    }

    @Test
    void nothingAtAllIsNoObjectEither() {
        assertThatThrownBy(() -> json.object(bytes(" "), MAX_BYTES)).isInstanceOf(FormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"b\":{\"a\":1,\"a\":1}}",
                "{} {}",
                "{}x",
                "{\"a\":1",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "{} // no comments",
                "{\"a\":[[[1]]]}",
                "{\"a\":123456}",
                "{\"a\":\"123456789012345678901\"}"
            })
    void twiceTheSameMemberTrailingTextOtherDialectsAndBrokenBoundsAreRefused(String text) {
        refused(bytes(text), "not one well-formed JSON value");
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        refused(new byte[] {'{', '"', (byte) 0xFC, '"', ':', '1', '}'}, "not UTF-8");
        // An overlong slash, and half of a surrogate pair.
        refused(new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'}, "not UTF-8");
        refused(new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'}, "not UTF-8");
    }

    private void refused(byte[] text, String words) {
        assertThatThrownBy(() -> json.object(text, MAX_BYTES)).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.kind()).isEqualTo(FormatException.Kind.WRONG_FORMAT);
            assertThat(e.rule()).isEqualTo("TEST-1");
            assertThat(e.getMessage()).contains(words);
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
