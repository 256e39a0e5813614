package org.stayseal.mutants;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A code of {@code spec/vectors} to start from, as its file has it: whatever the verdict on it, its bytes can be decoded.
 *
 * @param format the verdict's word for it
 */
record Base(String name, String format, byte[] code, Question question, String root, Optional<String> snapshot) {

    static Base of(JsonNode vector) {
        JsonNode code = vector.get("code");
        return new Base(
                vector.get("name").asString(),
                vector.get("verdict").get("format").asString(),
                code.has("hex")
                        ? HexFormat.of().parseHex(code.get("hex").asString())
                        : code.get("text").asString().getBytes(StandardCharsets.UTF_8),
                Question.of(vector.get("question")),
                vector.get("trust").get("root").asString(),
                Optional.ofNullable(vector.get("trust").get("snapshot")).map(JsonNode::asString));
    }
}
