package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/attacks.md} names is there: a vector of {@code spec/vectors/snapshot}, a test of this module or of the reader's, or of the page. */
class AttackTableTest {

    private static final Path ROOT = Utopia.keys().resolve("../../..").normalize();

    @Test
    void everyVectorAndEveryTestThatTheTableOfAttacksNamesIsThere() throws Exception {
        String there = Files.readString(ROOT.resolve("spec/vectors/snapshot/cases.json"), StandardCharsets.UTF_8)
                + sources("trust-list/authority")
                + sources("trust-list/reader");
        List<String> named = named("`([a-z][A-Za-z0-9.]*|[a-z]+(-[A-Za-z0-9.]+)+)`");

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(named)
                .allMatch(name -> there.contains("\"name\" : \"" + name + "\"")
                        || there.contains("void " + name + "(")
                        || Files.exists(ROOT.resolve("spec/vectors/chain/" + name + ".json"))
                        || Files.exists(ROOT.resolve("spec/vectors/log/" + name + ".json")));
    }

    @Test
    void everyTestOfThePageThatTheTableNamesIsThere() throws Exception {
        String there = sources(ROOT.resolve("verifier-web/test"), ".ts");

        assertThat(named("(?<!\\*)\\*([^*|]+)\\*"))
                .hasSizeGreaterThan(5)
                .allMatch(name -> there.contains("test('" + name + "'"));
    }

    /** What the last cell of a row names in this form. */
    private static List<String> named(String form) throws Exception {
        return Files.readAllLines(ROOT.resolve("docs/attacks.md"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("|"))
                .map(line -> line.substring(line.lastIndexOf('|', line.length() - 2)))
                .flatMap(cell -> Pattern.compile(form).matcher(cell).results())
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static String sources(String module) throws Exception {
        return sources(ROOT.resolve(module).resolve("src/test/java"), ".java");
    }

    private static String sources(Path folder, String ending) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files =
                    all.filter(path -> path.toString().endsWith(ending)).toList();
            StringBuilder text = new StringBuilder();
            for (Path file : files) {
                text.append(Files.readString(file, StandardCharsets.UTF_8));
            }
            return text.toString();
        }
    }
}
