package org.stayseal.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.aztec.encoder.Encoder;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonDecoder;
import com.google.zxing.common.reedsolomon.ReedSolomonException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stayseal.barcode.SymbolFinder.Sighting;

/** What decodes by accident is no code. */
class PhantomsTest {
    private static final Sighting BIG = new Sighting(Symbology.QR_CODE, "big", new Box(100, 100, 400, 400));

    @Test
    void an_aztec_code_with_hardly_a_check_codeword_is_not_told_from_an_accident() {
        assertThat(read("ABCDEFGHIJKLMNOPQ", 0)).isInstanceOf(ReadResult.NothingFound.class);
        assertThat(read("ABCDEFGH", 33)).isInstanceOf(ReadResult.Found.class);
    }

    /** What ZXing's decoder makes of noise; a symbol of 10 by 10 modules that needs at most one correction once hid in the print of a permit. */
    @ParameterizedTest
    @CsvSource({"3, 5", "5, 7", "8, 10"})
    void noise_that_the_decoder_takes_for_a_small_data_matrix_is_not_convincing(int data, int check) {
        SplittableRandom random = new SplittableRandom(7);
        ReedSolomonDecoder decoder = new ReedSolomonDecoder(GenericGF.DATA_MATRIX_FIELD_256);
        int taken = 0;
        int convincing = 0;
        for (int i = 0; i < 40_000; i++) {
            int[] words = random.ints(data + check, 0, 256).toArray();
            try {
                int corrected = decoder.decodeWithECCount(words, check);
                taken++;
                convincing += ZxingCorrection.ofDataMatrix(data, corrected)
                                .orElseThrow()
                                .isConvincing()
                        ? 1
                        : 0;
            } catch (ReedSolomonException e) {
                // Refused, as it should be.
            }
        }
        // About 1 in 1700 for the smallest size.
        assertThat(taken).isGreaterThan(data == 3 ? 5 : -1);
        assertThat(convincing).isZero();
    }

    @Test
    void a_data_matrix_of_the_size_of_a_seal_is_convincing_with_all_the_corrections_it_can_bear() {
        assertThat(ZxingCorrection.ofDataMatrix(114, 24).orElseThrow().isConvincing())
                .isTrue();
        assertThat(ZxingCorrection.ofDataMatrix(12, 6).orElseThrow().isConvincing())
                .isTrue();
        assertThat(ZxingCorrection.ofDataMatrix(3, 0).orElseThrow().isConvincing())
                .isFalse();
    }

    @Test
    void a_small_symbol_in_the_midst_of_a_bigger_one_is_dropped() {
        Sighting inside = new Sighting(Symbology.AZTEC, "x", new Box(250, 200, 60, 60));
        assertThat(WithinAnother.dropped(List.of(inside, BIG))).containsExactly(BIG);
    }

    @Test
    void a_symbol_beside_another_or_in_the_corner_of_its_box_stays() {
        Sighting beside = new Sighting(Symbology.DATA_MATRIX, "x", new Box(510, 200, 60, 60));
        Sighting corner = new Sighting(Symbology.DATA_MATRIX, "y", new Box(105, 105, 60, 60));
        assertThat(WithinAnother.dropped(List.of(beside, corner, BIG))).containsExactly(beside, corner, BIG);
    }

    @Test
    void the_box_of_a_part_of_the_picture_in_which_a_symbol_was_read_again_is_not_that_symbol() {
        Sighting seal = new Sighting(Symbology.DATA_MATRIX, "x", new Box(250, 250, 60, 60));
        Sighting aztec = new Sighting(Symbology.AZTEC, "y", new Box(380, 250, 80, 80));
        Sighting again = new Sighting(Symbology.AZTEC, "y", new Box(150, 150, 320, 320));
        Sighting strip = new Sighting(Symbology.AZTEC, "z", new Box(150, 180, 320, 200));

        assertThat(WithinAnother.dropped(List.of(seal, aztec, again))).containsExactly(seal, aztec, again);
        assertThat(WithinAnother.dropped(List.of(seal, strip))).containsExactly(seal, strip);
        assertThat(WithinAnother.dropped(List.of(seal, again))).containsExactly(again);
    }

    @Test
    void a_qr_code_is_never_dropped() {
        Sighting inside = new Sighting(Symbology.QR_CODE, "x", new Box(250, 200, 60, 60));
        assertThat(WithinAnother.dropped(List.of(inside, BIG))).containsExactly(inside, BIG);
    }

    private static ReadResult read(String text, int checkPercent) {
        BitMatrix modules = Encoder.encode(text, checkPercent, -1).getMatrix();
        CodeMatrix code = new CodeMatrix(Symbology.AZTEC, modules.getWidth(), modules::get);
        BufferedImage picture = Scenes.canvas(300, 300, Color.WHITE);
        Scenes.draw(picture, code, 60, 60, 8);
        return Scenes.patientReader().read(Scenes.file(picture, "png"));
    }
}
