package org.stayseal.trust.authority.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tokens of SoftHSM2 in a folder of the build's own, which {@code SOFTHSM2_CONF} of the test's process names. */
final class Tokens {

    private static final Path LIBRARY = Stream.of(
                    "/usr/lib/softhsm/libsofthsm2.so",
                    "/usr/lib64/pkcs11/libsofthsm2.so",
                    "/opt/homebrew/lib/softhsm/libsofthsm2.so")
            .map(Path::of)
            .filter(Files::exists)
            .findFirst()
            .orElse(Path.of("/nowhere"));

    static final String PIN = "273846";

    private static final int MOST = 12;
    private static final Queue<String> UNUSED = new ArrayDeque<>();

    private Tokens() {}

    /** Skips the test, visibly, where SoftHSM2 is not there: {@code ./stayseal test} installs it. */
    static void require() throws IOException {
        assumeThat(Files.exists(LIBRARY)).as("SoftHSM2 is installed").isTrue();
        Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
        Path folder = configuration.resolveSibling("tokens");
        Files.createDirectories(folder);
        Files.writeString(
                configuration,
                "directories.tokendir = " + folder
                        + "\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = false\n");
    }

    /** An empty token. All are made before the library is opened, which would not see later ones. */
    static synchronized String fresh() throws Exception {
        if (UNUSED.isEmpty()) {
            for (int i = 0; i < MOST; i++) {
                UNUSED.add(make());
            }
        }
        return UNUSED.remove();
    }

    private static String make() throws Exception {
        String label = "t-" + UUID.randomUUID().toString().substring(0, 12);
        Process process = new ProcessBuilder(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        label,
                        "--pin",
                        PIN,
                        "--so-pin",
                        "8899aabb")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0)
                .as(said)
                .isTrue();
        return label;
    }

    static KeyPlace place(String token, String object) throws KeyFault {
        return KeyPlace.of("pkcs11:token=" + token + ";object=" + object + "?module-path=" + LIBRARY);
    }

    /** A file with one line, for its owner alone. */
    static Path secret(Path folder, String text) throws IOException {
        Path file = Files.createTempFile(
                folder,
                "secret",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text + "\n");
    }
}
