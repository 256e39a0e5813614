package org.stayseal.spec.trust;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An envelope being written: one payload, one entry for each key that signs it (TRUST-10 to TRUST-13). */
final class EnvelopeWriter {

    private final DocumentKind kind;
    private final String payloadText;
    private final ObjectNode json = StrictJson.MAPPER.createObjectNode();
    private final ArrayNode signatures;
    private final Set<String> kids = new HashSet<>();

    EnvelopeWriter(DocumentKind kind, byte[] payload) {
        this.kind = kind;
        this.payloadText = Base64Form.url(payload);
        json.put("payload", payloadText);
        this.signatures = json.putArray("signatures");
    }

    /** @throws IllegalArgumentException if this key has signed already */
    void add(String alg, String kid, UnaryOperator<byte[]> key) {
        if (!kids.add(kid)) {
            throw new IllegalArgumentException("one key must not sign twice");
        }
        ObjectNode header = StrictJson.MAPPER.createObjectNode();
        header.put("alg", alg).put("kid", kid).put("typ", kind.typ());
        String protectedText = Base64Form.url(StrictJson.MAPPER.writeValueAsBytes(header));
        byte[] signed = (protectedText + "." + payloadText).getBytes(StandardCharsets.US_ASCII);
        signatures.addObject().put("protected", protectedText).put("signature", Base64Form.url(key.apply(signed)));
    }

    byte[] bytes() {
        return StrictJson.MAPPER.writeValueAsBytes(json);
    }
}
