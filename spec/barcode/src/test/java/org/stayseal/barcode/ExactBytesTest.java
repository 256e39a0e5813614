package org.stayseal.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stayseal.barcode.Scenes.codesIn;
import static org.stayseal.barcode.Scenes.everyByteValue;
import static org.stayseal.barcode.Scenes.randomBytes;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what is read, byte for byte, through every kind of file. */
class ExactBytesTest {

    enum Carrier {
        PNG,
        JPEG,
        GIF,
        PDF
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void a_qr_code_brings_every_byte_value_through_every_kind_of_file(Carrier carrier) {
        CodeMatrix code = QrCode.ofBytes(everyByteValue(), QrCode.Level.M).matrix();
        assertOnlyCode(carried(code, carrier), Symbology.QR_CODE, everyByteValue());
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void a_data_matrix_brings_every_byte_value_through_every_kind_of_file(Carrier carrier) {
        CodeMatrix code = DataMatrix.of(everyByteValue()).matrix();
        assertOnlyCode(carried(code, carrier), Symbology.DATA_MATRIX, everyByteValue());
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void an_aztec_code_brings_every_byte_value_through_every_kind_of_file(Carrier carrier) {
        CodeMatrix code = Aztec.of(everyByteValue()).matrix();
        assertOnlyCode(carried(code, carrier), Symbology.AZTEC, everyByteValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 30, 60, 142, 300, 555, 1000, 1680})
    void an_aztec_code_of_any_length_is_read_back(int length) {
        byte[] bytes = randomBytes(length, length);
        assertOnlyCode(Aztec.of(bytes).matrix().toPng(4), Symbology.AZTEC, bytes);
    }

    /** One byte fills the smallest symbol, whose five check codewords ZXing's decoder does not really use: {@link PhantomsTest}. */
    @Test
    void a_data_matrix_of_the_smallest_size_is_not_told_from_an_accident() {
        assertThat(new CodeReader()
                        .read(DataMatrix.of(new byte[] {'7'}).matrix().toPng(4)))
                .isInstanceOf(ReadResult.NothingFound.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 60, 142, 143, 172, 173, 202, 203, 248, 249, 250, 251, 366, 453, 800})
    void a_data_matrix_of_any_length_is_read_back(int length) {
        byte[] bytes = randomBytes(length, length);
        assertOnlyCode(DataMatrix.of(bytes).matrix().toPng(4), Symbology.DATA_MATRIX, bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 300, 555, 676, 1100, 1680, 2000})
    void a_qr_code_of_any_length_is_read_back(int length) {
        String text = Scenes.credentialLikeText(length, length);
        List<FoundCode> codes =
                codesIn(QrCode.ofText(text, QrCode.Level.M).matrix().toPng(3));
        assertThat(codes).extracting(FoundCode::text).containsExactly(text);
    }

    @Test
    void bytes_that_look_like_utf_8_are_not_taken_for_characters() {
        byte[] bytes = "Ĳßß — äöü €".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertOnlyCode(QrCode.ofBytes(bytes, QrCode.Level.Q).matrix().toPng(4), Symbology.QR_CODE, bytes);
        assertOnlyCode(DataMatrix.of(bytes).matrix().toPng(4), Symbology.DATA_MATRIX, bytes);
    }

    @Test
    void two_hundred_random_seals_are_all_read_back() {
        Map<Integer, Integer> lost = new TreeMap<>();
        for (int seed = 0; seed < 200; seed++) {
            byte[] bytes = randomBytes(100 + seed % 60, seed);
            ReadResult result =
                    new CodeReader().read(DataMatrix.of(bytes).matrix().toPng(3));
            if (!(result instanceof ReadResult.Found)
                    || !java.util.Arrays.equals(
                            ((ReadResult.Found) result).codes().get(0).bytes(), bytes)) {
                lost.put(seed, bytes.length);
            }
        }
        assertThat(lost).isEmpty();
    }

    private static byte[] carried(CodeMatrix code, Carrier carrier) {
        BufferedImage picture = Scenes.canvas(700, 600, new Color(250, 248, 240));
        Scenes.draw(picture, code, 90, 60, 4);
        return switch (carrier) {
            case PNG -> code.toPng(3);
            case JPEG -> Scenes.file(picture, "jpg");
            case GIF -> Scenes.file(picture, "gif");
            case PDF -> Scenes.pdf(List.of(List.of(new Scenes.Placed(code, 31.3, 42.7, code.minimumWidthMm()))));
        };
    }

    private static void assertOnlyCode(byte[] file, Symbology symbology, byte[] bytes) {
        List<FoundCode> codes = codesIn(file);
        assertThat(codes).hasSize(1);
        assertThat(codes.get(0).symbology()).isEqualTo(symbology);
        assertThat(codes.get(0).bytes()).isEqualTo(bytes);
        assertThat(codes.get(0).page()).isEqualTo(1);
    }
}
