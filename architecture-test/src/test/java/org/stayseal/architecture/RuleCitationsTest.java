package org.stayseal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The specification and what is built from it name each other: no rule without code, no citation without a rule. */
class RuleCitationsTest {

    private static final String FAMILIES = "PERMIT|VDS|IDB|NC|CRED|CONT|LIVE|C169|TRUST|STATUS|VER|RCPT";
    private static final Pattern DEFINED = Pattern.compile("\\*\\*((?:" + FAMILIES + ")-\\d+)\\*\\*");
    private static final Pattern CITED =
            Pattern.compile("\\b(" + FAMILIES + ")-(\\d+)[a-z]?(?: to (?:\\1-)?(\\d+))?\\b");
    private static final Set<String> TEXTS = Set.of("java", "ts", "json", "md", "html", "sh", "cddl", "abnf", "py");

    /** Rules that no code can keep or break alone: what silence means, how lists grow later, that two engines agree. */
    private static final Set<String> FOR_PEOPLE = Set.of("PERMIT-2", "PERMIT-12", "STATUS-55", "VER-61");

    /** Names of document types (TRUST-43), which look like rules. */
    private static final Pattern DOCUMENT_TYPE = Pattern.compile("IDB-(0\\d|[6-9]\\d)");

    private final Path root = Module.repository();

    @Test
    void noRuleIsNumberedTwice() throws IOException {
        Map<String, Integer> times = new TreeMap<>();
        for (Path page : files("spec/docs")) {
            Matcher matcher = DEFINED.matcher(Files.readString(page));
            while (matcher.find()) {
                times.merge(matcher.group(1), 1, Integer::sum);
            }
        }
        times.values().removeIf(count -> count == 1);
        assertThat(times).isEmpty();
    }

    @Test
    void everyNumberThatIsCitedIsARule() throws IOException {
        Set<String> rules = rules();
        Set<String> dangling = new TreeSet<>();
        for (String folder : List.of("spec", "trust-list", "issuer", "verifier-cli", "verifier-web/src", "docs")) {
            for (Path file : files(folder)) {
                if (file.toString().contains("/src/test/")) {
                    continue;
                }
                // The ends of a range, without what stands between them: numbers leave gaps.
                for (String cited : cited(Files.readString(file).replaceAll(" to (?=([A-Z0-9]+-)?\\d)", " and "))) {
                    if (!rules.contains(cited)) {
                        dangling.add(cited + " in " + root.relativize(file));
                    }
                }
            }
        }
        assertThat(dangling).isEmpty();
    }

    @Test
    void everyRuleIsCitedByTheCodeThatKeepsItOrTheTestThatHoldsIt() throws IOException {
        Set<String> open = new TreeSet<>(rules());
        open.removeAll(FOR_PEOPLE);
        for (String folder : List.of("spec/core", "spec/barcode", "trust-list", "issuer", "verifier-cli")) {
            for (Path file : files(folder)) {
                if (file.toString().endsWith(".java")) {
                    open.removeAll(cited(Files.readString(file)));
                }
            }
        }
        assertThat(open).isEmpty();
    }

    private Set<String> rules() throws IOException {
        Set<String> rules = new HashSet<>();
        for (Path page : files("spec/docs")) {
            Matcher matcher = DEFINED.matcher(Files.readString(page));
            while (matcher.find()) {
                rules.add(matcher.group(1));
            }
        }
        return rules;
    }

    /** All rules that a text names, those inside a range among them. */
    private static Set<String> cited(String text) {
        Set<String> cited = new HashSet<>();
        Matcher matcher = CITED.matcher(text);
        while (matcher.find()) {
            if (DOCUMENT_TYPE.matcher(matcher.group()).matches()) {
                continue;
            }
            int first = Integer.parseInt(matcher.group(2));
            int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
            for (int number = first; number <= last; number++) {
                cited.add(matcher.group(1) + "-" + number);
            }
        }
        return cited;
    }

    private List<Path> files(String folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root.resolve(folder))) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !root.relativize(file).toString().matches(".*(target|node_modules|dist)/.*"))
                    .filter(file -> TEXTS.contains(ending(file)))
                    .forEach(files::add);
        }
        return files;
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
