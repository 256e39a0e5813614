package org.stayseal.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stayseal.barcode.Scenes.codesIn;
import static org.stayseal.barcode.Scenes.credentialLikeText;
import static org.stayseal.barcode.Scenes.randomBytes;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stayseal.barcode.Scenes.Placed;

class ManyCodesTest {
    private static final byte[] SEAL = randomBytes(142, 7);
    private static final String FULL = credentialLikeText(1750, 1);
    private static final String WORK = credentialLikeText(1640, 2);
    private static final String BANK = credentialLikeText(620, 3);
    private static final String STAY = credentialLikeText(480, 4);

    @Test
    void all_five_codes_of_a_two_page_permit_are_found_at_the_smallest_widths_allowed() {
        CodeMatrix full = QrCode.ofText(FULL, QrCode.Level.M).matrix();
        CodeMatrix seal = DataMatrix.of(SEAL).matrix();
        CodeMatrix work = QrCode.ofText(WORK, QrCode.Level.M).matrix();
        CodeMatrix bank = QrCode.ofText(BANK, QrCode.Level.Q).matrix();
        CodeMatrix stay = QrCode.ofText(STAY, QrCode.Level.Q).matrix();
        byte[] pdf = Scenes.pdf(List.of(
                List.of(
                        new Placed(full, 15, 200, full.minimumWidthMm()),
                        new Placed(seal, 120, 230, seal.minimumWidthMm())),
                List.of(
                        new Placed(work, 15, 20, work.minimumWidthMm()),
                        new Placed(bank, 15, 120, bank.minimumWidthMm()),
                        new Placed(stay, 120, 120, stay.minimumWidthMm()))));

        List<FoundCode> codes = codesIn(pdf);

        assertThat(codes)
                .extracting(FoundCode::page, FoundCode::symbology, FoundCode::text)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(1, Symbology.QR_CODE, FULL),
                        org.assertj.core.groups.Tuple.tuple(
                                1, Symbology.DATA_MATRIX, new String(SEAL, StandardCharsets.ISO_8859_1)),
                        org.assertj.core.groups.Tuple.tuple(2, Symbology.QR_CODE, WORK),
                        org.assertj.core.groups.Tuple.tuple(2, Symbology.QR_CODE, BANK),
                        org.assertj.core.groups.Tuple.tuple(2, Symbology.QR_CODE, STAY));
        FoundCode.Position sealAt = codes.stream()
                .filter(code -> code.symbology() == Symbology.DATA_MATRIX)
                .findFirst()
                .orElseThrow()
                .position();
        assertThat(sealAt.left()).isBetween(110 / 210.0, 125 / 210.0);
        assertThat(sealAt.top()).isBetween(220 / 297.0, 235 / 297.0);
    }

    @Test
    void three_data_matrix_symbols_and_two_qr_codes_in_one_picture_are_all_found() {
        BufferedImage picture = Scenes.canvas(1200, 900, Color.WHITE);
        for (int i = 0; i < 3; i++) {
            Scenes.draw(picture, DataMatrix.of(randomBytes(120, i)).matrix(), 60 + i * 380, 80 + i * 30, 4 + i);
        }
        Scenes.draw(picture, QrCode.ofText("RP1:ONE", QrCode.Level.Q).matrix(), 100, 500, 6);
        Scenes.draw(picture, QrCode.ofText("RP1:TWO", QrCode.Level.Q).matrix(), 700, 560, 6);
        assertThat(codesIn(Scenes.file(picture, "png")))
                .extracting(FoundCode::symbology)
                .containsExactlyInAnyOrder(
                        Symbology.DATA_MATRIX,
                        Symbology.DATA_MATRIX,
                        Symbology.DATA_MATRIX,
                        Symbology.QR_CODE,
                        Symbology.QR_CODE);
    }

    @Test
    void the_same_content_twice_is_one_code_and_in_two_symbologies_two() {
        BufferedImage picture = Scenes.canvas(900, 400, Color.WHITE);
        byte[] content = "RP1:SAME".getBytes(StandardCharsets.US_ASCII);
        Scenes.draw(picture, QrCode.ofText("RP1:SAME", QrCode.Level.M).matrix(), 40, 40, 6);
        Scenes.draw(picture, QrCode.ofText("RP1:SAME", QrCode.Level.M).matrix(), 340, 40, 6);
        Scenes.draw(picture, DataMatrix.of(content).matrix(), 660, 60, 6);
        assertThat(codesIn(Scenes.file(picture, "png")))
                .extracting(FoundCode::symbology)
                .containsExactlyInAnyOrder(Symbology.QR_CODE, Symbology.DATA_MATRIX);
    }

    @Test
    void an_aztec_code_beside_a_data_matrix_is_found() {
        CodeMatrix aztec = Aztec.of(SEAL).matrix();
        BufferedImage picture = Scenes.canvas(800, 400, Color.WHITE);
        Scenes.draw(picture, aztec, 50, 50, 5);
        Scenes.draw(picture, DataMatrix.of(SEAL).matrix(), 500, 60, 5);
        List<FoundCode> codes = codesIn(Scenes.file(picture, "png"));
        assertThat(codes)
                .extracting(FoundCode::symbology)
                .containsExactlyInAnyOrder(Symbology.AZTEC, Symbology.DATA_MATRIX);
        assertThat(codes).allSatisfy(code -> assertThat(code.bytes()).isEqualTo(SEAL));
    }

    @Test
    void a_code_between_lines_of_print_and_beside_a_photo_is_found() throws java.io.IOException {
        BufferedImage page = Scenes.canvas(1240, 1754, Color.WHITE);
        var graphics = page.createGraphics();
        graphics.setColor(Color.BLACK);
        java.util.Random random = new java.util.Random(8);
        for (int y = 80; y < 1650; y += 26) {
            for (int x = 90; x < 1150; x += 6 + random.nextInt(9)) {
                boolean freeForCodes = x > 640 && y > 700 && y < 1000;
                if (!freeForCodes) {
                    graphics.fillRect(x, y + random.nextInt(5), 2 + random.nextInt(4), 4 + random.nextInt(10));
                }
            }
        }
        byte[] face = org.stayseal.barcode.sample.DrawnFace.png(3);
        graphics.drawImage(
                javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(face)), 100, 100, 240, 300, null);
        graphics.dispose();
        Scenes.draw(page, DataMatrix.of(SEAL).matrix(), 700, 750, 3);
        Scenes.draw(page, QrCode.ofText(STAY, QrCode.Level.Q).matrix(), 900, 730, 3);
        assertThat(codesIn(Scenes.file(page, "png")))
                .extracting(FoundCode::symbology)
                .containsExactlyInAnyOrder(Symbology.DATA_MATRIX, Symbology.QR_CODE);
    }

    @Test
    void codes_are_ordered_by_page_and_place() {
        CodeMatrix a = QrCode.ofText("RP1:A", QrCode.Level.M).matrix();
        CodeMatrix b = QrCode.ofText("RP1:B", QrCode.Level.M).matrix();
        CodeMatrix c = QrCode.ofText("RP1:C", QrCode.Level.M).matrix();
        byte[] pdf = Scenes.pdf(List.of(
                List.of(new Placed(b, 20, 200, 30), new Placed(a, 20, 20, 30)),
                List.of(),
                List.of(new Placed(c, 20, 20, 30))));
        assertThat(codesIn(pdf)).extracting(FoundCode::text).containsExactly("RP1:A", "RP1:B", "RP1:C");
        assertThat(codesIn(pdf)).extracting(FoundCode::page).containsExactly(1, 1, 3);
    }
}
