package org.stayseal.issuer.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.stayseal.issuer.application.FieldFault;
import org.stayseal.issuer.application.FormRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request's body: one flat JSON object of texts, read within bounds and without mercy for duplicate names or trailing bytes.
 *
 * @param bytes as received
 * @param fields names to texts; true and false become text, null is the same as absent
 */
record JsonBody(byte[] bytes, Map<String, String> fields) {

    /** Room for a portrait of 2 MiB in base64 and every text. */
    static final int LARGEST = 3 << 20;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4)
                            .maxStringLength(LARGEST)
                            .maxNameLength(200)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads it.
     *
     * @throws UnreadableBody as no JSON, of another media type, or too large
     * @throws FormRefused with every field that is no text
     */
    static JsonBody of(HttpServletRequest request) throws IOException {
        requireJson(request.getContentType());
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        byte[] bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        JsonNode node;
        try {
            node = STRICT.readTree(bytes);
        } catch (JacksonException e) {
            throw new UnreadableBody(
                    HttpStatus.BAD_REQUEST,
                    "json",
                    "The body is not one well-formed JSON value without duplicate names.");
        }
        if (!node.isObject()) {
            throw new UnreadableBody(HttpStatus.BAD_REQUEST, "json-object", "The body is not a JSON object.");
        }
        return new JsonBody(bytes, texts(node));
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> fields = new TreeMap<>();
        List<FieldFault> faults = new ArrayList<>();
        object.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isString() || value.isBoolean()) {
                fields.put(entry.getKey(), value.asString());
            } else if (!value.isNull()) {
                String pointer = "/" + entry.getKey().replace("~", "~0").replace("/", "~1");
                faults.add(new FieldFault(pointer, "text", "This field is a JSON string."));
            }
        });
        if (!faults.isEmpty()) {
            throw new FormRefused(faults);
        }
        return fields;
    }

    private static void requireJson(@org.jspecify.annotations.Nullable String contentType) {
        try {
            if (contentType != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType))) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            // the same answer as for any other type
        }
        throw new UnreadableBody(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "media-type",
                "Send the body as application/json; where there is nothing to say, an empty object: {}.");
    }

    private static UnreadableBody tooLarge() {
        return new UnreadableBody(HttpStatus.CONTENT_TOO_LARGE, "body-size", "The body is larger than 3 MiB.");
    }
}
