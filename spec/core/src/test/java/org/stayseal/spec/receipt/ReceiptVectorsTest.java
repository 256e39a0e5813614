package org.stayseal.spec.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** RCPT-1 to RCPT-16: the receipts of {@code spec/vectors/receipt}, good and broken. */
class ReceiptVectorsTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file = Conformance.root().resolve("spec/vectors/receipt/cases.json");

    @Test
    void everyReceiptIsReadOrRefusedAsTheVectorSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (ReceiptCases.Case one : new ReceiptCases().all()) {
            String found = outcome(one.file());
            if (!found.equals(one.expected())) {
                wrong.add(one.name() + ": " + found + " instead of " + one.expected());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aReceiptThatWasReadIsWrittenAsTheSameBytes() throws Exception {
        for (ReceiptCases.Case one : new ReceiptCases().all()) {
            if (one.expected().equals("READ") && !one.name().equals("without-line-feed")) {
                assertThat(ReceiptWriter.file(ReceiptReader.read(one.file())))
                        .as(one.name())
                        .isEqualTo(one.file());
            }
        }
    }

    @Test
    void anyByteThatChangesInAReceiptIsFound() throws Exception {
        byte[] good = new ReceiptCases().all().get(1).file();
        for (int i = 0; i < good.length - 1; i++) {
            byte[] changed = good.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> ReceiptReader.read(changed)).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void theFileOfVectorsIsUpToDate() throws Exception {
        List<Map<String, String>> cases = new ArrayList<>();
        for (ReceiptCases.Case one : new ReceiptCases().all()) {
            Map<String, String> json = new LinkedHashMap<>();
            json.put("name", one.name());
            json.put("why", one.why());
            json.put("expected", one.expected());
            byte[] core = withoutSpaces(one.file());
            String text = new String(core, StandardCharsets.UTF_8);
            if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), core)) {
                json.put("text", text);
            } else {
                json.put("hex", Hex.encode(core));
            }
            if (core.length < one.file().length) {
                json.put("spaces", String.valueOf(one.file().length - core.length));
            }
            cases.add(json);
        }
        byte[] made =
                (JSON.writeValueAsString(cases) + "\n").replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        if (Boolean.getBoolean("stayseal.vectors.write")) {
            Files.write(file, made);
        }
        assertThat(Files.readAllBytes(file))
                .as("regenerate with -Dstayseal.vectors.write=true")
                .isEqualTo(made);
    }

    /** Spaces at the end are only counted in the vectors. */
    private static byte[] withoutSpaces(byte[] file) {
        int end = file.length;
        while (end > 0 && file[end - 1] == ' ') {
            end--;
        }
        return Arrays.copyOf(file, end);
    }

    private static String outcome(byte[] file) {
        try {
            ReceiptReader.read(file);
            return "READ";
        } catch (FormatException e) {
            return e.kind() + " " + e.rule();
        }
    }
}
