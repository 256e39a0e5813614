package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is handed in, each code in it gets one verdict, and nothing escapes as anything else. */
class InputsTest {

    @TempDir
    private Path folder;

    private String good = "";
    private String revoked = "";

    @BeforeEach
    void read() throws Exception {
        good = Vector.text("credential/valid-full");
        revoked = Vector.text("status/revoked");
    }

    @Test
    void aPictureOfACodeIsRead() throws Exception {
        assertThat(verdicts(Pictures.qr(folder.resolve("good.png"), good))).containsExactly("VALID null null");
    }

    @Test
    void aSealAsDataMatrixIsRead() throws Exception {
        byte[] seal = HexFormat.of().parseHex(Vector.hex("seal/valid"));
        Path file = Files.write(folder.resolve("seal.png"), Pictures.dataMatrix(seal));
        assertThat(verdicts(file)).containsExactly("VALID null null");
    }

    @Test
    void severalCodesInOnePictureGetAVerdictEach() throws Exception {
        Path file = Pictures.together(folder.resolve("two.png"), List.of(Pictures.qr(good), Pictures.qr(revoked)));
        assertThat(verdicts(file))
                .containsExactly("VALID null \"page 1, QR code 1\"", "INVALID \"REVOKED\" \"page 1, QR code 2\"");
    }

    @Test
    void aWebAddressBesideAPermitsCodeIsOnlyMentioned() throws Exception {
        Path file = Pictures.together(
                folder.resolve("two.png"), List.of(Pictures.qr(good), Pictures.qr("https://verify.example/")));
        assertThat(verdicts(file)).containsExactly("VALID null null");
        assertThat(verify(file.toString()).err())
                .contains("also holds a code of another kind, which is not judged")
                .doesNotContain("verify.example");
    }

    @Test
    void aWebAddressAloneIsNoPermit() throws Exception {
        assertThat(verdicts(Pictures.qr(folder.resolve("web.png"), "https://verify.example/")))
                .containsExactly("INVALID \"NOT_A_PERMIT\" null");
    }

    /** VER-12: what print is "corrected" into is as small as these. */
    @Test
    void aSmallSymbolBesideAPermitsCodeIsNoCodeWhateverItBeginsWith() throws Exception {
        for (String phantom : List.of("dc0347474747", "303132333435", "525031")) {
            byte[] symbol = Pictures.dataMatrix(HexFormat.of().parseHex(phantom));
            Path beside = Pictures.together(folder.resolve("beside.png"), List.of(Pictures.qr(good), symbol));
            assertThat(verdicts(beside)).containsExactly("VALID null null");
            assertThat(verify(beside.toString()).err()).doesNotContain("note");
            Path alone = Files.write(folder.resolve("alone.png"), symbol);
            assertThat(verdicts(alone)).containsExactly("INDETERMINATE \"NO_CODE_FOUND\" null");
        }
    }

    @Test
    void aShortQrCodeBesideAPermitsCodeIsOnlyMentionedWhateverItBeginsWith() throws Exception {
        Path file = Pictures.together(folder.resolve("two.png"), List.of(Pictures.qr(good), Pictures.qr("RP1:ABC")));
        assertThat(verdicts(file)).containsExactly("VALID null null");
        assertThat(verdicts(Pictures.qr(folder.resolve("short.png"), "RP1:ABC")))
                .containsExactly("INVALID \"WRONG_FORMAT\" null");
    }

    @Test
    void aPictureWithoutACodeSaysSo() throws Exception {
        Path file = Pictures.together(folder.resolve("white.png"), List.of());
        assertThat(verdicts(file)).containsExactly("INDETERMINATE \"NO_CODE_FOUND\" null");
    }

