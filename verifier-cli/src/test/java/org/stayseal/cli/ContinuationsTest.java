package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Permits and the papers about their renewal on the command line: what finds what, and what a person reads (VER-97, VER-98). */
class ContinuationsTest {

    @TempDir
    private Path folder;

    @Test
    void aPermitAndItsPaperInOneFileFindEachOther() throws Exception {
        Path both = Files.writeString(
                folder.resolve("both.txt"), permit("credential-full") + "\n" + paper("credential-full"));
        Session session = verify(both.toString());
        assertThat(session.exit()).isZero();
        assertThat(session.out())
                .contains("VALID: EXTENDED_BY_CONTINUATION")
                .contains("Valid: its renewal is pending")
                .contains("Goes on until 2027-02-28 while its renewal is pending; printed end 2026-11-20")
                .contains("Legal ground: Residence Act 81(4)")
                .doesNotContain("CONTINUATION_ALONE");
    }

    @Test
    void inTwoFilesTheyFindEachOtherTooWhicheverIsNamedFirst() throws Exception {
        String permit = Files.writeString(folder.resolve("permit.txt"), permit("credential-full"))
                .toString();
        String paper = Files.writeString(folder.resolve("paper.txt"), paper("credential-full"))
                .toString();
        for (List<String> inputs : List.of(List.of(permit, paper), List.of(paper, permit))) {
            Session session = verify(inputs.toArray(String[]::new));
            assertThat(session.exit()).isZero();
            assertThat(session.out()).containsOnlyOnce("VALID: EXTENDED_BY_CONTINUATION");
        }
    }

    @Test
    void ofFourPurposesEachGoesBesideItsOwn() throws Exception {
        List<String> arguments = new ArrayList<>();
        for (String purpose : List.of("full", "work", "bank", "stay")) {
            arguments.addAll(List.of("--text", permit("credential-" + purpose)));
        }
        for (String purpose : List.of("stay", "bank", "full")) {
            arguments.addAll(List.of("--text", paper("credential-" + purpose)));
        }
        Session session = verify(arguments.toArray(String[]::new));
        assertThat(session.out().lines().filter(line -> line.startsWith("VALID: EXTENDED_BY_CONTINUATION")))
                .hasSize(3);
        assertThat(session.out().lines().filter(line -> line.startsWith("INVALID: EXPIRED")))
                .hasSize(1);
        assertThat(session.exit()).isEqualTo(1);
    }

    @Test
    void aPaperThatNamesNoneOfThemIsJudgedAlone() throws Exception {
        Session session = verify("--text", permit("credential-full"), "--text", paper("credential-work"));
        assertThat(session.out())
                .contains("INVALID: EXPIRED")
                .contains("CANNOT TELL: CONTINUATION_ALONE")
                .contains("Scan the permit too, and show both together.");
    }

    @Test
    void sixteenCopiesOfAForgedPaperPushTheGenuineOneNotOut() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--text", permit("forged-and-good")));
        for (int copy = 0; copy < 16; copy++) {
            arguments.addAll(List.of("--text", paper("forged-and-good")));
        }
        arguments.addAll(List.of("--text", papers("forged-and-good").get(1).stringValue()));
        Session session = verify(arguments.toArray(String[]::new));
        assertThat(session.out())
                .containsOnlyOnce("VALID: EXTENDED_BY_CONTINUATION")
                .doesNotContain("INVALID");
        assertThat(session.exit()).isZero();
    }

    @Test
    void onePaperNamedAsSuchGoesBesideEveryCodeAndSaysWhyItDoesNotCount() throws Exception {
        Path file = Files.writeString(folder.resolve("paper.txt"), paper("credential-work"));
        assertThat(verify("--continuation", file.toString(), "--text", permit("credential-full"))
                        .out())
                .contains("INVALID: EXPIRED")
                .contains("A paper about a renewal was shown and does not count: it belongs to another code.");
        assertThat(verify("--continuation", paper("credential-full"), "--text", permit("credential-full"))
                        .out())
                .contains("VALID: EXTENDED_BY_CONTINUATION");
    }

    @Test
    void aForgedPaperIsNamedAndNothingOfItIsShown() throws Exception {
        assertThat(verify("--continuation", paper("forged"), "--text", permit("forged"))
                        .out())
                .contains("INVALID: FORGED_CONTINUATION")
                .contains("A paper about a renewal was shown and does not count: it was forged or changed.")
                .doesNotContain("2027-02-28");
    }

    @Test
    void theConditionsOfWorkAreSaidBesideIt() throws Exception {
        assertThat(verify(
                                "--purpose",
                                "work",
                                "--text",
                                permit("work-under-conditions"),
                                "--text",
                                paper("work-under-conditions"))
                        .out())
                .contains("VALID: EXTENDED_BY_CONTINUATION")
                .contains("    as a nurse");
    }

    @Test
    void aFileWithoutACodeIsNoPaper() throws Exception {
        Path empty = Files.writeString(folder.resolve("paper.txt"), "");
        Session session = verify("--continuation", empty.toString(), "--text", permit("credential-full"));
        assertThat(session.exit()).isEqualTo(64);
        assertThat(session.err()).contains("--continuation");
    }

    private Session verify(String... codes) {
        List<String> arguments = new ArrayList<>(List.of(
                "verify",
                "--store",
                folder.resolve("store").toString(),
                "--root",
                Vector.ROOT,
                "--snapshot",
                Session.vectors().resolve("trust/continuations.zip").toString()));
        arguments.addAll(List.of(codes));
        return Session.run(arguments.toArray(String[]::new));
    }

    private static String permit(String name) throws Exception {
        return Vector.text("continuation/" + name);
    }

    private static String paper(String name) throws Exception {
        return papers(name).get(0).stringValue();
    }

    private static JsonNode papers(String name) throws Exception {
        JsonNode vector = JsonMapper.shared()
                .readTree(Files.readAllBytes(Session.vectors().resolve("continuation/" + name + ".json")));
        return vector.required("question").required("continuations");
    }
}
