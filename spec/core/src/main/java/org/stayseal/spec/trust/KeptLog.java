package org.stayseal.spec.trust;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.log.KeptIdentities;
import org.stayseal.spec.log.LogLeaf;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a key had signed before it was stolen (TRUST-184): the log identities that stay good, as of a tree head from before that moment.
 *
 * @param head number, times, country and environment of this document
 * @param signer SHA-256 of the signer's certificate, 64 lower-case hexadecimal digits
 * @param before the moment from which nothing that the key signed counts
 * @param treeHead the head of the log from which the identities were taken; made at or before {@code before}
 * @param count how many identities, 0 to 1,000,000
 * @param identities SHA-256 of the file with the identities
 */
public record KeptLog(Head head, String signer, Instant before, TakenFrom treeHead, int count, String identities) {

    /** Form of the names of both files in a snapshot, ending included. */
    public static final Pattern NAME = Pattern.compile("log/[0-9a-f]{16}\\.(json|bin)");

    private static final String RULE = "TRUST-184";
    private static final String TYPE = "kept-log";
    private static final int SHORT = 16;

    /**
     * The tree head as the kept log names it.
     *
     * @param sequence of the tree head
     * @param issued when it was made
     * @param treeSize how many leaves
     * @param rootHash 64 lower-case hexadecimal digits
     */
    public record TakenFrom(long sequence, Instant issued, long treeSize, String rootHash) {

        /** What a kept log says of this head. */
        public static TakenFrom of(TreeHead head) {
            return new TakenFrom(head.head().sequence(), head.head().issued(), head.treeSize(), head.rootHash());
        }

        private static TakenFrom read(JsonObject json) throws FormatException {
            json.exactly(RULE, "sequence", "issued", "treeSize", "rootHash");
            return new TakenFrom(
                    json.sequence("sequence"),
                    json.time("issued"),
                    json.number("treeSize"),
                    TreeHead.digest(json, "rootHash", RULE));
        }
    }

    /** Refuses what no kept log may say. */
    public KeptLog {
        Times.check(before);
        if (!fits(before, treeHead, count)
                || !TreeHead.SHA256.matcher(signer).matches()
                || !TreeHead.SHA256.matcher(identities).matches()) {
            throw new IllegalArgumentException(
                    "a kept log is of a head from before its moment, with at most 1,000,000 of its leaves");
        }
    }

    private static boolean fits(Instant before, TakenFrom head, int count) {
        return !head.issued().isAfter(before)
                && count >= 0
                && count <= KeptIdentities.MAX_COUNT
                && count <= head.treeSize();
    }

    /** The digest by which a kept log names this certificate. */
    public static String signerOf(X509Certificate certificate) {
        try {
            return Hex.encode(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** The digest by which a kept log names the file with these identities. */
    public static String digestOf(byte[] file) {
        return Hex.encode(Sha256.of(file));
    }

    /** The document's name in a snapshot. */
    public static String nameOf(String signer) {
        return "log/" + signer.substring(0, SHORT) + ".json";
    }

    /** The name of the file with the identities. */
    public static String identitiesNameOf(String signer) {
        return "log/" + signer.substring(0, SHORT) + ".bin";
    }

    /**
     * Reads a kept log. Its signatures are another question: {@link SignedDocument#requireAcceptedBy} with the role {@code log}.
     *
     * @param name of the file that it was in
     * @throws FormatException for any other form, and for a signer that does not belong to the name
     */
    public static KeptLog read(SignedDocument document, String name) throws FormatException {
        if (document.kind() != DocumentKind.KEPT_LOG) {
            throw new IllegalArgumentException("not a kept log");
        }
        JsonObject json = StrictJson.object(document.payload(), DocumentKind.KEPT_LOG.maxBytes());
        Head head = Head.read(json, TYPE);
        String signer = TreeHead.digest(json, "signer", RULE);
        Instant before = json.time("before");
        TakenFrom treeHead = TakenFrom.read(json.object("treeHead", RULE));
        long count = json.number("count");
        String identities = TreeHead.digest(json, "identities", RULE);
        if (!nameOf(signer).equals(name)) {
            throw FormatException.wrongFormat(RULE, "the name of the file does not belong to its signer");
        }
        if (count > KeptIdentities.MAX_COUNT || !fits(before, treeHead, (int) count)) {
            throw FormatException.wrongFormat(
                    RULE, "a head from after the moment, or a count that its leaves do not have");
        }
        return new KeptLog(head, signer, before, treeHead, (int) count, identities);
    }

    /**
     * The identities, from the bytes of the file beside it, which are kept as they are and not copied.
     *
     * @throws FormatException if they are not the file that this document names, or not as many, or out of order
     */
    public KeptIdentities identitiesFrom(byte[] file) throws FormatException {
        if (file.length != count * LogLeaf.IDENTITY_LENGTH || !digestOf(file).equals(identities)) {
            throw FormatException.wrongFormat(RULE, "not the identities that the kept log names");
        }
        return KeptIdentities.read(file);
    }

    /** The payload to sign. */
    public byte[] payload() {
        ObjectNode json = head.write(TYPE);
        json.put("signer", signer);
        json.put("before", Times.text(before));
        json.putObject("treeHead")
                .put("sequence", treeHead.sequence())
                .put("issued", Times.text(treeHead.issued()))
                .put("treeSize", treeHead.treeSize())
                .put("rootHash", treeHead.rootHash());
        json.put("count", count);
        json.put("identities", identities);
        return StrictJson.MAPPER.writeValueAsBytes(json);
    }
}