    @Test
    void whatIsNoPictureAtAllHoldsNoCode() throws Exception {
        byte[] noise = new byte[4000];
        new java.util.Random(4711).nextBytes(noise);
        for (byte[] bytes : List.of(
                noise,
                new byte[0],
                new byte[] {0},
                "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOf(Pictures.qr(good), 300))) {
            assertThat(verdicts(Files.write(folder.resolve("noise"), bytes)))
                    .containsExactly("INDETERMINATE \"NO_CODE_FOUND\" null");
            Session session = Session.run("verify", folder.resolve("noise").toString());
            assertThat(session.exit()).isEqualTo(2);
            assertThat(session.out())
                    .contains(
                            "CANNOT TELL: NO_CODE_FOUND",
                            "This file cannot be read as a picture",
                            "take a new picture",
                            "damaged: ")
                    .doesNotContain("demo", "Hold still");
        }
    }

    @Test
    void textUnderAPicturesNameIsADamagedPictureAndNotRed() throws Exception {
        for (String name : List.of("permit.png", "permit.JPG", "permit.pdf")) {
            Path file = Files.writeString(folder.resolve(name), good);
            assertThat(verdicts(file)).containsExactly("INDETERMINATE \"NO_CODE_FOUND\" null");
            assertThat(verify(file.toString()).out()).contains("damaged: ");
        }
    }

    @Test
    void aTextFileHoldsOneCodeALineAndBlankLinesCountForNothing() throws Exception {
        Path file = Files.writeString(
                folder.resolve("codes.txt"), "\uFEFF" + good + "\r\n\n   \t\n  " + revoked + "  \nnonsense");
        assertThat(verdicts(file))
                .containsExactly(
                        "VALID null \"line 1\"",
                        "INVALID \"REVOKED\" \"line 4\"",
                        "INVALID \"NOT_A_PERMIT\" \"line 5\"");
    }

    @Test
    void aTextFileOfBlankLinesHoldsNoCode() throws Exception {
        assertThat(verdicts(Files.writeString(folder.resolve("blank.txt"), "\n \r\n\t\n")))
                .containsExactly("INDETERMINATE \"NO_CODE_FOUND\" null");
    }

    @Test
    void standardInputTakesTextAndPictures() throws Exception {
        for (byte[] in : List.of((good + "\n").getBytes(StandardCharsets.US_ASCII), Pictures.qr(good))) {
            Session session = Session.run(Session.NOW, in, arguments("-"));
            assertThat(session.exit()).as(session.err()).isZero();
            assertThat(session.out()).contains("\"input\":\"-\"", "\"outcome\":\"VALID\"");
        }
    }

    @Test
    void hexMayBeWrittenWithSpacesColonsAndCapitals() throws Exception {
        String hex = Vector.hex("seal/valid").toUpperCase(java.util.Locale.ROOT);
        String spaced = hex.substring(0, 4) + " " + hex.substring(4, 6) + ":" + hex.substring(6);
        assertThat(verify("--hex", spaced).exit()).isZero();
    }

    @Test
    void aFolderCannotBeRead() {
        assertThat(verify(folder.toString()).exit()).isEqualTo(66);
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("secret.txt"), good);
        Assumptions.assumeTrue(
                file.toFile().setReadable(false) && !Files.isReadable(file), "skipped: root may read everything");
        Session session = verify(file.toString());
        assertThat(session.exit()).isEqualTo(66);
        assertThat(session.err()).contains("may not be read");
    }

    @Test
    void aPathThatCannotBeOneIsAMissingFile() {
        assertThat(verify("a\0b").exit()).isEqualTo(66);
    }

    @Test
    void aFileBeyondTheLimitIsNotOpened() throws Exception {
        Path file = folder.resolve("huge.png");
        try (var channel = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            channel.setLength(20L * 1024 * 1024 + 1);
        }
        Session session = verify(file.toString());
        assertThat(session.exit()).isEqualTo(66);
        assertThat(session.err()).contains("larger than 20 MiB");
    }

    @Test
    void aCodeBeyondTheLimitBreaksTheFormat() {
        assertThat(verify("--text", "RP1:" + "A".repeat(5000)).out()).contains("\"reason\":\"WRONG_FORMAT\"");
        assertThat(verify("--hex", "dc03" + "00".repeat(5000)).out()).contains("\"reason\":\"WRONG_FORMAT\"");
        assertThat(verify("--text", "A".repeat(1_000_000)).out()).contains("\"reason\":\"NOT_A_PERMIT\"");
    }

    @Test
    void noNameOfAFileCanDriveTheTerminal() {
        Session session = Session.run("inspect", "--text", "\u001B[31mred\u202E");
        assertThat(session.out()).doesNotContain("\u001B", "\u202E");
        assertThat(verify("\u001B[31mno-such").err()).doesNotContain("\u001B");
    }

    private List<String> verdicts(Path file) {
        Session session = verify(file.toString());
        Stream<JsonNode> lines = session.out().lines().map(JsonMapper.builder().build()::readTree);
        return lines.map(line ->
                        line.required("outcome").stringValue() + " " + line.get("reason") + " " + line.get("place"))
                .toList();
    }

    private static String[] arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "verify", "--json", "--root", Vector.ROOT, "--snapshot", Vector.LISTS.toString(), "--store", "none"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static Session verify(String... more) {
        Session session = Session.run(arguments(more));
        assertThat(session.err()).doesNotContain("\tat ", "Exception");
        return session;
    }
}
