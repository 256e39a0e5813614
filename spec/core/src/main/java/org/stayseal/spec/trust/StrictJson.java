package org.stayseal.spec.trust;

import org.stayseal.spec.FormatException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.json.JsonMapper;

/** JSON as TRUST-1 wants it: UTF-8, one value, no member twice, bounded in length and depth. */
final class StrictJson {

    private static final org.stayseal.spec.json.StrictJson JSON = new org.stayseal.spec.json.StrictJson(
            "TRUST-1",
            StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(DocumentKind.SEAL_REVOCATIONS.maxBytes())
                    .maxNumberLength(20)
                    .maxNameLength(200)
                    .build());

    /** For writing. */
    static final JsonMapper MAPPER = new JsonMapper();

    private StrictJson() {}

    /**
     * @param maxBytes most bytes of the text
     * @throws FormatException for anything but exactly one JSON object within the bounds
     */
    static JsonObject object(byte[] utf8, int maxBytes) throws FormatException {
        return new JsonObject(JSON.object(utf8, maxBytes), "document");
    }
}
