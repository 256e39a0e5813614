package org.stayseal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/operator.md tells an operator to type is what the command takes; its demo is typed here from the first line to the last. */
class ManualTest {

    private static final Path PAGE = Session.root().resolve("docs/operator.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final String COMMAND = "./stayseal trust ";

    @TempDir
    private Path folder;

    static Stream<String> commands() throws Exception {
        List<String> all = new ArrayList<>();
        for (String block : blocks()) {
            for (String line : block.replace("\\\n", " ").split("\n| && ")) {
                if (line.startsWith(COMMAND)) {
                    all.add(line);
                }
            }
        }
        return all.stream();
    }

    private static List<String> blocks() throws Exception {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        String shown =
                line.substring(COMMAND.length()).replaceAll("\\s+#.*", "").replaceAll("\\s+> .*", "");
        Matcher matcher = WORD.matcher(shown);
        while (matcher.find()) {
            words.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return words;
    }

    @Test
    void thePageShowsCommands() throws Exception {
        assertThat(commands()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandThatThePageShowsIsOne(String line) {
        assertThatCode(() -> Main.parse(words(line).toArray(String[]::new))).doesNotThrowAnyException();
    }

    @Test
    void theDemoIsAsThePageTellsIt() throws Exception {
        List<String> demo = blocks().stream()
                .filter(block -> block.contains("init demo --demo"))
                .flatMap(block -> block.lines())
                .toList();
        String root = "";
        String service = "";
        for (String line : demo) {
            List<String> words = new ArrayList<>();
            for (String word : words(line)) {
                boolean file = word.equals("demo") || word.matches("[a-z]+\\.(zip|svg)");
                words.add(
                        file
                                ? folder.resolve(word).toString()
                                : word.replace("ROOT", root).replace("SERVICE", service));
            }
            Session session = Session.run(words.toArray(String[]::new));
            assertThat(session.exit()).as(line + "\n" + session.all()).isIn(0, 2);
            assertThat(session.err()).doesNotContain("error:");
            root = line.contains("trust init ") ? session.out().replaceAll("(?s).*root  ([0-9a-f]{64}).*", "$1") : root;
            service = line.contains("trust status ")
                    ? session.out().replaceAll("(?s).*credential signer \"[^\"]*\" \\(([0-9a-f]{16})\\).*", "$1")
                    : service;
        }
        assertThat(folder.resolve("demo.svg")).exists();
    }
}
