package org.stayseal.spec.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.stayseal.spec.FormatException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads exactly one JSON object: well-formed UTF-8 without a byte order mark, no member twice, nothing after it, within bounds. */
public final class StrictJson {

    private final String rule;
    private final JsonMapper mapper;

    /**
     * @param rule the rule of {@code spec/docs} that a fault breaks
     * @param bounds the deepest nesting and the longest name, text and number
     */
    public StrictJson(String rule, StreamReadConstraints bounds) {
        this.rule = rule;
        this.mapper = JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(bounds)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /**
     * @param maxBytes most bytes of the text
     * @throws FormatException for anything but exactly one JSON object within the bounds
     */
    public JsonNode object(byte[] utf8, int maxBytes) throws FormatException {
        if (utf8.length > maxBytes) {
            throw FormatException.wrongFormat(rule, "document of more than " + maxBytes + " bytes");
        }
        String text = text(utf8);
        if (text.startsWith("\uFEFF")) {
            throw FormatException.wrongFormat(rule, "byte order mark");
        }
        try {
            JsonNode node = mapper.readTree(text);
            if (node == null || !node.isObject()) {
                throw FormatException.wrongFormat(rule, "not a JSON object");
            }
            return node;
        } catch (JacksonException e) {
            // Jackson's own message may quote the text.
            throw FormatException.wrongFormat(rule, "not one well-formed JSON value");
        }
    }

    private String text(byte[] utf8) throws FormatException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw FormatException.wrongFormat(rule, "not UTF-8");
        }
    }
}
