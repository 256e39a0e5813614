package org.stayseal.trust.authority;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.log.KeptIdentities;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.log.TreeFrontier;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TreeHead;

/**
 * A signer whose key somebody else has since a moment, and what it had signed before (TRUST-187).
 *
 * @param signer its certificate
 * @param before the moment from which nothing that it signed counts
 * @param head the tree head from which the identities were taken
 * @param identities of everything that it had signed by then
 */
public record StolenKey(X509Certificate signer, Instant before, KeptLog.TakenFrom head, KeptIdentities identities) {

    /**
     * Takes the identities out of the log, and only out of the log as it was published before the moment: whatever was appended later, the thief may have had appended.
     *
     * @param before whole seconds
     * @param treeHead a signed tree head that was published at or before that moment
     * @param root the root document whose role {@code log} signed it
     * @param leaves of the log in their order, at least as many as the head has; the rest is not looked at
     * @throws PublicationRefusedException for a head of another signer or from after the moment, for leaves that are not those of the head, and for a signer that had signed nothing by then
     */
    public static StolenKey of(
            X509Certificate signer, Instant before, byte[] treeHead, byte[] root, Iterator<LogLeaf> leaves)
            throws PublicationRefusedException {
        TreeHead head = head(treeHead, root);
        if (head.head().issued().isAfter(before)) {
            throw new PublicationRefusedException("the tree head was made at "
                    + head.head().issued() + ", after the moment " + before + ": take the newest one from before it");
        }
        byte[] certificate = HexFormat.of().parseHex(KeptLog.signerOf(signer));
        List<byte[]> identities = new ArrayList<>();
        TreeFrontier tree = TreeFrontier.empty();
        while (tree.size() < head.treeSize() && leaves.hasNext()) {
            LogLeaf leaf = leaves.next();
            tree = tree.append(leaf);
            if (leaf.isSignedBy(certificate)) {
                identities.add(leaf.identity());
            }
        }
        if (tree.size() < head.treeSize()
                || !Arrays.equals(tree.root(), HexFormat.of().parseHex(head.rootHash()))) {
            throw new PublicationRefusedException(
                    "these are not the leaves of the tree head " + head.head().sequence());
        }
        if (identities.isEmpty()) {
            throw new PublicationRefusedException("the log has nothing that this key had signed by " + before);
        }
        if (identities.size() > KeptIdentities.MAX_COUNT) {
            throw new PublicationRefusedException(
                    "the key had signed " + identities.size() + " codes, and a kept log holds 1,000,000 (TRUST-184)");
        }
        return new StolenKey(signer, before, KeptLog.TakenFrom.of(head), KeptIdentities.of(identities));
    }

    private static TreeHead head(byte[] treeHead, byte[] root) throws PublicationRefusedException {
        try {
            SignedDocument document = SignedDocument.read(treeHead, DocumentKind.TREE_HEAD);
            document.requireAcceptedBy(
                    Root.read(SignedDocument.read(root, DocumentKind.ROOT)).role(Role.LOG));
            return TreeHead.read(document);
        } catch (FormatException e) {
            throw new PublicationRefusedException(
                    "not a tree head of this authority: " + e.rule() + ", " + e.getMessage());
        }
    }
}
