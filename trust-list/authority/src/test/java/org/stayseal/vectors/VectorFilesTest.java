package org.stayseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.verify.StatusSource;
import org.stayseal.spec.verify.TrustSource;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.VerdictJson;
import org.stayseal.spec.verify.Verifier;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotResult;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files in {@code spec/vectors} are those that this folder makes, and what they expect is what the Java engine says. */
@Tag("whole")
class VectorFilesTest {

    private static final String WRITE = "stayseal.vectors.write";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder = root().resolve("spec/vectors");

    @Test
    void everyVectorIsJudgedAsExpectedAndItsFileIsUpToDate() throws Exception {
        UtopianVectors utopia = new UtopianVectors(folder.resolve("keys"));
        Map<String, byte[]> snapshots = Snapshots.of(utopia);
        Map<String, byte[]> files = new TreeMap<>();
        snapshots.forEach((name, bytes) -> files.put("trust/" + name, bytes));
        List<String> wrong = new ArrayList<>();
        for (Vector vector : Vectors.of(utopia)) {
            Verdict verdict = judge(vector, snapshots);
            if (verdict.outcome() != vector.outcome() || !verdict.reason().equals(vector.reason())) {
                wrong.add(vector.name() + ": " + verdict.outcome() + " " + verdict.reason() + " " + verdict.checks());
            }
            String json = JSON.writeValueAsString(vector.json(VerdictJson.of(verdict))) + "\n";
            assertThat(files.put(
                            vector.name() + ".json", json.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8)))
                    .as(vector.name())
                    .isNull();
        }
        assertThat(wrong).isEmpty();
        if (Boolean.getBoolean(WRITE)) {
            write(files);
        }
        assertThat(names()).containsExactlyInAnyOrderElementsOf(files.keySet());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(Files.readAllBytes(folder.resolve(file.getKey())))
                    .as(file.getKey() + " (regenerate with the command in spec/vectors/README.md)")
                    .isEqualTo(file.getValue());
        }
    }

    static Verdict judge(Vector vector, Map<String, byte[]> snapshots) {
        TrustSource trust = TrustSource.none("no trust list at hand");
        StatusSource status = StatusSource.none();
        if (vector.trust().snapshot().isPresent()) {
            SnapshotResult result = org.stayseal.trust.reader.Snapshots.open(
                    snapshots.get(vector.trust().snapshot().get()),
                    new Pin(Fingerprint.parse(vector.trust().root())));
            Optional<Snapshot> taken = result.taken();
            if (taken.isPresent()) {
                trust = taken.get().trustSource();
                status = taken.get().statusSource();
            } else {
                trust = TrustSource.without(((SnapshotResult.Refused) result).knowledge());
            }
        }
        Clock clock = Clock.fixed(vector.asked().clock(), ZoneOffset.UTC);
        return new Verifier(trust, status, clock)
                .verify(vector.code(), vector.asked().asked());
    }

    private List<String> names() throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    // Snapshots by themselves are made by TrustVectors, receipts by ReceiptCases.
                    .filter(name -> !name.matches("(keys|snapshot|receipt)/.*|README.md"))
                    .toList();
        }
    }

    private void write(Map<String, byte[]> files) throws Exception {
        for (String old : names()) {
            Files.delete(folder.resolve(old));
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("spec/vectors"))) {
                return at;
            }
        }
        throw new IllegalStateException("not inside the repository");
    }
}
