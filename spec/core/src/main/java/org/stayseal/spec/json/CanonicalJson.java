package org.stayseal.spec.json;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The canonical form of a JSON value (JCS, RFC 8785), for values whose numbers are integers that a binary fraction holds exactly.
 *
 * <p>Members are sorted by their names as UTF-16 code units, which is how Java compares strings (RFC 8785 3.2.3). The one hard part of the scheme, the shortest decimal
 * form of a fraction, does not come up: such numbers are refused by {@link #isWritable} before.
 */
public final class CanonicalJson {

    /** The largest integer that every reader of JSON holds exactly, 2^53 - 1 (RFC 7493 2.2). */
    public static final long MAX_INTEGER = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /**
     * The canonical form in UTF-8.
     *
     * @throws IllegalArgumentException if the value is not {@link #isWritable writable}
     */
    public static byte[] bytes(JsonNode value) {
        if (!isWritable(value) || hasUnpairedSurrogate(value)) {
            throw new IllegalArgumentException("a value that has no canonical form here");
        }
        CanonicalJson json = new CanonicalJson();
        json.write(value);
        return json.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether every number in it is an integer of at most 53 bits. */
    public static boolean isWritable(JsonNode value) {
        if (value.isNumber()) {
            return value.isIntegralNumber()
                    && value.canConvertToLong()
                    && Math.abs(value.longValue()) <= MAX_INTEGER
                    && value.longValue() != Long.MIN_VALUE;
        }
        return value.valueStream().allMatch(CanonicalJson::isWritable);
    }

    /** Whether a name or a text in it holds half of a surrogate pair, which has no form in UTF-8. */
    public static boolean hasUnpairedSurrogate(JsonNode value) {
        if (value.isString()) {
            return isBroken(value.stringValue());
        }
        return value.propertyNames().stream().anyMatch(CanonicalJson::isBroken)
                || value.valueStream().anyMatch(CanonicalJson::hasUnpairedSurrogate);
    }

    private static boolean isBroken(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** The members of an object in canonical order. */
    public static Map<String, JsonNode> sorted(JsonNode object) {
        Map<String, JsonNode> members = new TreeMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private void write(JsonNode value) {
        if (value.isObject()) {
            String separator = "{";
            for (Map.Entry<String, JsonNode> member : sorted(value).entrySet()) {
                out.append(separator);
                text(member.getKey());
                out.append(':');
                write(member.getValue());
                separator = ",";
            }
            out.append(value.isEmpty() ? "{}" : "}");
        } else if (value.isArray()) {
            String separator = "[";
            for (JsonNode element : value) {
                out.append(separator);
                write(element);
                separator = ",";
            }
            out.append(value.isEmpty() ? "[]" : "]");
        } else if (value.isString()) {
            text(value.stringValue());
        } else if (value.isNumber()) {
            out.append(value.longValue());
        } else {
            out.append(value.isNull() ? "null" : value.booleanValue() ? "true" : "false");
        }
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
