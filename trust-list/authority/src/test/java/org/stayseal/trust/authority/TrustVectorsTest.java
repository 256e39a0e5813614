package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.TrustStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The committed snapshots give what their names say. With {@code -Dstayseal.vectors.write=true} they are made anew first. */
@Tag("whole")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustVectorsTest {

    private static final Path FOLDER = Utopia.keys().resolveSibling("snapshot");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Digest of a list of noughts as the zlib that made the vectors deflates it; another zlib may do it otherwise. */
    private static final String ZLIB = "c139b8721698e9c263f9deac2e7d6b08488918161fcc7e63b86859de6e93b041";

    @BeforeAll
    void writeThemIfAsked() throws Exception {
        if (!Boolean.getBoolean("stayseal.vectors.write")) {
            return;
        }
        TrustVectors vectors = new TrustVectors();
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, byte[]> file : vectors.files().entrySet()) {
            Files.write(FOLDER.resolve(file.getKey()), file.getValue());
        }
        Files.writeString(FOLDER.resolve("cases.json"), json(vectors.cases()), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aSnapshotGivesWhatItsNameSays(String name, JsonNode expected, @TempDir Path folder) throws IOException {
        Pin pin = new Pin(new Fingerprint(expected.get("pin").stringValue()));
        Clock clock = Clock.fixed(Instant.parse(expected.get("now").stringValue()), ZoneOffset.UTC);
        TrustStore store = TrustStore.at(folder, clock);
        for (String member : List.of("before", "kept")) {
            if (expected.has(member)) {
                assertThat(store.take(file(expected.get(member).stringValue()), pin))
                        .isInstanceOf(SnapshotResult.Taken.class);
            }
        }

        SnapshotResult result = store.take(file(expected.get("file").stringValue()), pin);

        assertThat(word(result))
                .as(result.toString())
                .isEqualTo(expected.get("expected").stringValue());
    }

    @Test
    void madeAgainTheyAreTheSame() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(BoundedInflate.deflate(new byte[1024]));
        assumeTrue(
                HexFormat.of().formatHex(digest).equals(ZLIB),
                "skipped: this Java's zlib deflates otherwise than the one that made the vectors");
        TrustVectors vectors = new TrustVectors();

        assertThat(Files.readString(FOLDER.resolve("cases.json"), StandardCharsets.UTF_8))
                .isEqualTo(json(vectors.cases()));
        for (Map.Entry<String, byte[]> made : vectors.files().entrySet()) {
            assertThat(made.getValue()).as(made.getKey()).isEqualTo(file(made.getKey()));
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> cases() throws IOException {
        JsonNode all = JSON.readTree(Files.readString(FOLDER.resolve("cases.json"), StandardCharsets.UTF_8));
        return all.valueStream()
                .map(c -> org.junit.jupiter.params.provider.Arguments.of(
                        c.get("name").stringValue(), c));
    }

    private static String word(SnapshotResult result) {
        if (result instanceof SnapshotResult.Refused refused) {
            return refused.reason().name();
        }
        return result instanceof SnapshotResult.Taken ? "TAKEN" : "ALREADY_THERE";
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name));
    }

    private static String json(List<TrustVectors.Case> cases) {
        ArrayNode all = JSON.createArrayNode();
        for (TrustVectors.Case one : cases) {
            var node = all.addObject().put("name", one.name()).put("file", one.file());
            node.put("pin", one.pin()).put("now", one.now().toString());
            if (!one.before().isEmpty()) {
                node.put("before", one.before());
            }
            if (!one.kept().isEmpty()) {
                node.put("kept", one.kept());
            }
            node.put("expected", one.expected());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    }
}
