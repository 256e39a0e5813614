package org.stayseal.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.aztec.encoder.Encoder;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stayseal.barcode.SymbolFinder.Sighting;

/** What decodes by accident is no code. */
class PhantomsTest {
    private static final Sighting BIG = new Sighting(Symbology.QR_CODE, "big", new Box(100, 100, 400, 400));

    @Test
    void an_aztec_code_with_hardly_a_check_codeword_is_not_told_from_an_accident() {
        assertThat(read("ABCDEFGHIJKLMNOPQ", 0)).isInstanceOf(ReadResult.NothingFound.class);
        assertThat(read("ABCDEFGH", 33)).isInstanceOf(ReadResult.Found.class);
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
