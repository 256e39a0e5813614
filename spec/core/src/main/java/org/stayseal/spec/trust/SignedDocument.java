package org.stayseal.spec.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.Signer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document of trust in its envelope: JWS, general JSON serialization (TRUST-10 to TRUST-14).
 *
 * <p>Security guarantees: what is verified is the text that was received; a key counts once; {@code crit}, unprotected headers and members that are not
 * known are refused. Reading does not verify: nothing of the payload may be believed before {@link #requireAcceptedBy} has returned.
 */
public final class SignedDocument {

    private static final int MAX_SIGNATURES = 16;
    private static final int MAX_HEADER = 1_024;

    private record Entry(String alg, String kid, String protectedText, byte[] signature) {}

    private final DocumentKind kind;
    private final String payloadText;
    private final byte[] payload;
    private final List<Entry> entries;

    private SignedDocument(DocumentKind kind, String payloadText, byte[] payload, List<Entry> entries) {
        this.kind = kind;
        this.payloadText = payloadText;
        this.payload = payload;
        this.entries = entries;
    }

    /**
     * Reads the envelope.
     *
     * @param kind what is expected at this place; the headers must agree
     * @throws FormatException for any other form, with the number of the rule
     */
    public static SignedDocument read(byte[] utf8, DocumentKind kind) throws FormatException {
        JsonObject json = StrictJson.object(utf8, kind.maxBytes()).exactly("TRUST-10", "payload", "signatures");
        String payloadText = json.text("payload", "TRUST-10");
        List<Entry> entries = new ArrayList<>();
        Set<String> kids = new HashSet<>();
        for (JsonObject signature : json.objects("signatures", 1, MAX_SIGNATURES, "TRUST-10")) {
            Entry entry = entry(signature, kind);
            if (!kids.add(entry.kid)) {
                throw FormatException.wrongFormat("TRUST-12", "one key has signed twice");
            }
            entries.add(entry);
        }
        // The payload may have megabytes: it is decoded last, and held once however many have signed it.
        return new SignedDocument(kind, payloadText, Base64Form.url(payloadText, "payload"), List.copyOf(entries));
    }

    private static Entry entry(JsonObject json, DocumentKind kind) throws FormatException {
        json.exactly("TRUST-10", "protected", "signature");
        String protectedText = json.text("protected", "TRUST-10");
        JsonObject header = StrictJson.object(Base64Form.url(protectedText, "protected"), MAX_HEADER)
                .exactly("TRUST-11", "alg", "kid", "typ");
        if (!header.text("typ", "TRUST-11").equals(kind.typ())) {
            throw FormatException.wrongFormat("TRUST-11", "typ is not " + kind.typ());
        }
        return new Entry(
                header.text("alg", "TRUST-11"),
                header.text("kid", "TRUST-11"),
                protectedText,
                Base64Form.url(json.text("signature", "TRUST-10"), "signature"));
    }

    /**
     * Signs a payload; one entry for each signer, in the order given.
     *
     * @param signers one to sixteen, no key twice, on P-256 or P-384; their certificates are only the holders of their public keys
     */
    public static byte[] write(DocumentKind kind, byte[] payload, List<Signer> signers) {
        if (signers.isEmpty() || signers.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("a document has 1 to 16 signatures");
        }
        String payloadText = Base64Form.url(payload);
        Set<String> kids = new HashSet<>();
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("payload", payloadText);
        ArrayNode signatures = json.putArray("signatures");
        for (Signer signer : signers) {
            TrustKey key = TrustKey.of(signer.certificate().getPublicKey());
            if (!kids.add(key.kid())) {
                throw new IllegalArgumentException("one key must not sign twice");
            }
            ObjectNode header = StrictJson.MAPPER.createObjectNode();
            header.put("alg", key.algorithm().joseName());
            header.put("kid", key.kid());
            header.put("typ", kind.typ());
            String protectedText = Base64Form.url(StrictJson.MAPPER.writeValueAsBytes(header));
            byte[] signed = (protectedText + "." + payloadText).getBytes(StandardCharsets.US_ASCII);
            signatures
                    .addObject()
                    .put("protected", protectedText)
                    .put("signature", Base64Form.url(signer.sign(signed)));
        }
        return StrictJson.MAPPER.writeValueAsBytes(json);
    }

    /**
     * Returns when the role accepts the document (TRUST-14).
     *
     * @throws FormatException if fewer keys of the role than its threshold have signed, or one of its signatures does not fit
     */
    public void requireAcceptedBy(RoleKeys role) throws FormatException {
        int good = 0;
        for (Entry entry : entries) {
            TrustKey key = role.key(entry.kid).orElse(null);
            if (key == null) {
                continue;
            }
            if (!fits(entry, key)) {
                throw FormatException.wrongFormat("TRUST-14", "a signature of a key of the role does not fit");
            }
            good++;
        }
        if (good < role.threshold()) {
            throw FormatException.wrongFormat(
                    "TRUST-14", "signed by " + good + " keys of the role, needed are " + role.threshold());
        }
    }

    /** Whether the role accepts the document, for readers that only sort faults. */
    public boolean isAcceptedBy(RoleKeys role) {
        try {
            requireAcceptedBy(role);
            return true;
        } catch (FormatException e) {
            return false;
        }
    }

    private boolean fits(Entry entry, TrustKey key) {
        SignatureAlgorithm algorithm = key.algorithm();
        return algorithm.joseName().equals(entry.alg)
                && algorithm.verify(key.publicKey(), signedText(entry), entry.signature);
    }

    /** The two texts as received, with a dot between them. */
    private byte[] signedText(Entry entry) {
        String start = entry.protectedText + ".";
        byte[] signed = Arrays.copyOf(start.getBytes(StandardCharsets.US_ASCII), start.length() + payloadText.length());
        System.arraycopy(
                payloadText.getBytes(StandardCharsets.US_ASCII), 0, signed, start.length(), payloadText.length());
        return signed;
    }

    /** What kind of document it is. */
    public DocumentKind kind() {
        return kind;
    }

    /** The bytes of the payload, as received. */
    public byte[] payload() {
        return payload.clone();
    }

    /** SHA-256 of the payload: the fingerprint of a root, and what a reader compares when numbers are equal (TRUST-32, TRUST-72). */
    public Fingerprint fingerprint() {
        return Fingerprint.ofPayload(payload);
    }
}
