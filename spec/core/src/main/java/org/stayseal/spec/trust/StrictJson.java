package org.stayseal.spec.trust;

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

/** JSON as TRUST-1 wants it: UTF-8, one value, no member twice, bounded in length and depth. */
final class StrictJson {

    private static final String RULE = "TRUST-1";
    private static final int MAX_DEPTH = 16;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(DocumentKind.SEAL_REVOCATIONS.maxBytes())
                            .maxNumberLength(20)
                            .maxNameLength(200)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /**
     * @param maxBytes most bytes of the text
     * @throws FormatException for anything but exactly one JSON object within the bounds
     */
    static JsonObject object(byte[] utf8, int maxBytes) throws FormatException {
        if (utf8.length > maxBytes) {
            throw FormatException.wrongFormat(RULE, "document of more than " + maxBytes + " bytes");
        }
        String text = text(utf8);
        if (text.startsWith("\uFEFF")) {
            throw FormatException.wrongFormat(RULE, "byte order mark");
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || !node.isObject()) {
                throw FormatException.wrongFormat(RULE, "not a JSON object");
            }
            return new JsonObject(node, "document");
        } catch (JacksonException e) {
            // Jackson's own message may quote the text.
            throw FormatException.wrongFormat(RULE, "not one well-formed JSON value");
        }
    }

    private static String text(byte[] utf8) throws FormatException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw FormatException.wrongFormat(RULE, "not UTF-8");
        }
    }
}
