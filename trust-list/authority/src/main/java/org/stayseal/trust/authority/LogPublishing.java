package org.stayseal.trust.authority;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.TreeHead;
import org.stayseal.spec.trust.TrustList;

/** The files of the issued log in a publication: its head, and what is kept of stolen keys (TRUST-183 to TRUST-188). */
final class LogPublishing {

    /** Signs a document with the keys of a role. */
    interface Signing {
        byte[] signed(DocumentKind kind, byte[] payload, Role role) throws PublicationRefusedException;
    }

    private LogPublishing() {}

    /**
     * @param head of the documents
     * @param signing with the keys of a role
     * @return contents by name
     * @throws PublicationRefusedException for a key that the list does not show as revoked, or from another moment on
     */
    static Map<String, byte[]> files(PublicationInput input, TrustList list, Head head, Signing signing)
            throws PublicationRefusedException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (input.log().isPresent()) {
            LogToPublish state = input.log().get();
            TreeHead treeHead = TreeHead.of(head, state.size(), state.rootHash());
            files.put(TreeHead.NAME, signing.signed(DocumentKind.TREE_HEAD, treeHead.payload(), Role.LOG));
        }
        for (StolenKey key : input.stolenKeys()) {
            refuseUnlessRevoked(key, list);
            byte[] identities = key.identities().bytes();
            KeptLog kept = new KeptLog(
                    head,
                    KeptLog.signerOf(key.signer()),
                    key.before(),
                    key.head(),
                    key.identities().count(),
                    KeptLog.digestOf(identities));
            files.put(KeptLog.nameOf(kept.signer()), signing.signed(DocumentKind.KEPT_LOG, kept.payload(), Role.LOG));
            if (files.put(KeptLog.identitiesNameOf(kept.signer()), identities) != null) {
                throw new PublicationRefusedException("not published: a signer with two kept logs");
            }
        }
        return files;
    }

    private static void refuseUnlessRevoked(StolenKey key, TrustList list) throws PublicationRefusedException {
        StateHistory states = list.services(Service.PermitSigner.class)
                .filter(service -> service.certificate().equals(key.signer()))
                .map(Service.PermitSigner::states)
                .findFirst()
                .orElseThrow(() ->
                        new PublicationRefusedException("not published: a kept log of a signer that is not listed"));
        if (states.now() != KeyState.REVOKED
                || key.before().isAfter(states.since())
                || states.revocation()
                        .filter(why -> key.before().isAfter(why.compromisedSince()))
                        .isPresent()) {
            throw new PublicationRefusedException(
                    "not published: a kept log of a signer that is not revoked, or from a moment after it was compromised");
        }
    }

    /**
     * TRUST-188: what is published begins with everything that was published.
     *
     * @throws PublicationRefusedException when the log ends, shrinks, or is another one
     */
    static void requireConsistent(Publication published, PublicationInput next) throws PublicationRefusedException {
        if (published.treeHead().isEmpty()) {
            return;
        }
        TreeHead before = read(published.treeHead().get());
        LogToPublish now = next.log()
                .orElseThrow(() -> new PublicationRefusedException("not published: the issued log would end"));
        boolean consistent = before.treeSize() == 0
                || now.proof()
                        .filter(proof -> proof.from() == before.treeSize() && proof.to() == now.size())
                        .filter(proof -> proof.leads(HexFormat.of().parseHex(before.rootHash()), now.rootHash()))
                        .isPresent();
        if (!consistent) {
            throw new PublicationRefusedException("not published: the issued log, of " + now.size()
                    + " leaves, does not begin with the " + before.treeSize()
                    + " that were published; the record is older than the newest publication, or was changed");
        }
    }

    static TreeHead read(byte[] signed) {
        try {
            return TreeHead.read(SignedDocument.read(signed, DocumentKind.TREE_HEAD));
        } catch (FormatException e) {
            throw new IllegalStateException("the newest tree head cannot be read: " + e.rule(), e);
        }
    }
}
