package org.stayseal.spec.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Docs 10 against the code: its table names the fields, its example is a permit, and its machine readable zone is that permit's. */
class PermitExampleTest {

    private String page = "";

    @BeforeEach
    void readPage() throws Exception {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("spec/docs/10-residence-permit.md");
            if (Files.isRegularFile(file)) {
                page = Files.readString(file);
                return;
            }
        }
        throw new IllegalStateException("not inside the repository");
    }

    @Test
    void theTableNamesEveryFieldAndMarksTheRequiredOnes() {
        Map<Field, Boolean> table = new EnumMap<>(Field.class);
        page.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> names(cells[1])
                        .forEach(name -> table.put(
                                Field.of(name).orElseThrow(() -> new AssertionError("no field " + name)),
                                cells[2].contains("●"))));

        assertThat(table.keySet()).containsExactlyInAnyOrder(Field.values());
        Set<Field> conditions = Set.of(Field.WORK_CONDITIONS, Field.SELF_EMPLOYMENT_CONDITIONS, Field.STUDY_CONDITIONS);
        assertThat(table.keySet().stream()
                        .filter(field -> Boolean.TRUE.equals(table.get(field)) && !conditions.contains(field)))
                .containsExactlyInAnyOrderElementsOf(PermitDraft.required());
    }

    @Test
    void theExampleIsAPermitAndItsMrzIsTheOnePrinted() throws Exception {
        JsonNode example = JsonMapper.builder().build().readTree(block("json"));
        PermitDraft draft = new PermitDraft();
        example.properties()
                .forEach(entry -> draft.set(
                        Field.of(entry.getKey()).orElseThrow(), entry.getValue().asString()));

        assertThat(draft.errors()).isEmpty();
        Mrz mrz = Mrz.of(MrzFormat.TD2, MrzContent.of(draft.permit(), "AR"));
        assertThat(String.join("\n", mrz.lines())).isEqualTo(block("").strip());
    }

    @Test
    void theNamesOfTheRulesAreThoseOfTheCode() throws Exception {
        String section = page.substring(page.indexOf("## 3 "), page.indexOf("## 4 "));
        Set<String> coded = Arrays.stream(Rules.class.getDeclaredFields())
                .filter(field -> field.getType() == String.class)
                .map(PermitExampleTest::value)
                .collect(Collectors.toSet());

        assertThat(names(section)).containsExactlyInAnyOrderElementsOf(coded);
    }

    private String block(String language) {
        String start = "```" + language + "\n";
        int from = page.indexOf(start, page.indexOf("## 4 ")) + start.length();
        if (language.isEmpty()) {
            from = page.indexOf("```\nAR") + start.length();
        }
        return page.substring(from, page.indexOf("```", from));
    }

    private static Set<String> names(String text) {
        return Pattern.compile("`([^`]+)`")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(name -> name.substring(1, name.length() - 1))
                .collect(Collectors.toSet());
    }

    private static String value(java.lang.reflect.Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
