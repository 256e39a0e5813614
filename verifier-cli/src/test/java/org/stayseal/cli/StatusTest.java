package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status} says what the store knows, and whether that still counts. */
class StatusTest {

    @TempDir
    private Path folder;

    @Test
    void anEmptyStoreKnowsNothing() {
        Session session = status(Session.NOW);
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).contains("root         none given yet");
        assertThat(session.err()).contains("hint: run stayseal sync");
    }

    @Test
    void freshListsAre0() {
        sync();
        Session session = status(Session.NOW);
        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .contains(
                        "root         " + Vector.ROOT,
                        "trust list   7 of UTO",
                        "(6 hours ago), fresh until 2026-11-29T06:00:00Z",
                        "status list  https://permits.utopia.example/status/0",
                        "seals        list 7")
                .doesNotContain("TOO OLD");
        assertThat(session.err()).isEmpty();
    }

    @Test
    void oneListThatIsTooOldIs2() {
        sync();
        Session session = status(Instant.parse("2026-11-26T12:00:00Z"));
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out())
                .contains("(4 days ago), TOO OLD since 2026-11-25T06:00:00Z", "fresh until 2026-11-29T06:00:00Z");
    }

    @Test
    void aKeptSnapshotThatWasDamagedIsRefused() throws Exception {
        sync();
        try (var files = Files.walk(folder)) {
            Path zip = files.filter(file -> file.endsWith("snapshot.zip"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(zip);
            bytes[bytes.length / 2] ^= 1;
            Files.write(zip, bytes);
        }
        Session session = status(Session.NOW);
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).contains("snapshot     refused, ");
    }

    @Test
    void aListWithANeighbourNamesItAndTellsOfIncidents() {
        sync(Session.vectors().resolve("trust/neighbour.zip"));
        Session fresh = status(Session.NOW);
        assertThat(fresh.exit()).isZero();
        assertThat(fresh.out())
                .contains(
                        "neighbour    ATL, its list 40",
                        "fresh until 2026-11-27T05:00:00Z",
                        "seals        list 40 of ATL",
                        "WARNING BY THE AUTHORITY: Blank seals of Atlantis were stolen",
                        "NOTICE BY THE AUTHORITY: The lists are published twice a day");

        Session over = status(Instant.parse("2026-11-27T12:00:00Z"));
        assertThat(over.exit()).isEqualTo(2);
        assertThat(over.out()).contains("TOO OLD since 2026-11-27T05:00:00Z").doesNotContain("WARNING");
    }

    @Test
    void aNeighbourThatWasWithdrawnIsCalledSo() {
        sync(Session.vectors().resolve("trust/neighbour-withdrawn.zip"));
        assertThat(status(Session.NOW).out()).contains("neighbour    ATL, its list 40: WITHDRAWN");
    }

    @Test
    void aStoreThatIsNoFolderIs66() throws Exception {
        Path file = Files.writeString(folder.resolve("root"), "nonsense");
        Session session = Session.run("status", "--store", file.getParent().toString());
        assertThat(session.exit()).isEqualTo(66);
        assertThat(session.err()).contains("error: the local store").doesNotContain("\tat ");
    }

    private void sync() {
        sync(Vector.LISTS);
    }

    private void sync(Path lists) {
        assertThat(Session.run("sync", "--store", folder.toString(), "--root", Vector.ROOT, lists.toString())
                        .exit())
                .isZero();
    }

    private Session status(Instant now) {
        return Session.run(now, new byte[0], "status", "--store", folder.toString());
    }
}
