package org.stayseal.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stayseal.barcode.Scenes.codesIn;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures as phones and scanners make them. */
class HardPicturesTest {
    private static final byte[] SEAL = Scenes.randomBytes(142, 11);
    private static final CodeMatrix SEAL_CODE = DataMatrix.of(SEAL).matrix();
    private static final String TEXT = Scenes.credentialLikeText(700, 12);
    private static final CodeMatrix TEXT_CODE =
            QrCode.ofText(TEXT, QrCode.Level.Q).matrix();

    @ParameterizedTest
    @ValueSource(doubles = {0, 90, 180, 270, 7, 23, 45, -12})
    void turned_codes_are_read(double degrees) {
        assertThat(codesIn(Scenes.file(Scenes.turned(SEAL_CODE.toPicture(5, 4), degrees), "png"))
                        .get(0)
                        .bytes())
                .isEqualTo(SEAL);
        assertThat(codesIn(Scenes.file(Scenes.turned(TEXT_CODE.toPicture(4, 4), degrees), "png"))
                        .get(0)
                        .text())
                .isEqualTo(TEXT);
    }

    @Test
    void light_modules_on_a_dark_ground_are_read() {
        for (CodeMatrix code : new CodeMatrix[] {SEAL_CODE, TEXT_CODE}) {
            BufferedImage plain = code.toPicture(5, 4);
            BufferedImage inverted = new BufferedImage(plain.getWidth(), plain.getHeight(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < plain.getHeight(); y++) {
                for (int x = 0; x < plain.getWidth(); x++) {
                    inverted.setRGB(x, y, ~plain.getRGB(x, y));
                }
            }
            assertReads(inverted, code);
        }
    }

    @Test
    void a_picture_of_two_pixels_a_module_and_one_of_forty_are_read() {
        assertReads(SEAL_CODE.toPicture(2, 2), SEAL_CODE);
        assertReads(TEXT_CODE.toPicture(2, 4), TEXT_CODE);
        assertReads(SEAL_CODE.toPicture(40, 2), SEAL_CODE);
        assertReads(TEXT_CODE.toPicture(40, 4), TEXT_CODE);
    }

    @Test
    void transparent_ground_is_taken_as_white_paper() {
        BufferedImage picture = new BufferedImage(500, 500, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.BLACK);
        for (CodeMatrix.Run run : SEAL_CODE.runs()) {
            graphics.fillRect(100 + run.x() * 5, 100 + run.y() * 5, run.length() * 5, 5);
        }
        graphics.dispose();
        assertReads(picture, SEAL_CODE);
    }

    @Test
    void a_slanted_photo_with_uneven_light_and_noise_on_a_dark_table_is_read() {
        BufferedImage photo = Scenes.canvas(2400, 1800, new Color(60, 45, 35));
        Graphics2D graphics = photo.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        AffineTransform slant = new AffineTransform(1, 0.08, -0.1, 0.97, 300, 100);
        graphics.setTransform(slant);
        graphics.setPaint(new GradientPaint(0, 0, new Color(250, 250, 245), 1800, 1400, new Color(165, 160, 150)));
        graphics.fillRect(0, 0, 1800, 1400);
        graphics.setColor(new Color(25, 25, 30));
        paint(graphics, TEXT_CODE, 150, 300, 8);
        paint(graphics, SEAL_CODE, 1250, 500, 8);
        graphics.dispose();
        Random random = new Random(3);
        for (int y = 0; y < photo.getHeight(); y++) {
            for (int x = 0; x < photo.getWidth(); x++) {
                int noise = (int) (random.nextGaussian() * 10);
                Color c = new Color(photo.getRGB(x, y));
                photo.setRGB(
                        x,
                        y,
                        new Color(clamp(c.getRed() + noise), clamp(c.getGreen() + noise), clamp(c.getBlue() + noise))
                                .getRGB());
            }
        }
        assertThat(codesIn(Scenes.file(photo, "jpg")))
                .extracting(FoundCode::symbology)
                .containsExactlyInAnyOrder(Symbology.QR_CODE, Symbology.DATA_MATRIX);
    }

    private static void paint(Graphics2D graphics, CodeMatrix code, int left, int top, int module) {
        for (CodeMatrix.Run run : code.runs()) {
            graphics.fillRect(left + run.x() * module, top + run.y() * module, run.length() * module, module);
        }
    }

    private static int clamp(int value) {
        return Math.min(255, Math.max(0, value));
    }

    private static void assertReads(BufferedImage picture, CodeMatrix code) {
        FoundCode found = codesIn(Scenes.file(picture, "png")).get(0);
        assertThat(found.symbology()).isEqualTo(code.symbology());
        if (code.symbology() == Symbology.DATA_MATRIX) {
            assertThat(found.bytes()).isEqualTo(SEAL);
        } else {
            assertThat(found.text()).isEqualTo(TEXT);
        }
    }
}
