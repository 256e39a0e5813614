package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each sample has the answer that {@code samples/README.md} promises. */
class SamplesTest {

    private static final Path SAMPLES = Session.root().resolve("samples");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z.-]+)` \\|[^|]+\\| ([^|]+) \\| ([0-9]+) \\|");
    private static final Pattern ANSWER =
            Pattern.compile("(?:([0-9]) × )?(VALID|INVALID|INDETERMINATE)(?: `([A-Z_]+)`)?");

    @TempDir
    private Path store;

    record Promise(String file, String answer, int exit) {}

    static Stream<Promise> promises() throws Exception {
        return Files.readString(SAMPLES.resolve("README.md"))
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Promise(row.group(1), row.group(2).strip(), Integer.parseInt(row.group(3))));
    }

    @ParameterizedTest
    @MethodSource("promises")
    void hasTheAnswerOfTheReadme(Promise promise) {
        Session session = verify(SAMPLES.resolve(promise.file()).toString());
        assertThat(session.exit()).as(session.err()).isEqualTo(promise.exit());
        assertThat(counted(session.out().lines().map(SamplesTest::answer).toList()))
                .isEqualTo(counted(promised(promise.answer())));
    }

    @Test
    void everyPictureAndEveryPdfIsInTheReadme() throws Exception {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(promises().map(Promise::file))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".png") || name.endsWith(".pdf"))
                                    .toList());
        }
    }

    @Test
    void theRootAsAFileIsTheSameAsItsFingerprint() {
        Session session = Session.run(
                "verify",
                "--store",
                store.toString(),
                "--root",
                SAMPLES.resolve("root.json").toString(),
                "--snapshot",
                SAMPLES.resolve("snapshot.zip").toString(),
                SAMPLES.resolve("valid-stay.png").toString());
        assertThat(session.exit()).as(session.err()).isZero();
    }

    private Session verify(String file) {
        return Session.run(
                "verify",
                "--json",
                "--store",
                store.toString(),
                "--root",
                SAMPLES.resolve("root.txt").toString(),
                "--snapshot",
                SAMPLES.resolve("snapshot.zip").toString(),
                "--at",
                "2026-11-22T12:00:00Z",
                file);
    }

    private static String answer(String line) {
        JsonNode verdict = JsonMapper.shared().readTree(line);
        String outcome = verdict.required("outcome").stringValue();
        return verdict.get("reason").isNull()
                ? outcome
                : outcome + " " + verdict.get("reason").stringValue();
    }

    private static List<String> promised(String words) {
        List<String> answers = new ArrayList<>();
        for (String part : words.split(", ")) {
            Matcher answer = ANSWER.matcher(part);
            assertThat(answer.matches()).as(part).isTrue();
            int times = answer.group(1) == null ? 1 : Integer.parseInt(answer.group(1));
            for (int i = 0; i < times; i++) {
                answers.add(answer.group(2) + (answer.group(3) == null ? "" : " " + answer.group(3)));
            }
        }
        return answers;
    }

    private static TreeMap<String, Long> counted(List<String> answers) {
        return answers.stream().collect(Collectors.groupingBy(a -> a, TreeMap::new, Collectors.counting()));
    }
}
