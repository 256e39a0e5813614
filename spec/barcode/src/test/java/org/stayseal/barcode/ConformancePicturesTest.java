package org.stayseal.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The printed figures of BSI TR-03137-1, annexes F to H, are the bytes that the annexes print beside them. */
class ConformancePicturesTest {

    @ParameterizedTest
    @CsvSource({
        "tr03137-annex-f-visa.jpeg, Annex F",
        "tr03137-annex-g-address-sticker.jpeg, Annex G",
        "tr03137-annex-h-residence-sticker.jpeg, Annex H"
    })
    void a_printed_figure_is_read_as_the_bytes_of_its_annex(String figure, String annex) throws IOException {
        Path data = ConformanceData.folder();
        assumeTrue(Files.isDirectory(data), "SKIPPED: no conformance data at ../shared/conformance");
        var codes = Scenes.codesIn(Files.readAllBytes(data.resolve("barcodes").resolve(figure)));
        assertThat(codes).hasSize(1);
        assertThat(codes.get(0).symbology()).isEqualTo(Symbology.DATA_MATRIX);
        assertThat(HexFormat.of().formatHex(codes.get(0).bytes()))
                .isEqualTo(hexOf(annex, Files.readString(data.resolve("vds/seals.json"))));
    }

    private static String hexOf(String annex, String seals) {
        Matcher row = Pattern.compile("\"origin\": \"[^\"]*" + annex + "[^\"]*\",\\s*\"hex\": \"([0-9a-f]+)\"")
                .matcher(seals);
        assertThat(row.find()).as("a seal of %s", annex).isTrue();
        return row.group(1);
    }
}
