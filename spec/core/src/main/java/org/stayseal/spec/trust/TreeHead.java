package org.stayseal.spec.trust;

import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import tools.jackson.databind.node.ObjectNode;

/**
 * The head of the issued log at one moment (TRUST-183).
 *
 * @param head number, times, country and environment
 * @param treeSize how many leaves the log had
 * @param rootHash root hash of their Merkle tree, 64 lower-case hexadecimal digits
 */
public record TreeHead(Head head, long treeSize, String rootHash) {

    /** Its name in the snapshot. */
    public static final String NAME = "log/head.json";

    static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String RULE = "TRUST-183";
    private static final String TYPE = "tree-head";

    /** Refuses a root hash of another form. */
    public TreeHead {
        if (treeSize < 0 || !SHA256.matcher(rootHash).matches()) {
            throw new IllegalArgumentException("a tree head has a size and a root hash");
        }
    }

    /** The head of a tree with this root hash, 32 bytes. */
    public static TreeHead of(Head head, long treeSize, byte[] rootHash) {
        return new TreeHead(head, treeSize, Hex.encode(rootHash));
    }

    /**
     * Reads a tree head. Its signatures are another question: {@link SignedDocument#requireAcceptedBy} with the role {@code log}.
     *
     * @throws FormatException for any other form, with the number of the rule
     */
    public static TreeHead read(SignedDocument document) throws FormatException {
        if (document.kind() != DocumentKind.TREE_HEAD) {
            throw new IllegalArgumentException("not a tree head");
        }
        JsonObject json = StrictJson.object(document.payload(), DocumentKind.TREE_HEAD.maxBytes());
        return new TreeHead(Head.read(json, TYPE), json.number("treeSize"), digest(json, "rootHash", RULE));
    }

    static String digest(JsonObject json, String name, String rule) throws FormatException {
        String digest = json.text(name, rule);
        if (!SHA256.matcher(digest).matches()) {
            throw FormatException.wrongFormat("TRUST-4", name + " has not 64 lower-case hexadecimal digits");
        }
        return digest;
    }

    /** The payload to sign. */
    public byte[] payload() {
        ObjectNode json = head.write(TYPE);
        json.put("treeSize", treeSize);
        json.put("rootHash", rootHash);
        return StrictJson.MAPPER.writeValueAsBytes(json);
    }
}
