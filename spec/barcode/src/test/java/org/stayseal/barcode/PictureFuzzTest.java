package org.stayseal.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.barcode.ReadResult.Found;
import org.stayseal.barcode.ReadResult.NothingFound;
import org.stayseal.barcode.ReadResult.Unreadable;

/** Fuzz target: whatever file is handed in, there is an answer. {@code bench/fuzz} runs it for long. */
class PictureFuzzTest {

    private static final CodeReader READER = new CodeReader();

    /** Small, so that a run spends its time on many files: a picture of each kind, and a PDF. */
    static Stream<byte[]> files() {
        CodeMatrix matrix = QrCode.ofText("RP1:FUZZ", QrCode.Level.Q).matrix();
        BufferedImage blank = Scenes.canvas(48, 32, Color.WHITE);
        List<byte[]> files = new ArrayList<>(List.of(
                matrix.toPng(2),
                Scenes.file(blank, "jpg"),
                Scenes.file(blank, "gif"),
                Scenes.pdf(List.of(List.of(new Scenes.Placed(matrix, 20, 20, 40))))));
        Random random = new Random(169);
        int seeds = files.size();
        for (int i = 0; i < 40 && System.getenv("JAZZER_FUZZ") == null; i++) {
            byte[] mutant = files.get(random.nextInt(seeds)).clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            files.add(random.nextInt(4) > 0 ? mutant : Arrays.copyOf(mutant, random.nextInt(mutant.length)));
        }
        return files.stream();
    }

    @MethodSource("files")
    @FuzzTest
    void anyFileIsAnsweredAndWhatIsFoundLiesInThePicture(byte[] file) {
        ReadResult result = READER.read(file);
        assertThat(result).isInstanceOfAny(Found.class, NothingFound.class, Unreadable.class);
        if (result instanceof Found found) {
            assertThat(found.codes()).isNotEmpty().allSatisfy(code -> {
                assertThat(code.text()).isNotNull();
                assertThat(code.position().left()).isBetween(0.0, 1.0);
                assertThat(code.position().bottom()).isBetween(code.position().top(), 1.0);
            });
        }
    }
}
