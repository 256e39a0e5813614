package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command gives every vector the verdict, and the exit code, that it expects. */
class VectorsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Integer> EXITS = Map.of("VALID", 0, "INVALID", 1, "INDETERMINATE", 2);

    @TempDir
    private Path store;

    static Stream<String> vectors() throws Exception {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Session.vectors())) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> Session.vectors().relativize(file).toString())
                    .filter(name -> !name.equals("trust/utopia-root.json") && !name.startsWith("snapshot/"))
                    .sorted()
                    .forEach(names::add);
        }
        assertThat(names).hasSizeGreaterThan(80);
        return names.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void isJudgedAsItExpects(String name) throws Exception {
        JsonNode vector = JSON.readTree(Files.readAllBytes(Session.vectors().resolve(name)));
        JsonNode expected = vector.required("verdict");

        Session session = Session.run(
                Instant.parse(vector.required("question").required("clock").stringValue()),
                new byte[0],
                arguments(vector).toArray(String[]::new));

        assertThat(session.err()).isEmpty();
        JsonNode verdict = JSON.readTree(session.out());
        assertThat(session.exit())
                .isEqualTo(EXITS.get(expected.required("outcome").stringValue()));
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
                "legalEffect",
                "trust")) {
            assertThat(verdict.get(member)).as(member).isEqualTo(expected.get(member));
        }
        assertThat(checks(verdict)).isEqualTo(checks(expected));
    }

    private List<String> arguments(JsonNode vector) {
        List<String> arguments = new ArrayList<>(List.of("verify", "--json", "--store", store.toString()));
        arguments.addAll(
                List.of("--root", vector.required("trust").required("root").stringValue()));
        option(arguments, "--at", vector.required("question").path("at"));
        option(arguments, "--purpose", vector.required("question").path("purpose"));
        option(arguments, "--mrz", vector.required("question").path("mrz"));
        option(arguments, "--passport-mrz", vector.required("question").path("passportMrz"));
        JsonNode snapshot = vector.required("trust").path("snapshot");
        if (!snapshot.isMissingNode()) {
            arguments.addAll(List.of(
                    "--snapshot",
                    Session.vectors().resolve(snapshot.stringValue()).toString()));
        }
        option(arguments, "--text", vector.required("code").path("text"));
        option(arguments, "--hex", vector.required("code").path("hex"));
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
