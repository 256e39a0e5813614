package org.stayseal.trust.authority.ceremony;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.MlDsa65Signer;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.spec.trust.SignedDocument;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What one person signed of a ceremony, on a machine of their own: the ceremony, and with the same key the next root where there is one (TRUST-249). Not yet judged. */
public final class CeremonyPart {

    /** Most bytes of a part, and of a transcript. */
    static final int MAX_BYTES = 8_388_608;

    private static final String RULE = "TRUST-249";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final SignedDocument ceremony;
    private final CeremonyFile file;
    private final Optional<SignedDocument> root;
    private final JsonObject json;

    private CeremonyPart(JsonObject json, SignedDocument ceremony, CeremonyFile file, Optional<SignedDocument> root) {
        this.json = json;
        this.ceremony = ceremony;
        this.file = file;
        this.root = root;
    }

    /** Signs with a root key, old or new. */
    public static CeremonyPart sign(CeremonyFile file, Signer key) {
        return signed(file, List.of(key), List.of());
    }

    /** Signs with a second key (TRUST-34). */
    public static CeremonyPart sign(CeremonyFile file, MlDsa65Signer second) {
        return signed(file, List.of(), List.of(second));
    }

    private static CeremonyPart signed(CeremonyFile file, List<Signer> keys, List<MlDsa65Signer> second) {
        ObjectNode json = MAPPER.createObjectNode();
        json.set("ceremony", node(SignedDocument.write(DocumentKind.CEREMONY, file.bytes(), keys, second)));
        file.ceremony()
                .rootStep()
                .ifPresent(step ->
                        json.set("root", node(SignedDocument.write(DocumentKind.ROOT, step.payload(), keys, second))));
        try {
            return read(MAPPER.writeValueAsBytes(json));
        } catch (FormatException e) {
            throw new IllegalStateException("a part that was made can be read: " + e.getMessage(), e);
        }
    }

    private static tools.jackson.databind.JsonNode node(byte[] document) {
        return MAPPER.readTree(document);
    }

    /**
     * Reads a part.
     *
     * @throws FormatException for any other form, for a root that is not the one of the ceremony, and for keys that signed only one of the two
     */
    public static CeremonyPart read(byte[] utf8) throws FormatException {
        JsonObject json = JsonObject.read(utf8, MAX_BYTES);
        SignedDocument ceremony = document(json, "ceremony", DocumentKind.CEREMONY);
        CeremonyFile file = CeremonyFile.read(ceremony.payload());
        Optional<RootStep> step = file.ceremony().rootStep();
        if (step.isEmpty()) {
            json.exactly(RULE, "ceremony");
            return new CeremonyPart(json, ceremony, file, Optional.empty());
        }
        json.exactly(RULE, "ceremony", "root");
        SignedDocument root = document(json, "root", DocumentKind.ROOT);
        if (!root.fingerprint().equals(step.get().fingerprint())) {
            throw FormatException.wrongFormat(RULE, "the root that is signed is not the one of the ceremony");
        }
        if (!Set.copyOf(root.kids()).equals(Set.copyOf(ceremony.kids()))) {
            throw FormatException.wrongFormat(RULE, "a key signed the ceremony and not the root, or the root alone");
        }
        return new CeremonyPart(json, ceremony, file, Optional.of(root));
    }

    private static SignedDocument document(JsonObject json, String name, DocumentKind kind) throws FormatException {
        return SignedDocument.read(
                MAPPER.writeValueAsBytes(json.object(name, RULE).node()), kind);
    }

    /** The file that is signed. */
    public CeremonyFile file() {
        return file;
    }

    /** The keys that signed, by their thumbprints; whether they may, and whether the signatures fit, is not said. */
    public Set<String> kids() {
        return new LinkedHashSet<>(ceremony.kids());
    }

    /** The part as a file. */
    public byte[] bytes() {
        return MAPPER.writeValueAsBytes(json.node());
    }

    SignedDocument ceremony() {
        return ceremony;
    }

    Optional<SignedDocument> root() {
        return root;
    }

    JsonObject json() {
        return json;
    }

    /** The signed root as it is published: the envelope without white space. */
    Optional<byte[]> rootDocument() {
        return root.map(signed -> MAPPER.writeValueAsBytes(json.node().get("root")));
    }
}
