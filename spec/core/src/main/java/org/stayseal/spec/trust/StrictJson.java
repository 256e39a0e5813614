package org.stayseal.spec.trust;

import org.stayseal.spec.FormatException;
import org.stayseal.spec.json.CanonicalJson;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as TRUST-1 and TRUST-2 want it: UTF-8, one value, no member twice, bounded in length and depth, and no other numbers, wherever they stand. */
final class StrictJson {

    private static final org.stayseal.spec.json.StrictJson JSON = new org.stayseal.spec.json.StrictJson(
            "TRUST-1",
            StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(DocumentKind.SEAL_REVOCATIONS.maxBytes())
                    .maxNumberLength(20)
                    .maxNameLength(DocumentKind.SEAL_REVOCATIONS.maxBytes())
                    .build());

    /** For writing. */
    static final JsonMapper MAPPER = new JsonMapper();

    private static final long MAX_NUMBER = (1L << 53) - 1;

    private StrictJson() {}

    /**
     * @param maxBytes most bytes of the text
     * @throws FormatException for anything but exactly one JSON object within the bounds
     */
    static JsonObject object(byte[] utf8, int maxBytes) throws FormatException {
        JsonNode document = JSON.object(utf8, maxBytes);
        if (CanonicalJson.hasUnpairedSurrogate(document)) {
            throw FormatException.wrongFormat("TRUST-1", "half of a surrogate pair");
        }
        if (!hasGoodNumbers(document)) {
            throw FormatException.wrongFormat("TRUST-2", "a number that is not an integer from 0 to 2^53 - 1");
        }
        return new JsonObject(document, "document");
    }

    /** Also in members that nobody reads: two readers see one document, or none. */
    private static boolean hasGoodNumbers(JsonNode value) {
        return value.isNumber() ? isGoodNumber(value) : value.valueStream().allMatch(StrictJson::hasGoodNumbers);
    }

    /** TRUST-2. */
    static boolean isGoodNumber(JsonNode value) {
        return value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= 0
                && value.longValue() <= MAX_NUMBER;
    }
}
