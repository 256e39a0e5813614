package org.stayseal.spec.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** RFC 8785, as far as NC-10 goes. */
class CanonicalJsonTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void membersAreSortedByUtf16CodeUnitsAsInTheExampleOfTheStandard() {
        // RFC 8785 3.2.3.
        assertThat(canonical("""
                        {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",
                         "1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}"""))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
                                + "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void stringsAreEscapedAsInTheExampleOfTheStandard() {
        // RFC 8785 3.2.2: the string, the literals and the order; its numbers have fractions.
        assertThat(
                        canonical(
                                "{\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\"literals\":[null,true,false]}"))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void whatIsEmptyStaysEmpty() {
        assertThat(canonical(" { \"b\" : [ ] , \"a\" : { } , \"\" : \"\" } "))
                .isEqualTo("{\"\":\"\",\"a\":{},\"b\":[]}");
    }

    @Test
    void integersAreWrittenInDecimal() {
        assertThat(canonical("[0,-0,-1,9007199254740991,-9007199254740991]"))
                .isEqualTo("[0,0,-1,9007199254740991,-9007199254740991]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0",
                "1e2",
                "0.1",
                "9007199254740992",
                "-9007199254740992",
                "-9223372036854775808",
                "1E400",
                "99999999999999999999"
            })
    void aNumberThatIsNoSmallIntegerHasNoCanonicalFormHere(String number) {
        assertThat(CanonicalJson.isWritable(JSON.readTree("{\"a\":[" + number + "]}")))
                .isFalse();
        assertThatThrownBy(() -> canonical("[" + number + "]")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void halfOfASurrogatePairIsFoundInNamesAndValues() {
        assertThat(CanonicalJson.hasUnpairedSurrogate(JSON.readTree("{\"a\":[\"\\udc00\"]}")))
                .isTrue();
        assertThat(CanonicalJson.hasUnpairedSurrogate(JSON.readTree("{\"a\":{\"x\\ud800\":1}}")))
                .isTrue();
        assertThat(CanonicalJson.hasUnpairedSurrogate(JSON.readTree("\"\\udfff\"")))
                .isTrue();
        assertThat(CanonicalJson.hasUnpairedSurrogate(JSON.readTree("\"\\ud7ff\\ue000\"")))
                .isFalse();
        assertThat(CanonicalJson.hasUnpairedSurrogate(JSON.readTree("{\"a\":\"\\ud83d\\ude00\"}")))
                .isFalse();
    }

    private static String canonical(String json) {
        return new String(CanonicalJson.bytes(JSON.readTree(json)), StandardCharsets.UTF_8);
    }
}
