package org.stayseal.spec.status;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.Signer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A status list as JWT (STATUS-20 to STATUS-22): the form that most readers of the web know. */
public final class StatusListJwt {
    /** The typ of such a token. */
    public static final String TYPE = "statuslist+jwt";

    private static final Set<SignatureAlgorithm> ALGORITHMS =
            Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.ES384);
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(StatusListCwt.MAX_BYTES)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String AGGREGATION = "aggregation_uri";

    private StatusListJwt() {}

    /**
     * Reads a token. Its signature is not looked at.
     *
     * @param expectedUri the URI that the list was asked by
     */
    public static SignedStatusList read(String token, String expectedUri) throws FormatException {
        if (token.length() > StatusListCwt.MAX_BYTES) {
            throw FormatException.wrongFormat("STATUS-5", "a status list token of " + token.length() + " characters");
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw FormatException.wrongFormat("STATUS-20", "the token is not three parts");
        }
        SignatureAlgorithm algorithm = algorithm(json(base64(parts[0], "STATUS-20")));
        JsonNode payload = json(base64(parts[1], "STATUS-20"));
        byte[] signature = base64(parts[2], "STATUS-20");
        JsonNode list = payload.path("status_list");
        long bits = uint(list.path("bits"), 8);
        if (!StatusList.areBits(bits)) {
            throw FormatException.wrongFormat("STATUS-22", "bits is not 1, 2, 4 or 8");
        }
        StatusList entries = StatusList.inflate((int) bits, base64(text(list.path("lst"), "lst"), "STATUS-22"));
        StatusListClaims claims = StatusListClaims.read(
                text(payload.path("sub"), "sub"),
                expectedUri,
                uint(payload.path("iat"), StatusListClaims.LAST_SECOND),
                uint(payload.path("exp"), StatusListClaims.LAST_SECOND),
                ttl(payload.path("ttl")),
                entries,
                Optional.ofNullable(
                        list.path(AGGREGATION).isString()
                                ? list.path(AGGREGATION).stringValue()
                                : null));
        byte[] toBeSigned = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        return new SignedStatusList(claims, algorithm, toBeSigned, signature);
    }

    /**
     * Writes a token, signed.
     *
     * @throws IllegalArgumentException if the signer's key is not on P-256 or P-384
     */
    public static String write(StatusListClaims claims, Signer signer) {
        if (!ALGORITHMS.contains(signer.algorithm())) {
            throw new IllegalArgumentException("status lists are signed with P-256 or P-384");
        }
        ObjectNode header = JSON.createObjectNode();
        header.put("alg", signer.algorithm().joseName()).put("typ", TYPE);
        ObjectNode payload = JSON.createObjectNode();
        payload.put("sub", claims.uri())
                .put("iat", claims.issued().getEpochSecond())
                .put("exp", claims.expires().getEpochSecond());
        claims.ttl().ifPresent(seconds -> payload.put("ttl", seconds));
        ObjectNode list = payload.putObject("status_list")
                .put("bits", claims.list().bits())
                .put("lst", base64(claims.list().deflate()));
        claims.aggregation().ifPresent(uri -> list.put(AGGREGATION, uri));
        String signed = base64(JSON.writeValueAsBytes(header)) + "." + base64(JSON.writeValueAsBytes(payload));
        return signed + "." + base64(signer.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static SignatureAlgorithm algorithm(JsonNode header) throws FormatException {
        for (String name : header.propertyNames()) {
            if (!HEADER.contains(name)) {
                throw FormatException.wrongFormat("STATUS-21", "a header other than alg, typ and kid");
            }
        }
        if (header.has("kid") && !header.path("kid").isString()) {
            throw FormatException.wrongFormat("STATUS-21", "kid is not text");
        }
        if (!text(header.path("typ"), "typ").equals(TYPE)) {
            throw FormatException.wrongFormat("STATUS-21", "typ is not that of a status list");
        }
        return SignatureAlgorithm.ofJose(text(header.path("alg"), "alg"))
                .filter(ALGORITHMS::contains)
                .orElseThrow(
                        () -> FormatException.unsupported("STATUS-21", "an algorithm that this release does not know"));
    }

    private static OptionalLong ttl(JsonNode node) throws FormatException {
        if (node.isMissingNode()) {
            return OptionalLong.empty();
        }
        long seconds = uint(node, StatusListClaims.MAX_TTL);
        if (seconds == 0) {
            throw FormatException.wrongFormat("STATUS-22", "a ttl of 0");
        }
        return OptionalLong.of(seconds);
    }

    private static JsonNode json(byte[] utf8) throws FormatException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (CharacterCodingException | JacksonException e) {
            // Jackson's own message may quote the text.
            throw FormatException.wrongFormat("STATUS-20", "not one well-formed JSON value");
        }
        throw FormatException.wrongFormat("STATUS-20", "not a JSON object");
    }

    private static String text(JsonNode node, String name) throws FormatException {
        if (!node.isString()) {
            throw FormatException.wrongFormat("STATUS-22", name + " is missing, or is not text");
        }
        return node.stringValue();
    }

    private static long uint(JsonNode node, long max) throws FormatException {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0 || node.longValue() > max) {
            throw FormatException.wrongFormat("STATUS-22", "a number that is missing or not an integer in its range");
        }
        return node.longValue();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Base64url without padding, in its only form: Java's decoder alone would take padding and unused bits that are not zero. */
    private static byte[] base64(String text, String rule) throws FormatException {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (base64(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw FormatException.wrongFormat(rule, "not base64url");
        }
        throw FormatException.wrongFormat(rule, "base64url in another form than its only one");
    }
}
