package org.stayseal.spec.vds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON value that knows the line it stands on, so that a person can be told where a file is wrong. Strict: no member twice, no null, nothing after the value.
 *
 * @param value a {@code Map} of members, a {@code List}, a {@code String}, a {@code Boolean} or an {@code Integer}
 * @param line from 1
 * @param path such as {@code profiles[2].features[0]}
 */
record LocatedJson(Object value, int line, String path) {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_BYTES = 1 << 20;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(10)
                    .build())
            .build();

    /** What is wrong, and on which line. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        Fault(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    static LocatedJson read(byte[] file) throws Fault {
        if (file.length > MAX_BYTES) {
            throw new Fault(1, "the file is longer than " + MAX_BYTES + " bytes");
        }
        int line = 1;
        try (JsonParser parser = FACTORY.createParser(tools.jackson.core.ObjectReadContext.empty(), file)) {
            try {
                parser.nextToken();
                LocatedJson whole = value(parser, "");
                if (parser.nextToken() != null) {
                    throw new Fault(line(parser), "something follows the JSON value");
                }
                return whole;
            } catch (JacksonException e) {
                line = e.getLocation() == null
                        ? line(parser)
                        : Math.max(1, e.getLocation().getLineNr());
                throw new Fault(line, "not well-formed JSON: " + e.getOriginalMessage());
            }
        }
    }

    private static LocatedJson value(JsonParser parser, String path) throws Fault {
        int line = line(parser);
        @Nullable JsonToken token = parser.currentToken();
        if (token == null) {
            throw new Fault(line, "the file is empty");
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, LocatedJson> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, value(parser, path.isEmpty() ? name : path + "." + name));
                }
                yield new LocatedJson(members, line, path);
            }
            case START_ARRAY -> {
                List<LocatedJson> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser, path + "[" + items.size() + "]"));
                }
                yield new LocatedJson(items, line, path);
            }
            case VALUE_STRING -> new LocatedJson(parser.getString(), line, path);
            case VALUE_TRUE -> new LocatedJson(true, line, path);
            case VALUE_FALSE -> new LocatedJson(false, line, path);
            case VALUE_NUMBER_INT -> new LocatedJson(parser.getIntValue(), line, path);
            default -> throw new Fault(line, path + " is neither text, whole number, true nor false");
        };
    }

    /** The members of an object that has all of {@code required} and nothing beside them and {@code optional}. */
    Map<String, LocatedJson> members(Set<String> required, Set<String> optional) throws Fault {
        if (!(value instanceof Map<?, ?> map)) {
            throw fault("is no object");
        }
        Map<String, LocatedJson> members = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            String name = (String) member.getKey();
            LocatedJson json = (LocatedJson) member.getValue();
            if (!required.contains(name) && !optional.contains(name)) {
                throw json.fault("is no member that is known here");
            }
            members.put(name, json);
        }
        for (String name : required) {
            if (!members.containsKey(name)) {
                throw fault("has no member " + name);
            }
        }
        return members;
    }

    List<LocatedJson> items() throws Fault {
        if (!(value instanceof List<?> list)) {
            throw fault("is no array");
        }
        return list.stream().map(LocatedJson.class::cast).toList();
    }

    String text() throws Fault {
        if (value instanceof String text) {
            return text;
        }
        throw fault("is no text");
    }

    boolean flag() throws Fault {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw fault("is neither true nor false");
    }

    int number() throws Fault {
        if (value instanceof Integer number) {
            return number;
        }
        throw fault("is no whole number");
    }

    Fault fault(String message) {
        return new Fault(line, (path.isEmpty() ? "the file" : path) + " " + message);
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}
