package org.stayseal.spec.wrong;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.stayseal.trust.authority.wrong.MakesKeys;

/** Reads a file, asks the machine for the time, rolls dice and looks upwards. */
final class AsksOutside {
    String read() throws IOException {
        return Files.readString(Path.of("x"));
    }

    Instant time() {
        return Instant.now();
    }

    int dice() {
        return new Random().nextInt();
    }

    MakesKeys upwards() {
        return new MakesKeys();
    }
}
