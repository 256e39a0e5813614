package org.stayseal.spec.registry;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The words of one language, from {@code spec/registry/messages}. */
public final class Messages {

    private static final ConcurrentHashMap<String, Messages> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final JsonNode file;

    private Messages(JsonNode file) {
        this.file = file;
    }

    /**
     * @param language BCP 47 tag of a file in {@code spec/registry/messages}, such as {@code en}
     * @throws IllegalStateException if there is none
     */
    public static Messages of(String language) {
        return BY_LANGUAGE.computeIfAbsent(
                language, tag -> new Messages(RegistryFile.read("messages/" + tag + ".json")));
    }

    /**
     * @param group such as {@code outcome}, {@code check}, {@code result}
     * @param key such as {@code VALID}
     */
    public String text(String group, String key) {
        return file.required(group).required(key).stringValue();
    }

    /** As {@link #text}, where not every key has words: names that a profile of another country gives. */
    public Optional<String> find(String group, String key) {
        return Optional.ofNullable(file.required(group).get(key)).map(JsonNode::stringValue);
    }

    /** One sentence that says what the reason means. */
    public String reason(Reason reason) {
        return file.required("reason").required(reason.name()).required("text").stringValue();
    }

    /** What to do next. */
    public String next(Reason reason) {
        return file.required("reason").required(reason.name()).required("next").stringValue();
    }
}
