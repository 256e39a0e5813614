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

/**
 * Fuzz targets: whatever file is handed in, there is an answer. A PDF page is large and its search takes long, so PDFs are opened and drawn and not searched.
 * {@code bench/fuzz} runs them for long.
 */
class PictureFuzzTest {

    private static final CodeReader READER = new CodeReader();
    private static final CodeReader BLIND =
            new CodeReader((picture, deadline) -> new SymbolFinder.Sightings(List.of(), false), System::nanoTime);
    private static final CodeMatrix MATRIX =
            QrCode.ofText("RP1:FUZZ", QrCode.Level.Q).matrix();

    /** Small, so that a run spends its time on many files. */
    static Stream<byte[]> pictures() {
        BufferedImage blank = Scenes.canvas(48, 32, Color.WHITE);
        return start(List.of(MATRIX.toPng(2), Scenes.file(blank, "jpg"), Scenes.file(blank, "gif")));
    }

    static Stream<byte[]> pdfs() {
        return start(List.of(
                Scenes.pdf(List.of(List.of(new Scenes.Placed(MATRIX, 20, 20, 40)))), Scenes.pdf(List.of(List.of()))));
    }

    private static Stream<byte[]> start(List<byte[]> seeds) {
        if (System.getenv("JAZZER_FUZZ") != null) {
            return seeds.stream();
        }
        List<byte[]> files = new ArrayList<>(seeds);
        Random random = new Random(169);
        for (int i = 0; i < 20; i++) {
            byte[] mutant = seeds.get(random.nextInt(seeds.size())).clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            files.add(random.nextInt(4) > 0 ? mutant : Arrays.copyOf(mutant, random.nextInt(mutant.length)));
        }
        return files.stream();
    }

    @MethodSource("pictures")
    @FuzzTest
    void anyPictureIsAnsweredAndWhatIsFoundLiesInIt(byte[] file) {
        if (FileKind.of(file).filter(kind -> kind == FileKind.PDF).isPresent()) {
            return;
        }
        ReadResult result = READER.read(file);
        assertThat(result).isInstanceOfAny(Found.class, NothingFound.class, Unreadable.class);
        if (result instanceof Found found) {
            assertThat(found.codes()).isNotEmpty().allSatisfy(code -> {
                assertThat(code.bytes()).isNotEmpty();
                assertThat(code.page()).isEqualTo(1);
            });
        }
    }

    @MethodSource("pdfs")
    @FuzzTest
    void anyPdfIsDrawnOrRefused(byte[] file) {
        assertThat(BLIND.read(file)).isInstanceOfAny(NothingFound.class, Unreadable.class);
    }
}
