package org.stayseal.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.stayseal.barcode.CodeReader;
import org.stayseal.barcode.ReadResult;

/** One run of the command, as a caller sees it. */
record Session(int exit, String out, String err) {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** What was read in a picture before is not searched again: many tests show the command the same few. */
    static final Function<byte[], ReadResult> EYES = new Function<>() {
        private final Map<ByteBuffer, ReadResult> seen = new ConcurrentHashMap<>();

        @Override
        public ReadResult apply(byte[] file) {
            return seen.computeIfAbsent(ByteBuffer.wrap(file.clone()), key -> new CodeReader().read(file));
        }
    };

    static Session run(String... args) {
        return run(NOW, new byte[0], args);
    }

    static Session run(InputStream in, String... args) {
        return run(NOW, in, args);
    }

    static Session run(Instant now, byte[] in, String... args) {
        return run(now, new ByteArrayInputStream(in), args);
    }

    private static Session run(Instant now, InputStream in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit;
        try (PrintStream o = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream e = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            exit = Main.run(args, new Console(o, e, in, Clock.fixed(now, ZoneOffset.UTC), EYES));
        }
        return new Session(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The repository's root. */
    static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("spec/vectors"))) {
                return at;
            }
        }
        throw new IllegalStateException("not inside the repository");
    }

    static Path vectors() {
        return root().resolve("spec/vectors");
    }
}
