package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people see, to the letter. A transcript begins with {@code $} and the command; what it prints follows, lines of standard error behind {@code !}, and the exit code.
 *
 * <p>{@code -Dstayseal.transcripts.write=true} writes them anew: look at the difference before committing it.
 */
class TranscriptsTest {

    private static final Path FOLDER = Session.root().resolve("verifier-cli/src/test/resources/transcripts");

    static Stream<String> transcripts() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transcripts")
    void isWhatTheCommandPrints(String name) throws Exception {
        Path file = FOLDER.resolve(name);
        String command = Files.readString(file).lines().findFirst().orElseThrow();
        String transcript = transcript(command);
        if (Boolean.getBoolean("stayseal.transcripts.write")) {
            Files.writeString(file, transcript);
        }
        assertThat(Files.readString(file)).isEqualTo(transcript);
    }

    private static String transcript(String command) {
        String root = Session.root() + "/";
        List<String> arguments = new ArrayList<>();
        for (String word : command.replaceFirst("^\\$ stayseal ?", "").split(" ")) {
            boolean path = word.startsWith("samples/") || word.startsWith("spec/") || word.startsWith("target/");
            arguments.add(path ? root + word : word);
        }
        arguments.removeIf(String::isEmpty);
        Session session = Session.run(arguments.toArray(String[]::new));
        StringBuilder transcript = new StringBuilder(command).append('\n');
        session.out()
                .replace(root, "")
                .lines()
                .forEach(line -> transcript.append(line).append('\n'));
        session.err()
                .replace(root, "")
                .lines()
                .forEach(line -> transcript.append("! ").append(line).append('\n'));
        return transcript.append("exit ").append(session.exit()).append('\n').toString();
    }
}
