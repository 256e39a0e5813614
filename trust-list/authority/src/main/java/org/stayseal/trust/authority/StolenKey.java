package org.stayseal.trust.authority;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.log.KeptIdentities;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.log.TreeFrontier;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Fingerprint;
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
     * @param authority the fingerprint of the authority's first root
     * @param roots its signed roots from that one on, none left out; the role {@code log} of one of them signed the head
     * @param leaves of the log in their order, at least as many as the head has; the rest is not looked at
     * @throws PublicationRefusedException for a head of another signer or from after the moment, for leaves that are not those of the head, and for a signer that had signed nothing by then
     */
    public static StolenKey of(
            X509Certificate signer,
            Instant before,
            byte[] treeHead,
            Fingerprint authority,
            List<byte[]> roots,
            Iterator<LogLeaf> leaves)
            throws PublicationRefusedException {
        return find(signer, before, treeHead, authority, roots, leaves)
                .orElseThrow(() ->
                        new PublicationRefusedException("the log has nothing that this key had signed by " + before));
    }

    /** As {@link #of}; empty for a signer that had signed nothing by then. */
    static Optional<StolenKey> find(
            X509Certificate signer,
            Instant before,
            byte[] treeHead,
            Fingerprint authority,
            List<byte[]> roots,
            Iterator<LogLeaf> leaves)
            throws PublicationRefusedException {
        TreeHead head = head(treeHead, authority, roots);
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
                refuseTooMany(identities.size());
            }
        }
        if (tree.size() < head.treeSize()
                || !Arrays.equals(tree.root(), HexFormat.of().parseHex(head.rootHash()))) {
            throw new PublicationRefusedException(
                    "these are not the leaves of the tree head " + head.head().sequence());
        }
        if (identities.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StolenKey(signer, before, KeptLog.TakenFrom.of(head), KeptIdentities.of(identities)));
    }

    private static void refuseTooMany(int count) throws PublicationRefusedException {
        if (count > KeptIdentities.MAX_COUNT) {
            throw new PublicationRefusedException(
                    "the key had signed more codes than the 1,000,000 that a kept log holds (TRUST-184)");
        }
    }

    /**
     * A kept log that holds nothing any more: of an empty log where no head is from before the moment.
     *
     * @param head from before that moment, as {@link #find} has accepted it
     */
    static StolenKey nothing(X509Certificate signer, Instant before, Optional<byte[]> head) {
        KeptLog.TakenFrom from = head.map(LogPublishing::read)
                .map(KeptLog.TakenFrom::of)
                .orElseGet(() -> new KeptLog.TakenFrom(
                        1,
                        before,
                        0,
                        HexFormat.of().formatHex(TreeFrontier.empty().root())));
        try {
            return new StolenKey(signer, before, from, KeptIdentities.read(new byte[0]));
        } catch (FormatException e) {
            throw new IllegalStateException("no identities are in order", e);
        }
    }

    private static TreeHead head(byte[] treeHead, Fingerprint authority, List<byte[]> roots)
            throws PublicationRefusedException {
        try {
            SignedDocument document = SignedDocument.read(treeHead, DocumentKind.TREE_HEAD);
            List<Root> chain = chain(authority, roots);
            if (chain.stream().noneMatch(root -> document.isAcceptedBy(root.role(Role.LOG)))) {
                throw new PublicationRefusedException(
                        "not a tree head of this authority: TRUST-14, the role log of none of its roots signed it");
            }
            return TreeHead.read(document);
        } catch (FormatException e) {
            throw new PublicationRefusedException(
                    "not a tree head of this authority: " + e.rule() + ", " + e.getMessage());
        }
    }

    /** Whoever accepts itself is a root; the authority's is the one by which it is known, and those that follow it (TRUST-33). */
    private static List<Root> chain(Fingerprint authority, List<byte[]> roots)
            throws FormatException, PublicationRefusedException {
        List<Root> chain = new ArrayList<>();
        for (byte[] root : roots) {
            SignedDocument document = SignedDocument.read(root, DocumentKind.ROOT);
            if (chain.isEmpty() && !document.fingerprint().equals(authority)) {
                throw new PublicationRefusedException("the chain of roots does not begin with that of this authority");
            }
            chain.add(
                    chain.isEmpty()
                            ? Root.read(document)
                            : chain.get(chain.size() - 1).next(document));
        }
        return chain;
    }
}
