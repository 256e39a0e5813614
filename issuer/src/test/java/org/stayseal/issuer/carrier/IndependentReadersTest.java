package org.stayseal.issuer.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.issuer.issuance.CarrierOrder;

/** Programs of others read the printed codes too: drawn by Poppler at 150 dpi, read by zbar (QR) and libdmtx (DataMatrix). */
@Tag("whole")
class IndependentReadersTest {
    @TempDir
    Path folder;

    @Test
    void zbarReadsEveryCredentialOnThePages() throws Exception {
        CarrierOrder order = pages("zbarimg");
        List<String> read = new ArrayList<>();
        for (int page = 1; page <= 2; page++) {
            String lines = new String(
                    run(
                            "zbarimg",
                            "-q",
                            "--raw",
                            folder.resolve("page-" + page + ".png").toString()),
                    StandardCharsets.US_ASCII);
            lines.lines().filter(line -> !line.isEmpty()).forEach(read::add);
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(order.codes().values());
    }

    @Test
    void dmtxReadsTheSealOnTheFirstPage() throws Exception {
        CarrierOrder order = pages("dmtxread");
        byte[] read =
                run("dmtxread", "-N1", "-m20000", folder.resolve("page-1.png").toString());
        assertThat(read).isEqualTo(order.seal());
    }

    private CarrierOrder pages(String reader) throws Exception {
        for (String program : List.of("pdftoppm", reader)) {
            assumeTrue(isInstalled(program), program + " is not installed");
        }
        CarrierOrder order = SignedUtopian.order(Utopians.photographed(), Optional.of(Portraits.drawn()), "lt");
        Path pdf = folder.resolve("permit.pdf");
        Files.write(pdf, new PermitCarriers().make(order).get(0).bytes());
        run(
                "pdftoppm",
                "-r",
                "150",
                "-png",
                pdf.toString(),
                folder.resolve("page").toString());
        return order;
    }

    private static boolean isInstalled(String program) {
        for (String path : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(path, program))) {
                return true;
            }
        }
        return false;
    }

    private byte[] run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".bin");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readAllBytes(out);
    }
}
