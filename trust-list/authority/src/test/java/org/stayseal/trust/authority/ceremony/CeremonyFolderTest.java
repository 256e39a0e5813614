package org.stayseal.trust.authority.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.trust.authority.CeremonyWorkshop;

/** Transcripts on the disk are added, never changed, and read without a gap (TRUST-251, TRUST-258). */
class CeremonyFolderTest {

    private static final Instant SECOND = CeremonyWorkshop.FIRST.plus(Duration.ofDays(1));
    private static final Circumstances NOW = new Circumstances(SECOND, PublishedLists.NONE);

    @TempDir
    Path directory;

    private final CeremonyWorkshop workshop = new CeremonyWorkshop();
    private CeremonyHistory history = CeremonyHistory.NONE;

    @BeforeEach
    void hold() throws Exception {
        CeremonyFolder folder = new CeremonyFolder(directory);
        CeremonyFile first = workshop.first();
        history = folder.append(workshop.transcript(CeremonyHistory.NONE, first), NOW);
        CeremonyFile second =
                history.next(SECOND, "Retire", "Planned", List.of(new RetiringStep(workshop.sealSigner())));
        history = folder.append(workshop.transcript(history, second), NOW);
    }

    @Test
    void whatWasAddedIsReadAgain() throws Exception {
        CeremonyFolder folder = new CeremonyFolder(directory);
        assertThat(folder.history().number()).isEqualTo(2);
        assertThat(folder.history().register().orElseThrow().digest())
                .isEqualTo(history.register().orElseThrow().digest());
        assertThat(folder.has(2)).isTrue();
        assertThat(folder.has(3)).isFalse();
    }

    @Test
    void aTranscriptIsAddedOnce() {
        assertThatThrownBy(() ->
                        new CeremonyFolder(directory).append(history.last().orElseThrow(), NOW))
                .isInstanceOf(CeremonyRefusedException.class)
                .hasMessageContaining("it was held already, as ceremony 2");
    }

    @Test
    void aGapIsNamed() throws Exception {
        Files.delete(directory.resolve("ceremonies/1.json"));
        assertThatThrownBy(() -> new CeremonyFolder(directory).history()).hasMessageContaining("ceremony 1 is missing");
    }

    @Test
    void aChangedByteIsNamedWithTheNumberOfItsCeremony() throws Exception {
        Path file = directory.resolve("ceremonies/2.json");
        byte[] content = Files.readAllBytes(file);
        for (int at = 5; at < content.length; at += 97) {
            byte[] changed = content.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertThatThrownBy(() -> new CeremonyFolder(directory).history())
                    .isInstanceOf(CeremonyRefusedException.class)
                    .hasMessageContaining("ceremony 2 does not count");
        }
    }

    @Test
    void aTranscriptOfOtherPeopleIsNamed() throws Exception {
        byte[] one = CeremonyPart.sign(history.transcripts().get(1).file(), workshop.root(1))
                .bytes();
        Files.write(directory.resolve("ceremonies/2.json"), one);
        assertThatThrownBy(() -> new CeremonyFolder(directory).history())
                .hasMessageContaining("ceremony 2 does not count");
    }

    private CeremonyFile of(Instant at, Step step) throws Exception {
        return history.next(at, "Test", "A test", List.of(step));
    }

    private RevokeStep theft() {
        return new RevokeStep(workshop.credentialSigner(), "keyCompromise", SECOND);
    }

    @Test
    void aCeremonyIsAddedWhenItsMomentHasComeAndOthersDoNotWaitForIt() throws Exception {
        CeremonyFolder folder = new CeremonyFolder(directory);
        Instant march = Instant.parse("2027-03-01T00:00:00Z");
        CeremonyFile planned = of(march, new RetiringStep(workshop.credentialSigner()));
        assertThat(history.dryRun(planned, NOW).warnings())
                .as("it may be reviewed and signed")
                .anyMatch(line -> line.contains("finished from 2027-03-01T00:00:00Z on"));
        Transcript waits = workshop.transcript(history, planned);
        for (Instant early : List.of(SECOND, march.minusSeconds(6))) {
            assertThatThrownBy(() -> folder.append(waits, new Circumstances(early, PublishedLists.NONE)))
                    .isInstanceOf(CeremonyRefusedException.class)
                    .hasMessageContaining("TRUST-259")
                    .hasMessageContaining("is to come");
        }
        Instant february = Instant.parse("2027-02-01T00:00:00Z");
        CeremonyHistory revoked = folder.append(
                workshop.transcript(history, of(february, theft())), new Circumstances(february, PublishedLists.NONE));
        assertThat(revoked.number()).isEqualTo(3);
        assertThatThrownBy(() -> folder.append(waits, new Circumstances(march, PublishedLists.NONE)))
                .as("what waited is made anew")
                .hasMessageContaining("TRUST-251");
    }

    @Test
    void clocksMayDifferBySeconds() throws Exception {
        Transcript transcript = workshop.transcript(history, of(SECOND.plusSeconds(5), theft()));
        assertThat(new CeremonyFolder(directory).append(transcript, NOW).number())
                .isEqualTo(3);
    }

    @Test
    void behindACeremonyThatIsMinutesAheadNothingIsPushedBackUnnoticed() throws Exception {
        CeremonyFile ahead = of(SECOND.plusSeconds(180), new RetiringStep(workshop.credentialSigner()));
        CeremonyFolder folder = new CeremonyFolder(directory);
        Transcript early = workshop.transcript(history, ahead);
        assertThatThrownBy(() -> folder.append(early, NOW))
                .as("so no clock of ours makes one")
                .hasMessageContaining("TRUST-259");
        Files.write(directory.resolve("ceremonies/3.json"), early.bytes());
        CeremonyHistory pushed = folder.history();
        RevokeStep revoked = new RevokeStep(workshop.sealSigner(), "keyCompromise", SECOND);
        CeremonyFile theft = pushed.next(pushed.nextMoment(SECOND), "Test", "A test", List.of(revoked));
        assertThatThrownBy(() -> folder.append(workshop.transcript(pushed, theft), NOW))
                .hasMessageContaining("TRUST-259")
                .hasMessageContaining("nothing holds before ceremony 3")
                .hasMessageContaining("take 3.json out");
        assertThat(folder.history().number()).isEqualTo(3);
    }

    @Test
    void nothingIsAddedBehindACeremonyOfAWrongClock() throws Exception {
        CeremonyFile ahead = of(SECOND.plus(Duration.ofDays(365)), theft());
        Path file = directory.resolve("ceremonies/3.json");
        Files.write(file, workshop.transcript(history, ahead).bytes());
        CeremonyFolder folder = new CeremonyFolder(directory);
        CeremonyHistory wrong = folder.history();
        CeremonyFile next = wrong.next(
                SECOND.plus(Duration.ofDays(366)),
                "Next",
                "A test",
                List.of(new RevokeStep(workshop.sealSigner(), "keyCompromise", SECOND)));
        assertThatThrownBy(() -> wrong.dryRun(next, NOW))
                .isInstanceOf(CeremonyRefusedException.class)
                .hasMessageContaining("TRUST-259")
                .hasMessageContaining("take 3.json out");
        Files.delete(file);
        assertThat(folder.append(workshop.transcript(history, of(SECOND, theft())), NOW)
                        .number())
                .isEqualTo(3);
    }

    @Test
    void aHalfWrittenTranscriptIsNotThere() throws Exception {
        Files.write(directory.resolve("ceremonies/3.json.new"), new byte[] {'{'});
        assertThat(new CeremonyFolder(directory).history().number()).isEqualTo(2);
    }
}
