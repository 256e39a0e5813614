package org.stayseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.CredentialDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The committed vectors of credentials: each is refused by the very rule that its description names, and every rule is broken once. */
class CredentialRulesTest {
    private static final Pattern NAMED = Pattern.compile("CRED-\\d+[a-z]?");
    /** A number with letters in bold: **CRED-25** … **a** … **b** …, or rows of a table. */
    private static final Pattern RULE = Pattern.compile("(?m)^\\*\\*(CRED-\\d+)\\*\\*");

    private static final Pattern LETTER = Pattern.compile("\\*\\*([a-z])\\*\\*");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (CRED-\\d+[a-z]) \\|");

    private final Path spec = repository().resolve("spec");

    @Test
    void everyVectorOfTheFormatIsRefusedByTheRuleThatItNames() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (JsonNode vector : vectors()) {
            String why = vector.required("why").stringValue();
            String refused = refusal(vector);
            if (!refused.isEmpty() && !named(why).contains(refused)) {
                wrong.add(vector.required("name").stringValue() + ": " + refused + ", not as in " + why);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyFaultThatTheDocumentLettersIsBrokenByAVector() throws Exception {
        String document = Files.readString(spec.resolve("docs/30-residence-credential.md"));
        Set<String> open = new TreeSet<>();
        Matcher rows = ROW.matcher(document);
        while (rows.find()) {
            open.add(rows.group(1));
        }
        String[] parts = document.split("(?=(?m)^\\*\\*CRED-)");
        for (String part : parts) {
            Matcher rule = RULE.matcher(part);
            Matcher letter = LETTER.matcher(part);
            while (rule.lookingAt() && letter.find()) {
                open.add(rule.group(1) + letter.group(1));
            }
        }
        assertThat(open).hasSizeGreaterThan(60);
        for (JsonNode vector : vectors()) {
            open.remove(refusal(vector));
        }
        assertThat(open).isEmpty();
    }

    private List<JsonNode> vectors() throws Exception {
        List<JsonNode> all = new ArrayList<>();
        for (String folder : List.of("credential-format", "credential-algorithm")) {
            try (Stream<Path> files = Files.list(spec.resolve("vectors").resolve(folder))) {
                for (Path file : files.sorted().toList()) {
                    all.add(JsonMapper.shared().readTree(Files.readString(file)));
                }
            }
        }
        assertThat(all).hasSizeGreaterThan(120);
        return all;
    }

    private static String refusal(JsonNode vector) {
        try {
            CredentialDecoder.decode(vector.at("/code/text").stringValue());
            return "";
        } catch (FormatException e) {
            return e.rule();
        }
    }

    private static Set<String> named(String why) {
        Set<String> named = new TreeSet<>();
        Matcher matcher = NAMED.matcher(why);
        while (matcher.find()) {
            named.add(matcher.group());
        }
        return named;
    }

    private static Path repository() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("spec/vectors"))) {
                return at;
            }
        }
        throw new IllegalStateException("not inside the repository");
    }
}
