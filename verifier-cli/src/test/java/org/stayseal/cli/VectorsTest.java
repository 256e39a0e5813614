package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command gives every vector the verdict, and the exit code, that it expects. */
class VectorsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Integer> EXITS = Map.of("VALID", 0, "INVALID", 1, "INDETERMINATE", 2);

    /** One run for all vectors of one question under the same lists: each run begins by verifying the lists. */
    private static final Map<String, JsonNode> JUDGED = new HashMap<>();

    @BeforeAll
    static void judge(@TempDir Path store) throws Exception {
        Map<List<String>, List<String>> byQuestion = new LinkedHashMap<>();
        for (String name : vectors().toList()) {
            byQuestion
                    .computeIfAbsent(question(vector(name), store), asked -> new ArrayList<>())
                    .add(name);
        }
        for (Map.Entry<List<String>, List<String>> run : byQuestion.entrySet()) {
            // The command takes codes in hexadecimal before those of text.
            List<String> names = Stream.of("hex", "text")
                    .flatMap(kind -> run.getValue().stream()
                            .filter(name -> vector(name).required("code").has(kind)))
                    .toList();
            List<String> arguments =
                    new ArrayList<>(run.getKey().subList(2, run.getKey().size()));
            for (String name : names) {
                option(arguments, "--text", vector(name).required("code").path("text"));
                option(arguments, "--hex", vector(name).required("code").path("hex"));
            }
            Session session =
                    Session.run(Instant.parse(run.getKey().get(0)), new byte[0], arguments.toArray(String[]::new));
            assertThat(session.err()).isEmpty();
            List<String> lines = session.out().lines().toList();
            assertThat(lines).hasSameSizeAs(names);
            for (int i = 0; i < lines.size(); i++) {
                JUDGED.put(names.get(i), JSON.readTree(lines.get(i)));
            }
            assertThat(session.exit()).as(names.toString()).isEqualTo(exit(names));
        }
    }

    /** Of several codes the gravest: 1, 2, 0. */
    private static int exit(List<String> names) {
        List<Integer> exits = names.stream()
                .map(name -> EXITS.get(
                        vector(name).required("verdict").required("outcome").stringValue()))
                .toList();
        return exits.contains(1) ? 1 : exits.contains(2) ? 2 : 0;
    }

    private static JsonNode vector(String name) {
        return JSON.readTree(Session.vectors().resolve(name).toFile());
    }

    static Stream<String> vectors() throws Exception {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Session.vectors())) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> Session.vectors().relativize(file).toString())
                    .filter(name -> !name.equals("trust/utopia-root.json"))
                    .filter(name -> !name.startsWith("snapshot/") && !name.startsWith("receipt/"))
                    .sorted()
                    .forEach(names::add);
        }
        assertThat(names).hasSizeGreaterThan(80);
        return names.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void isJudgedAsItExpects(String name) {
        JsonNode expected = vector(name).required("verdict");
        JsonNode verdict = JUDGED.get(name);
        for (String member : List.of(
                "format",
                "outcome",
                "reason",
                "authentic",
                "right",
                "holder",
                "at",
                "document",
                "icao",
                "notices",
                "continuations",
                "legalEffect",
                "trust")) {
            assertThat(verdict.get(member)).as(member).isEqualTo(expected.get(member));
        }
        assertThat(checks(verdict)).isEqualTo(checks(expected));
    }

    /** The time of asking, what is kept apart, and all arguments but the code. */
    private static List<String> question(JsonNode vector, Path store) {
        List<String> arguments = new ArrayList<>();
        arguments.add(vector.required("question").required("clock").stringValue());
        // In one run a continuation would find its permit (VER-97); here it is asked about by itself.
        arguments.add(
                vector.required("verdict").required("format").stringValue().equals("continuation") ? "alone" : "");
        arguments.addAll(List.of("verify", "--json", "--store", store.toString()));
        arguments.addAll(
                List.of("--root", vector.required("trust").required("root").stringValue()));
        option(arguments, "--at", vector.required("question").path("at"));
        option(arguments, "--purpose", vector.required("question").path("purpose"));
        option(arguments, "--mrz", vector.required("question").path("mrz"));
        option(arguments, "--passport-mrz", vector.required("question").path("passportMrz"));
        vector.required("question")
                .path("continuations")
                .valueStream()
                .forEach(code -> arguments.addAll(List.of("--continuation", code.stringValue())));
        JsonNode snapshot = vector.required("trust").path("snapshot");
        if (!snapshot.isMissingNode()) {
            arguments.addAll(List.of(
                    "--snapshot",
                    Session.vectors().resolve(snapshot.stringValue()).toString()));
        }
        return arguments;
    }

    private static void option(List<String> arguments, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            arguments.addAll(List.of(name, value.stringValue()));
        }
    }

    private static List<String> checks(JsonNode verdict) {
        return verdict.required("checks")
                .valueStream()
                .map(check -> check.required("name").stringValue() + " "
                        + check.required("question").stringValue() + " "
                        + check.required("result").stringValue() + " " + check.required("reason"))
                .toList();
    }
}
