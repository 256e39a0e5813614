package org.stayseal.spec.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object being read (TRUST-1 to TRUST-5): each question either has the form that was asked for or refuses the document with the number of the rule.
 *
 * <p>Every method with a {@code rule} throws {@link FormatException} with that number where the member is missing or of another form.
 */
public final class JsonObject {

    private final JsonNode node;
    private final String where;

    JsonObject(JsonNode node, String where) {
        this.node = node;
        this.where = where;
    }

    /**
     * Reads a document.
     *
     * @param maxBytes most bytes of the text
     * @throws FormatException for anything but exactly one JSON object by TRUST-1 and TRUST-2
     */
    public static JsonObject read(byte[] utf8, int maxBytes) throws FormatException {
        return StrictJson.object(utf8, maxBytes);
    }

    static JsonObject of(JsonNode node, String where, String rule) throws FormatException {
        if (!node.isObject()) {
            throw FormatException.wrongFormat(rule, where + " is not an object");
        }
        return new JsonObject(node, where);
    }

    /** Refuses any member besides these, and a missing one. */
    public JsonObject exactly(String rule, String... names) throws FormatException {
        if (!Set.copyOf(node.propertyNames()).equals(Set.of(names))) {
            throw FormatException.wrongFormat(
                    rule, where + " must have exactly the members " + new TreeSet<>(Set.of(names)));
        }
        return this;
    }

    /** Whether there is a member of this name. */
    public boolean has(String name) {
        return node.has(name);
    }

    /** The names of all members. */
    public List<String> names() {
        return List.copyOf(node.propertyNames());
    }

    /** A text. */
    public String text(String name, String rule) throws FormatException {
        JsonNode value = member(name, rule);
        if (!value.isString()) {
            throw FormatException.wrongFormat(rule, path(name) + " is not a text");
        }
        return value.stringValue();
    }

    /** True or false. */
    public boolean flag(String name, String rule) throws FormatException {
        JsonNode value = member(name, rule);
        if (!value.isBoolean()) {
            throw FormatException.wrongFormat(rule, path(name) + " is not true or false");
        }
        return value.booleanValue();
    }

    /** TRUST-2. */
    public long number(String name) throws FormatException {
        JsonNode value = member(name, "TRUST-2");
        if (!StrictJson.isGoodNumber(value)) {
            throw FormatException.wrongFormat("TRUST-2", path(name) + " is not an integer from 0 to 2^53 - 1");
        }
        return value.longValue();
    }

    /** TRUST-2: a number that starts at 1. */
    public long sequence(String name) throws FormatException {
        long value = number(name);
        if (value < 1) {
            throw FormatException.wrongFormat("TRUST-2", path(name) + " must be at least 1");
        }
        return value;
    }

    /** TRUST-3. */
    public Instant time(String name) throws FormatException {
        return Times.parse(text(name, "TRUST-3"), path(name));
    }

    /** An object. */
    public JsonObject object(String name, String rule) throws FormatException {
        return of(member(name, rule), path(name), rule);
    }

    /** An array of {@code min} to {@code max} objects. */
    public List<JsonObject> objects(String name, int min, int max, String rule) throws FormatException {
        List<JsonObject> all = new ArrayList<>();
        for (JsonNode element : array(name, min, max, rule)) {
            all.add(of(element, path(name) + "[" + all.size() + "]", rule));
        }
        return all;
    }

    /** An array of {@code min} to {@code max} texts, none twice. */
    public List<String> texts(String name, int min, int max, String rule) throws FormatException {
        List<String> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode element : array(name, min, max, rule)) {
            if (!element.isString() || !seen.add(element.stringValue())) {
                throw FormatException.wrongFormat(rule, path(name) + " holds something other than texts, or one twice");
            }
            all.add(element.stringValue());
        }
        return List.copyOf(all);
    }

    /** TRUST-5. */
    public List<LocalText> localTexts(String name) throws FormatException {
        List<LocalText> all = new ArrayList<>();
        Set<String> languages = new HashSet<>();
        for (JsonObject entry : objects(name, 1, 64, "TRUST-5")) {
            String lang = entry.text("lang", "TRUST-5");
            String value = entry.text("value", "TRUST-5");
            if (!LocalText.isLanguage(lang)
                    || value.isEmpty()
                    || value.length() > LocalText.MAX_LENGTH
                    || !languages.add(lang)) {
                throw FormatException.wrongFormat(
                        "TRUST-5", path(name) + " has a bad language tag, one twice, or a text empty or too long");
            }
            all.add(new LocalText(lang, value));
        }
        return List.copyOf(all);
    }

    /**
     * TRUST-6: refuses what names a rule that this version does not know.
     *
     * @param known the names that it knows for this document
     * @return those that are there
     */
    Set<String> refuseRequirementsBut(Set<String> known) throws FormatException {
        Set<String> required = node.has("requires") ? Set.copyOf(texts("requires", 0, 64, "TRUST-6")) : Set.of();
        if (!known.containsAll(required)) {
            throw FormatException.unsupported(
                    "TRUST-6", "the document requires something that this version does not know");
        }
        return required;
    }

    /** TRUST-47: the extensions by their type, unknown ones included; no type twice. */
    List<JsonObject> extensions(String name) throws FormatException {
        if (!node.has(name)) {
            return List.of();
        }
        List<JsonObject> all = objects(name, 0, 64, "TRUST-47");
        Set<String> types = new HashSet<>();
        for (JsonObject extension : all) {
            if (!types.add(extension.text("type", "TRUST-47"))) {
                throw FormatException.wrongFormat("TRUST-47", path(name) + " has one type twice");
            }
            extension.flag("critical", "TRUST-47");
        }
        return all;
    }

    /** TRUST-4: bytes, base64url in its only form. */
    public byte[] bytes(String name, String rule) throws FormatException {
        return Base64Form.url(text(name, rule), path(name));
    }

    /** The object as it is. */
    public JsonNode node() {
        return node;
    }

    String where() {
        return where;
    }

    private JsonNode array(String name, int min, int max, String rule) throws FormatException {
        JsonNode value = member(name, rule);
        if (!value.isArray() || value.size() < min || value.size() > max) {
            throw FormatException.wrongFormat(rule, path(name) + " is not an array of " + min + " to " + max);
        }
        return value;
    }

    private JsonNode member(String name, String rule) throws FormatException {
        @Nullable JsonNode value = node.get(name);
        if (value == null) {
            throw FormatException.wrongFormat(rule, path(name) + " is missing");
        }
        return value;
    }

    private String path(String name) {
        return where + "." + name;
    }
}
