package org.stayseal.operator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** One run of the command, as an operator sees it. */
record Session(int exit, String out, String err) {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** Runs it with nobody at the terminal. */
    static Session run(String... args) {
        return at(NOW, args);
    }

    static Session at(Instant now, String... args) {
        return typing(now, List.of(), args);
    }

    /** Runs it on a slow machine: whoever asks what time it is sees a second more. */
    static Session ticking(Instant now, String... args) {
        AtomicLong asked = new AtomicLong();
        InstantSource slow = () -> now.plusSeconds(asked.getAndIncrement());
        return run(slow.withZone(ZoneOffset.UTC), List.of(), args);
    }

    /** Runs it with somebody who types these passwords, one after the other. */
    static Session typing(Instant now, List<String> typed, String... args) {
        return run(Clock.fixed(now, ZoneOffset.UTC), typed, args);
    }

    private static Session run(Clock clock, List<String> typed, String... args) {
        Queue<String> left = new ArrayDeque<>(typed);
        return run(clock, question -> Optional.ofNullable(left.poll()), args);
    }

    /** Runs it with somebody who reads what is asked. */
    static Session answering(Instant now, Function<String, String> answer, String... args) {
        return run(Clock.fixed(now, ZoneOffset.UTC), question -> Optional.of(answer.apply(question)), args);
    }

    private static Session run(Clock clock, Function<String, Optional<String>> answer, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit;
        try (PrintStream o = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream e = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            exit = Main.run(
                    args,
                    new Console(o, e, clock, question -> answer.apply(question).map(String::toCharArray), answer));
        }
        return new Session(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Everything that was printed, for messages of tests. */
    String all() {
        return "exit " + exit + "\n" + out + err;
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

    /** The repository's root. */
    static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("spec/vectors"))) {
                return at;
            }
        }
        throw new IllegalStateException("not inside the repository");
    }
}
