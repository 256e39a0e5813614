package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the document and of the passport beside a code: from a file, standard input or the command line. */
class ZonesTest {

    private static final String DOCUMENT =
            "ARUTOKOVALCHENKO<<DARYNA<TEST<<<<<<<\nUT10000178UKR9105148F2803043<<<<<<<6\n";
    private static final Path SEAL = Session.root().resolve("samples/valid-seal.png");

    @TempDir
    private Path folder;

    private Path lines;

    @BeforeEach
    void write() throws Exception {
        lines = Files.writeString(folder.resolve("lines.txt"), DOCUMENT);
    }

    private static String[] verify(String... more) {
        String[] first = {
            "verify",
            "--root",
            Session.root().resolve("samples/root.txt").toString(),
            "--snapshot",
            Session.root().resolve("samples/snapshot.zip").toString()
        };
        String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    @Test
    void aFileWithTheDocumentsLinesIsCompared() {
        Session session = Session.run(verify("--mrz-file", lines.toString(), SEAL.toString()));
        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .contains("Valid. The papers fit together. Compare the face.")
                .contains("ICAO: VALID, trustworthy; the printed lines were compared");
    }

    @Test
    void standardInputGivesTheLinesWithoutLeavingThemInAFileOrOnACommandLine() {
        Session session = Session.run(
                new ByteArrayInputStream(DOCUMENT.getBytes(StandardCharsets.UTF_8)),
                verify("--json", "--mrz-file", "-", SEAL.toString()));
        assertThat(session.exit()).isZero();
        assertThat(session.out()).contains("\"holder\":\"MATCHED\"").contains("\"documentCompared\":true");
    }

    @Test
    void linesThatDifferAreAMismatchThatNamesTheFieldAndNotTheValue() {
        String other = DOCUMENT.replace("DARYNA", "DARYNO");
        Session session = Session.run(verify("--mrz", other.replace("\n", "\\n"), SEAL.toString()));
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.out())
                .startsWith("INVALID: SEAL_DOCUMENT_MISMATCH")
                .contains("differs in: name")
                .contains("ICAO: INVALID SEAL_DOCUMENT_MISMATCH, high fraud potential; the printed lines were compared")
                .doesNotContain("DARYNO");
    }

    @Test
    void aSlipOfTheFingerIsNoForgery() {
        Session session = Session.run(verify("--mrz", DOCUMENT.replace("910514", "910515"), SEAL.toString()));
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out())
                .startsWith("CANNOT TELL: INVALID_PRINTED_MRZ")
                .contains("Most often a letter was misread")
                .contains("wrong check digit: birth date, composite");
    }

    @Test
    void thePassportIsComparedAsWell() {
        String passport = "P<UKRKOVALCHENKO<<DARYNA<TEST<<<<<<<<<<<<<<<\\nUT01234562UKR9105148F3001019<<<<<<<<<<<<<<08";
        Session session = Session.run(verify("--passport-mrz", passport, SEAL.toString()));
        assertThat(session.out()).contains("The passport is the one that the permit goes with");
        assertThat(session.exit()).as(session.out()).isZero();
    }

    @Test
    void oneZoneIsGivenOnceAndStandardInputIsOneThing() {
        assertThat(Session.run(verify("--mrz", DOCUMENT, "--mrz-file", lines.toString(), SEAL.toString()))
                        .exit())
                .isEqualTo(64);
        assertThat(Session.run(verify("--mrz-file", "-", "--passport-mrz-file", "-", SEAL.toString()))
                        .exit())
                .isEqualTo(64);
        assertThat(Session.run(verify("--mrz-file", "-", "-")).exit()).isEqualTo(64);
    }

    @Test
    void aFileThatIsNotThereOrIsNoTextOfThisKindIsNotCompared() throws Exception {
        assertThat(Session.run(verify(
                                "--mrz-file", folder.resolve("missing.txt").toString(), SEAL.toString()))
                        .exit())
                .isEqualTo(66);
        Path big = Files.write(folder.resolve("big.txt"), new byte[5000]);
        assertThat(Session.run(verify("--mrz-file", big.toString(), SEAL.toString()))
                        .exit())
                .isEqualTo(64);
    }
}
