package org.stayseal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages for users show of the command is what it prints: every block {@code console} of {@code docs/}. A line {@code $ ./stayseal …} is run, what
 * stands below it is what comes out, standard error after standard output; a line {@code …} stands for any number of lines, and {@code …} in a line for the rest of it.
 */
class DocumentedCommandsTest {

    private static final Path DOCS = Session.root().resolve("docs");
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final String PROMPT = "$ ./stayseal ";
    private static final String LEFT_OUT = "…";

    @TempDir
    private Path folder;

    record Shown(String page, String command, List<String> output) {
        @Override
        public String toString() {
            return page + ": " + command;
        }
    }

    static Stream<Shown> shown() throws Exception {
        List<Shown> all = new ArrayList<>();
        for (String page : List.of("verifier.md", "integrator.md")) {
            BLOCK.matcher(Files.readString(DOCS.resolve(page))).results().forEach(block -> {
                for (String part : block.group(1).replace("\\\n", "").split("(?m)^(?=\\$ )")) {
                    List<String> lines = part.lines().toList();
                    if (!lines.isEmpty()) {
                        all.add(new Shown(page, lines.get(0), lines.subList(1, lines.size())));
                    }
                }
            });
        }
        return all.stream();
    }

    @Test
    void thePagesShowCommands() throws Exception {
        assertThat(shown()).hasSizeGreaterThan(8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    void printsWhatThePageShows(Shown shown) {
        assertThat(shown.command()).startsWith(PROMPT);
        boolean tells = shown.command().endsWith("; echo $?");
        String command = shown.command().substring(PROMPT.length()).replace("; echo $?", "");
        Session session = Session.run(
                Stream.of(command.strip().split("\\s+")).map(this::placed).toArray(String[]::new));
        String printed =
                (session.out() + session.err()).replace(folder + "/", "").replace(Session.root() + "/", "")
                        + (tells ? session.exit() + "\n" : "");
        assertThat(printed)
                .as(shown.command() + " ended with " + session.exit())
                .matches(pattern(shown.output()));
    }

    /** Files of the repository where they are, all others in a folder of the test's own. */
    private String placed(String word) {
        boolean given = word.startsWith("samples/") || word.startsWith("spec/") || word.startsWith("docs/");
        boolean named = word.equals("face.png");
        return given
                ? Session.root().resolve(word).toString()
                : named ? folder.resolve(word).toString() : word;
    }

    private static Pattern pattern(List<String> lines) {
        StringBuilder pattern = new StringBuilder();
        for (String line : lines) {
            pattern.append(
                    line.strip().equals(LEFT_OUT)
                            ? "(?:.*\n)*?"
                            : Stream.of(line.split(LEFT_OUT, -1))
                                            .map(Pattern::quote)
                                            .collect(Collectors.joining(".*")) + " *\n");
        }
        return Pattern.compile(pattern.append("\n*").toString());
    }
}
