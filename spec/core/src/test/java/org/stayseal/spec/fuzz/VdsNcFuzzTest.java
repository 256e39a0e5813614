package org.stayseal.spec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.json.CanonicalJson;
import org.stayseal.spec.vdsnc.VdsNc;
import org.stayseal.spec.vdsnc.VdsNcDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VdsNcFuzzTest {

    private static final String SIG =
            ",\"sig\":{\"alg\":\"ES256\",\"cer\":\"MAA\",\"sigvl\":\"" + "A".repeat(86) + "\"}}";

    static Stream<byte[]> codes() {
        List<byte[]> codes = new ArrayList<>(Seeds.codes("{"));
        codes.addAll(Seeds.texts(
                "{\"data\":{\"hdr\":{\"t\":\"icao.test\",\"v\":1,\"is\":\"UTO\"},\"msg\":{\"a\":[1,{\"b\":\"\\u00fc\\ud83d\\ude00\"}],\"c\":-9007199254740991,\"d\":null,\"e\":true}}"
                        + SIG,
                "{\"data\":{\"hdr\":{\"is\":\"UTO\",\"t\":\"icao.vacc\",\"v\":1},\"msg\":{\"uvci\":\"U32870\",\"pid\":{\"n\":\"COOK GERALD\",\"dob\":\"1990-01-29\"}}}"
                        + SIG));
        return Seeds.start(codes);
    }

    @MethodSource("codes")
    @FuzzTest
    void whatIsReadIsReadTheSameFromItsCanonicalForm(byte[] code) {
        VdsNc read;
        try {
            read = VdsNcDecoder.decode(code);
        } catch (FormatException e) {
            assertThat(e.rule()).startsWith("NC-");
            return;
        }
        String data = new String(read.signedBytes(), StandardCharsets.UTF_8);
        assertThat(CanonicalJson.bytes(json(data))).isEqualTo(read.signedBytes());
        JsonNode sig = json(new String(code, StandardCharsets.UTF_8)).get("sig");
        byte[] canonical = ("{\"data\":" + data + ",\"sig\":" + sig + "}").getBytes(StandardCharsets.UTF_8);
        try {
            // Canonical numbers and escapes are the shortest but for control characters, so the form is no longer than
            // allowed.
            VdsNc again = VdsNcDecoder.decode(canonical);
            assertThat(again.identity()).isEqualTo(read.identity());
            assertThat(again.features()).isEqualTo(read.features());
            assertThat(again.header()).isEqualTo(read.header());
        } catch (FormatException e) {
            throw new AssertionError("not read back: " + e.rule() + " " + e.getMessage(), e);
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
