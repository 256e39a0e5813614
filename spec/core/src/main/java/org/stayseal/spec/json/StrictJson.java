package org.stayseal.spec.json;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.stayseal.spec.FormatException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
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
        if (utf8.length >= 3 && utf8[0] == (byte) 0xEF && utf8[1] == (byte) 0xBB && utf8[2] == (byte) 0xBF) {
            throw FormatException.wrongFormat(rule, "byte order mark");
        }
        try {
            JsonNode node = mapper.readTree(characters(utf8));
            if (node == null || !node.isObject()) {
                throw FormatException.wrongFormat(rule, "not a JSON object");
            }
            return node;
        } catch (JacksonIOException e) {
            throw FormatException.wrongFormat(rule, "not UTF-8");
        } catch (JacksonException e) {
            // Jackson's own message may quote the text.
            throw FormatException.wrongFormat(rule, "not one well-formed JSON value");
        }
    }

    /** Decoded as they are asked for: a list of some megabytes is not held once more as characters. */
    private static Reader characters(byte[] utf8) {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(new ByteArrayInputStream(utf8), strict);
    }
}
