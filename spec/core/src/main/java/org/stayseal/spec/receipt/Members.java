package org.stayseal.spec.receipt;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import tools.jackson.databind.JsonNode;

/** An object of a receipt being read: each question has the form that was asked for, or refuses the receipt with the number of the rule. */
final class Members {

    private static final Pattern TIME =
            Pattern.compile("2[01][0-9]{2}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z");

    private final JsonNode node;

    Members(JsonNode node) {
        this.node = node;
    }

    void exactly(String rule, String... names) throws FormatException {
        if (!Set.copyOf(node.propertyNames()).equals(Set.of(names))) {
            throw FormatException.wrongFormat(rule, "an object has other members than the rule says");
        }
    }

    /** These, and none but these beside them. */
    void exactly(String rule, Set<String> required, Set<String> optional) throws FormatException {
        Set<String> names = Set.copyOf(node.propertyNames());
        boolean known = names.stream().allMatch(name -> required.contains(name) || optional.contains(name));
        if (!known || !names.containsAll(required)) {
            throw FormatException.wrongFormat(rule, "an object has other members than the rule says");
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    boolean isNull(String name) {
        @Nullable JsonNode value = node.get(name);
        return value != null && value.isNull();
    }

    String text(String name, String rule) throws FormatException {
        JsonNode value = member(name, rule);
        if (!value.isString()) {
            throw wrong(name, rule);
        }
        return value.stringValue();
    }

    /** A text that the pattern matches as a whole. */
    String text(String name, Pattern form, String rule) throws FormatException {
        String text = text(name, rule);
        if (!form.matcher(text).matches()) {
            throw wrong(name, rule);
        }
        return text;
    }

    <E extends Enum<E>> E word(String name, Class<E> words, String rule) throws FormatException {
        String text = text(name, rule);
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        throw wrong(name, rule);
    }

    boolean flag(String name, String rule) throws FormatException {
        JsonNode value = member(name, rule);
        if (!value.isBoolean()) {
            throw wrong(name, rule);
        }
        return value.booleanValue();
    }

    long number(String name, long least, String rule) throws FormatException {
        JsonNode value = member(name, rule);
        if (!value.isIntegralNumber() || value.longValue() < least) {
            throw wrong(name, rule);
        }
        return value.longValue();
    }

    Instant time(String name, String rule) throws FormatException {
        try {
            return Instant.parse(text(name, TIME, rule));
        } catch (DateTimeException e) {
            throw wrong(name, rule);
        }
    }

    Members object(String name, String rule) throws FormatException {
        JsonNode value = member(name, rule);
        if (!value.isObject()) {
            throw wrong(name, rule);
        }
        return new Members(value);
    }

    List<Members> objects(String name, int most, String rule) throws FormatException {
        JsonNode value = member(name, rule);
        if (!value.isArray() || value.isEmpty() || value.size() > most) {
            throw wrong(name, rule);
        }
        List<Members> all = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isObject()) {
                throw wrong(name, rule);
            }
            all.add(new Members(element));
        }
        return all;
    }

    JsonNode node() {
        return node;
    }

    private JsonNode member(String name, String rule) throws FormatException {
        @Nullable JsonNode value = node.get(name);
        if (value == null) {
            throw FormatException.wrongFormat(rule, name + " is missing");
        }
        return value;
    }

    private static FormatException wrong(String name, String rule) {
        return FormatException.wrongFormat(rule, name + " has another form than the rule says");
    }
}
