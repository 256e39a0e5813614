package org.stayseal.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers that share no code with ours see the same bytes in what we write. Debian: zbar-tools (zbarimg), zxing-cpp-tools (ZXingReader), dmtx-utils (dmtxread). */
class IndependentReadersTest {
    private static final String TEXT = Scenes.credentialLikeText(1680, 31);
    private static final byte[] SEAL = Scenes.randomBytes(142, 32);

    @TempDir
    Path folder;

    @Test
    void zbar_reads_our_qr_code_of_a_credential() throws Exception {
        assumeInstalled("zbarimg");
        Path png = write(QrCode.ofText(TEXT, QrCode.Level.M).matrix());
        assertThat(outputOf("zbarimg", "--quiet", "--raw", "-Sbinary", png.toString()))
                .asString(StandardCharsets.ISO_8859_1)
                .isEqualTo(TEXT);
    }

    @Test
    void zbar_reads_every_byte_value_of_our_qr_code() throws Exception {
        assumeInstalled("zbarimg");
        Path png = write(QrCode.ofBytes(Scenes.everyByteValue(), QrCode.Level.Q).matrix());
        assertThat(outputOf("zbarimg", "--quiet", "--raw", "-Sbinary", png.toString()))
                .isEqualTo(Scenes.everyByteValue());
    }

    @Test
    void zxing_cpp_reads_our_qr_code_of_a_credential() throws Exception {
        assumeInstalled("ZXingReader");
        Path png = write(QrCode.ofText(TEXT, QrCode.Level.M).matrix());
        assertThat(zxingCpp(png)).asString(StandardCharsets.ISO_8859_1).isEqualTo(TEXT);
    }

    @Test
    void zxing_cpp_reads_every_byte_value_of_our_data_matrix_and_our_seal() throws Exception {
        assumeInstalled("ZXingReader");
        assertThat(zxingCpp(write(DataMatrix.of(Scenes.everyByteValue()).matrix())))
                .isEqualTo(Scenes.everyByteValue());
        assertThat(zxingCpp(write(DataMatrix.of(SEAL).matrix()))).isEqualTo(SEAL);
    }

    @Test
    void zxing_cpp_reads_every_byte_value_of_our_aztec_code_and_a_seal() throws Exception {
        assumeInstalled("ZXingReader");
        assertThat(zxingCpp(write(Aztec.of(Scenes.everyByteValue()).matrix()))).isEqualTo(Scenes.everyByteValue());
        assertThat(zxingCpp(write(Aztec.of(SEAL).matrix()))).isEqualTo(SEAL);
    }

    @Test
    void libdmtx_reads_every_byte_value_of_our_data_matrix_and_our_seal() throws Exception {
        assumeInstalled("dmtxread");
        assertThat(outputOf(
                        "dmtxread",
                        write(DataMatrix.of(Scenes.everyByteValue()).matrix()).toString()))
                .isEqualTo(Scenes.everyByteValue());
        assertThat(outputOf("dmtxread", write(DataMatrix.of(SEAL).matrix()).toString()))
                .isEqualTo(SEAL);
    }

    private Path write(CodeMatrix code) throws IOException {
        return Files.write(Files.createTempFile(folder, "code", ".png"), code.toPng(4, 4));
    }

    private static void assumeInstalled(String program) {
        boolean found = List.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(found, "SKIPPED: " + program + " is not installed");
    }

    private static byte[] zxingCpp(Path png) throws Exception {
        String output = new String(outputOf("ZXingReader", png.toString()), StandardCharsets.UTF_8);
        String line = output.lines()
                .filter(l -> l.startsWith("Bytes:"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(output));
        return HexFormat.of().parseHex(line.substring("Bytes:".length()).replace(" ", ""));
    }

    private static byte[] outputOf(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
