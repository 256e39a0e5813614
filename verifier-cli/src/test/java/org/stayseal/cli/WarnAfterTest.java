package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WarnAfterTest {

    private static final Path SAMPLES = Session.root().resolve("samples");
    /** The list of the samples is of six o'clock on the 22nd. */
    private static final Instant TWO_DAYS_LATER = Instant.parse("2026-11-24T13:00:00Z");

    @Test
    void aValidAnswerByAnOlderListSaysItsAgeAndStaysValid() {
        Session warned = verify("valid-work.png", "--warn-after", "36h");

        assertThat(warned.exit()).isZero();
        assertThat(warned.out()).startsWith("VALID").contains("Attention: the list is 2 days old");
        assertThat(verify("valid-work.png", "--warn-after", "3d").out()).doesNotContain("Attention");
        assertThat(verify("valid-work.png").out()).doesNotContain("Attention");
    }

    @Test
    void onlyAValidAnswerIsWarnedOf() {
        Session invalid = verify("revoked.png", "--warn-after", "1m");

        assertThat(invalid.exit()).isEqualTo(1);
        assertThat(invalid.out()).doesNotContain("Attention");
    }

    @Test
    void theJsonSaysTheAgeAndDiffersInNothingElse() {
        JsonNode with = json("valid-work.png", "--warn-after", "36h");
        JsonNode age = with.get("listAge");

        assertThat(age.get("seconds").longValue()).isEqualTo(55 * 3600);
        assertThat(age.get("warnAfterSeconds").longValue()).isEqualTo(36 * 3600);
        assertThat(age.get("warning").booleanValue()).isTrue();
        assertThat(json("revoked.png", "--warn-after", "36h")
                        .get("listAge")
                        .get("warning")
                        .booleanValue())
                .isFalse();
        ((tools.jackson.databind.node.ObjectNode) with).remove("listAge");
        assertThat(with).isEqualTo(json("valid-work.png"));
    }

    @Test
    void thePermitOfANeighbourIsAsOldAsTheOlderOfTheTwoLists() throws Exception {
        // At noon, by a list of six o'clock with what the neighbour had said at five.
        assertThat(neighbours("6h")).startsWith("VALID").contains("Attention: the list is 7 hours old");
        assertThat(neighbours("7h")).startsWith("VALID").doesNotContain("Attention");
    }

    private static String neighbours(String after) throws Exception {
        return Session.run(
                        Instant.parse("2026-11-22T12:00:00Z"),
                        new byte[0],
                        "verify",
                        "--root",
                        Vector.ROOT,
                        "--snapshot",
                        Session.vectors().resolve("trust/neighbour.zip").toString(),
                        "--warn-after",
                        after,
                        "--text",
                        Vector.text("neighbour/credential"))
                .out();
    }

    @Test
    void aDurationOfAnotherFormIsAUsageError() {
        for (String duration : List.of("3", "0d", "-1h", "1w", "P3D", "100000m", "")) {
            assertThat(verify("valid-work.png", "--warn-after", duration).exit())
                    .as(duration)
                    .isEqualTo(64);
        }
    }

    private static JsonNode json(String sample, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--json");
        return JsonMapper.shared()
                .readTree(verify(sample, arguments.toArray(String[]::new)).out());
    }

    private static Session verify(String sample, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "verify",
                "--root",
                SAMPLES.resolve("root.txt").toString(),
                "--snapshot",
                SAMPLES.resolve("snapshot.zip").toString()));
        arguments.addAll(List.of(more));
        arguments.add(SAMPLES.resolve(sample).toString());
        return Session.run(TWO_DAYS_LATER, new byte[0], arguments.toArray(String[]::new));
    }
}
