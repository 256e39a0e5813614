package org.stayseal.mutants;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.spec.registry.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A code of {@code spec/vectors} to start from, as its file has it: whatever the verdict on it, its bytes can be decoded.
 *
 * @param format the verdict's word for it
 */
record Base(String name, String format, byte[] code, Question question, String root, Optional<String> snapshot) {

    /** All of them, in the order of their names. */
    static List<Base> all(Path vectors) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(vectors)) {
            files = all.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<Base> bases = new ArrayList<>();
        for (Path file : files) {
            JsonNode vector = JsonMapper.shared().readTree(Files.readAllBytes(file));
            JsonNode format = vector.path("verdict").path("checks").path(0);
            if (format.path("result").asString("").equals("PASSED")
                    || format.path("reason").asString("").equals(Reason.NOT_A_PERMIT.name())) {
                bases.add(of(vector));
            }
        }
        return bases;
    }

    private static Base of(JsonNode vector) {
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
