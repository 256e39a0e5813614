package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --save-face}: the face out of a code, of an authentic one only, and never over a file that is there. */
class SaveFaceTest {
    private static final Path SAMPLES = Session.root().resolve("samples");
    private static final String FULL = SAMPLES.resolve("valid-full.png").toString();
    private static final String WORK = SAMPLES.resolve("valid-work.png").toString();
    private static final String STAY = SAMPLES.resolve("valid-stay.png").toString();
    private static final String FORGED = SAMPLES.resolve("forged.png").toString();

    @TempDir
    private Path folder;

    @Test
    void theFaceOfAnAuthenticCodeIsSavedAsTheCodeHoldsIt() throws Exception {
        Path file = folder.resolve("face.webp");
        Session session = verify(FULL, "--save-face", file.toString());
        assertThat(session.exit()).as(session.err()).isZero();
        assertThat(Files.readAllBytes(file))
                .hasSizeBetween(300, 700)
                .startsWith("RIFF".getBytes(StandardCharsets.US_ASCII));
        assertThat(session.err()).contains("is in " + file);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFileThatEndsInPngHoldsThePictureAsPng() throws Exception {
        Path file = folder.resolve("face.PNG");
        assertThat(verify(FULL, "--save-face", file.toString()).exit()).isZero();
        BufferedImage face = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(file)));
        assertThat(face.getHeight()).isEqualTo(face.getWidth() * 5 / 4);
    }

    @Test
    void aForgersPhotoIsNotSavedAndInspectSavesItUnjudged() {
        Path file = folder.resolve("face.webp");
        Session judged = verify(FORGED, "--save-face", file.toString());
        assertThat(judged.exit()).isEqualTo(1);
        assertThat(judged.err()).contains("no face of", "not known to be authentic");
        assertThat(file).doesNotExist();
        assertThat(Session.run("inspect", FORGED, "--save-face", file.toString())
                        .exit())
                .isZero();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void withoutListsNothingIsKnownToBeAuthentic() {
        Path file = folder.resolve("face.webp");
        Session session = Session.run(
                "verify", "--store", folder.resolve("none").toString(), FULL, "--save-face", file.toString());
        assertThat(session.exit()).isNotZero();
        assertThat(file).doesNotExist();
    }

    @Test
    void furtherFacesAreNumberedByTheirCodeAndACodeWithoutOneIsNamed() {
        Session session = verify(
                FULL, STAY, WORK, "--save-face", folder.resolve("face.png").toString());
        assertThat(session.exit()).isZero();
        assertThat(folder.resolve("face.png")).isNotEmptyFile();
        assertThat(folder.resolve("face-2.png")).doesNotExist();
        assertThat(folder.resolve("face-3.png")).isNotEmptyFile();
        assertThat(session.err()).contains("valid-stay.png is saved: the code carries none");
    }

    @Test
    void aNoteSaysWhichOfSeveralCodesOfOneFileItIsAbout() {
        Session session = verify(
                SAMPLES.resolve("valid.pdf").toString(),
                "--save-face",
                folder.resolve("face.png").toString());
        assertThat(session.err())
                .containsPattern("the face of .*valid.pdf \\(page 1, QR code( 1)?\\) is in")
                .containsPattern("no face of .*valid.pdf \\(page [12], DataMatrix\\) is saved: the code carries none");
    }

    @Test
    void aRefusedFaceLeavesItsNumberOut() {
        Session session =
                verify(FORGED, FULL, "--save-face", folder.resolve("face.png").toString());
        assertThat(session.exit()).isEqualTo(1);
        assertThat(folder.resolve("face.png")).doesNotExist();
        assertThat(folder.resolve("face-2.png")).isNotEmptyFile();
        assertThat(session.err()).contains("valid-full.png is in " + folder.resolve("face-2.png"));
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhenAsked() throws Exception {
        Path file = folder.resolve("face.webp");
        Files.writeString(file, "mine");
        Session refused = verify(FULL, "--save-face", file.toString());
        assertThat(refused.exit()).isEqualTo(64);
        assertThat(refused.err()).contains("is there already", "--force");
        assertThat(refused.out()).isEmpty();
        assertThat(file).hasContent("mine");
        assertThat(verify(FULL, "--save-face", file.toString(), "--force").exit())
                .isZero();
        assertThat(Files.size(file)).isGreaterThan(300);
    }

    @Test
    void aNumberedFileThatIsThereIsNotReplacedEither() throws Exception {
        Files.writeString(folder.resolve("face-2.webp"), "mine");
        Session session =
                verify(FULL, WORK, "--save-face", folder.resolve("face.webp").toString());
        assertThat(session.exit()).isEqualTo(64);
        assertThat(folder.resolve("face-2.webp")).hasContent("mine");
        assertThat(session.out()).contains("VALID").contains("valid-work.png");
    }

    @Test
    void whatCannotBeWrittenAndWhatEndsWronglyFails() {
        assertThat(verify(FULL, "--save-face", folder.resolve("no/face.webp").toString())
                        .exit())
                .isEqualTo(66);
        Session jpeg = verify(FULL, "--save-face", folder.resolve("face.jpg").toString());
        assertThat(jpeg.exit()).isEqualTo(64);
        assertThat(jpeg.err()).contains(".png, which any face can be saved as");
        assertThat(jpeg.out()).as("refused before judging").isEmpty();
        assertThat(verify(FULL, "--save-face", folder.resolve("face.jp2").toString())
                        .exit())
                .isEqualTo(64);
        assertThat(folder.resolve("face.jpg")).doesNotExist();
        assertThat(verify(FULL, "--force").exit()).isEqualTo(64);
    }

    private Session verify(String... more) {
        String[] begin = {
            "verify",
            "--root",
            SAMPLES.resolve("root.json").toString(),
            "--store",
            folder.resolve("store").toString(),
            "--snapshot",
            SAMPLES.resolve("snapshot.zip").toString()
        };
        String[] all = Arrays.copyOf(begin, begin.length + more.length);
        System.arraycopy(more, 0, all, begin.length, more.length);
        return Session.run(all);
    }
}
