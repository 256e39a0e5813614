package org.stayseal.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class WritingTest {

    @Test
    void the_142_bytes_of_a_residence_permits_seal_fill_a_44_by_44_symbol_and_one_more_does_not_fit() {
        DataMatrix full = DataMatrix.of(Scenes.randomBytes(142, 1));
        assertThat(full.matrix().size()).isEqualTo(44);
        assertThat(full.codewords()).isEqualTo(144);
        assertThat(DataMatrix.of(Scenes.randomBytes(143, 1)).matrix().size()).isEqualTo(48);
    }

    @Test
    void credentials_take_the_versions_that_the_wire_decisions_count_with() {
        assertThat(QrCode.ofText(Scenes.credentialLikeText(555, 1), QrCode.Level.M)
                        .version())
                .isEqualTo(15);
        QrCode withPhoto = QrCode.ofText(Scenes.credentialLikeText(1680, 1), QrCode.Level.M);
        assertThat(withPhoto.version()).isEqualTo(28);
        assertThat(withPhoto.matrix().size()).isEqualTo(17 + 4 * 28);
    }

    @Test
    void the_prefix_and_base45_are_written_alphanumerically_and_not_as_bytes() {
        // ISO/IEC 18004, table 7: version 25 at M holds 1,451 alphanumeric characters, but only 997 bytes.
        assertThat(QrCode.ofText(Scenes.credentialLikeText(1451, 1), QrCode.Level.M)
                        .version())
                .isEqualTo(25);
        assertThat(QrCode.ofText(Scenes.credentialLikeText(1452, 1), QrCode.Level.M)
                        .version())
                .isEqualTo(26);
    }

    @Test
    void what_does_not_fit_is_refused_and_the_message_says_how_long_it_is() {
        assertThatThrownBy(() -> QrCode.ofText(Scenes.credentialLikeText(2421, 1), QrCode.Level.Q))
                .isInstanceOf(ContentDoesNotFitException.class)
                .hasMessageContaining("2421");
        assertThat(QrCode.ofText(Scenes.credentialLikeText(2420, 1), QrCode.Level.Q)
                        .version())
                .isEqualTo(40);
        assertThatThrownBy(() -> DataMatrix.of(new byte[1556]))
                .isInstanceOf(ContentDoesNotFitException.class)
                .hasMessageContaining("1556");
        assertThat(DataMatrix.of(new byte[1555]).matrix().size()).isEqualTo(144);
    }

    @Test
    void an_aztec_code_grows_with_its_content_and_keeps_a_quarter_for_correction() {
        Aztec seal = Aztec.of(Scenes.randomBytes(142, 1));
        assertThat(seal.matrix().size()).isEqualTo(45);
        assertThat(seal.isCompact()).isFalse();
        assertThat(seal.layers()).isEqualTo(7);
        assertThat(Aztec.of(new byte[] {1, 2, 3}).isCompact()).isTrue();
        assertThat(Aztec.of(Scenes.randomBytes(1872, 1)).matrix().size()).isEqualTo(151);
        assertThatThrownBy(() -> Aztec.of(Scenes.randomBytes(1873, 1)))
                .isInstanceOf(ContentDoesNotFitException.class)
                .hasMessageContaining("1873");
        assertThatThrownBy(() -> Aztec.of(new byte[4000])).isInstanceOf(ContentDoesNotFitException.class);
        assertThatThrownBy(() -> Aztec.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_empty_content_is_a_mistake() {
        assertThatThrownBy(() -> QrCode.ofText("", QrCode.Level.M)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DataMatrix.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_version_30_code_needs_some_74_millimetres() {
        QrCode code = QrCode.ofText(Scenes.credentialLikeText(1900, 1), QrCode.Level.M);
        assertThat(code.version()).isEqualTo(30);
        assertThat(code.matrix().minimumWidthMm()).isCloseTo(73.66, within(0.01));
    }

    @Test
    void a_png_has_the_standards_quiet_zone_and_the_pixels_asked_for() throws IOException {
        CodeMatrix code = QrCode.ofText("RP1:A", QrCode.Level.L).matrix();
        var picture = ImageIO.read(new ByteArrayInputStream(code.toPng(5)));
        assertThat(picture.getWidth()).isEqualTo((21 + 8) * 5);
        assertThat(picture.getRGB(4 * 5 - 1, 4 * 5)).isEqualTo(0xFFFFFFFF);
        assertThat(picture.getRGB(4 * 5, 4 * 5)).isEqualTo(0xFF000000);
        assertThatThrownBy(() -> code.toPng(5, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quiet zone");
        assertThatThrownBy(() -> code.toPng(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> code.toPng(1000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void runs_and_svg_paint_exactly_the_dark_modules() {
        CodeMatrix code = DataMatrix.of(Scenes.randomBytes(142, 4)).matrix();
        boolean[][] painted = new boolean[code.size()][code.size()];
        for (CodeMatrix.Run run : code.runs()) {
            for (int i = 0; i < run.length(); i++) {
                assertThat(painted[run.y()][run.x() + i]).isFalse();
                painted[run.y()][run.x() + i] = true;
            }
        }
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                assertThat(painted[y][x]).isEqualTo(code.isDark(x, y));
            }
        }
        assertThat(code.toSvg(30)).contains("viewBox=\"0 0 46 46\"").contains("width=\"30.000mm\"");
        assertThat(code.toSvg(30).split("v1h-", -1)).hasSize(code.runs().size() + 1);
    }
}
