package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code sync} takes what is good and newer, and leaves the store as it was otherwise. */
class SyncTest {

    private static final Path SNAPSHOTS = Session.vectors().resolve("snapshot");

    @TempDir
    private Path folder;

    static Stream<JsonNode> cases() throws Exception {
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(SNAPSHOTS.resolve("cases.json")))
                .valueStream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everySnapshotOfTheVectorsIsTakenOrRefusedAsExpected(JsonNode given) throws Exception {
        Instant now = Instant.parse(given.required("now").stringValue());
        String pin = given.required("pin").stringValue();
        String expected = given.required("expected").stringValue();
        for (String earlier : List.of("before", "kept")) {
            if (given.has(earlier)) {
                assertThat(sync(now, pin, SNAPSHOTS.resolve(given.get(earlier).stringValue()))
                                .exit())
                        .isZero();
            }
        }
        Map<String, String> before = content();

        Session session =
                sync(now, pin, SNAPSHOTS.resolve(given.required("file").stringValue()));

        switch (expected) {
            case "TAKEN" -> {
                assertThat(session.exit()).as(session.err()).isZero();
                assertThat(session.out()).startsWith("taken: trust list ");
                assertThat(content()).isNotEqualTo(before);
            }
            case "ALREADY_THERE" -> {
                assertThat(session.exit()).isZero();
                assertThat(session.out()).startsWith("already there: ");
                assertThat(content()).isEqualTo(before);
            }
            default -> {
                assertThat(session.exit()).isEqualTo(expected.equals("UNSUPPORTED") ? 2 : 1);
                assertThat(session.out()).isEmpty();
                assertThat(session.err())
                        .startsWith("error: " + expected + ": ")
                        .contains("hint: ", "the store is unchanged")
                        .doesNotContain("\tat ");
                assertThat(content()).isEqualTo(before);
            }
        }
    }

    @Test
    void anOlderSnapshotNeverReplacesANewerOne() throws Exception {
        assertThat(sync(Session.NOW, Vector.ROOT, Vector.NEWER_LISTS).exit()).isZero();
        Map<String, String> before = content();
        Session session = sync(Session.NOW, Vector.ROOT, Vector.LISTS);
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).startsWith("error: OLDER: ");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void aStoreThatWasNeverGivenARootTakesNothing() throws Exception {
        Session session = Session.run("sync", "--store", store(), Vector.LISTS.toString());
        assertThat(session.exit()).isEqualTo(64);
        assertThat(session.err()).contains("never given a root", "hint: ");
        assertThat(content()).isEmpty();
    }

    @Test
    void theRootIsNeededOnlyTheFirstTime() throws Exception {
        sync(Session.NOW, Vector.ROOT, Vector.LISTS);
        Session session = Session.run("sync", "--store", store(), Vector.NEWER_LISTS.toString());
        assertThat(session.exit()).as(session.err()).isZero();
    }

    @Test
    void aSnapshotComesAlsoFromStandardInput() throws Exception {
        byte[] zip = Files.readAllBytes(Vector.LISTS);
        Session session = Session.run(Session.NOW, zip, "sync", "--store", store(), "--root", Vector.ROOT, "-");
        assertThat(session.exit()).as(session.err()).isZero();
    }

    @Test
    void whileNoListAsksToBeFetchedAgainNothingIsDueAndNothingIsDone() throws Exception {
        Path online = Session.vectors().resolve("trust/suspensions-lifted.zip");
        assertThat(sync(Session.NOW, Vector.ROOT, online).exit()).isZero();

        Session early = ifDue(Session.NOW.plusSeconds(899));
        assertThat(early.exit()).isZero();
        assertThat(early.out()).startsWith("not due: ");
        assertThat(ifDue(Session.NOW.plusSeconds(900)).exit()).as("due").isEqualTo(66);
        assertThat(ifDue(Session.NOW.minusSeconds(1)).exit())
                .as("a note of the future says nothing")
                .isEqualTo(66);
        Files.writeString(folder.resolve("store/fetched"), "yesterday");
        assertThat(ifDue(Session.NOW).exit()).as("a damaged note").isEqualTo(66);
    }

    @Test
    void listsThatDoNotSayWhenAreAlwaysDue() {
        sync(Session.NOW, Vector.ROOT, Vector.LISTS);
        assertThat(ifDue(Session.NOW).exit()).isEqualTo(66);
    }

    private Session ifDue(Instant now) {
        return Session.run(now, new byte[0], "sync", "--if-due", "--store", store(), "no-such.zip");
    }

    @Test
    void aFileThatIsNotThereIs66() {
        assertThat(Session.run("sync", "--store", store(), "--root", Vector.ROOT, "no-such.zip")
                        .exit())
                .isEqualTo(66);
    }

    @Test
    void aStoreThatCannotBeWrittenIs66() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Session session = Session.run(
                "sync", "--store", file.resolve("store").toString(), "--root", Vector.ROOT, Vector.LISTS.toString());
        assertThat(session.exit()).as(session.err()).isEqualTo(66);
        assertThat(session.err()).contains("cannot be written").doesNotContain("\tat ");
    }

    private Session sync(Instant now, String pin, Path file) {
        return Session.run(now, new byte[0], "sync", "--store", store(), "--root", pin, file.toString());
    }

    private String store() {
        return folder.resolve("store").toString();
    }

    private Map<String, String> content() throws Exception {
        Map<String, String> content = new TreeMap<>();
        if (Files.exists(folder.resolve("store"))) {
            try (Stream<Path> all = Files.walk(folder.resolve("store"))) {
                for (Path file : all.filter(Files::isRegularFile)
                        .filter(file -> !file.getFileName().toString().contains("lock"))
                        .toList()) {
                    content.put(
                            folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return content;
    }
}
