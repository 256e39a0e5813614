package org.stayseal.trust.reader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.TreeHead;
import org.stayseal.spec.trust.TrustList;

/**
 * What a snapshot says of the issued log (TRUST-183 to TRUST-185).
 *
 * @param treeHead the newest head, if there is one
 * @param kept what stays good of each revoked signer, by the digest of its certificate
 * @param heads what all of these documents begin with, also of those that are not used
 */
record IssuedLogs(Optional<TreeHead> treeHead, Map<String, KeptLogFile> kept, List<Head> heads) {

    private static final String RULE = "TRUST-185";

    /** Whether a file of a snapshot is one of these. */
    static boolean isName(String name) {
        return name.equals(TreeHead.NAME) || KeptLog.NAME.matcher(name).matches();
    }

    /**
     * @param files of the snapshot
     * @param role the newest root's role {@code log}
     * @throws RefusedException for a document that the role does not accept, identities that are not those it names, and one of the two without the other
     */
    static IssuedLogs read(SortedMap<String, byte[]> files, RoleKeys role, TrustList list) throws RefusedException {
        List<Head> heads = new ArrayList<>();
        Map<String, KeptLogFile> kept = new HashMap<>();
        Optional<TreeHead> treeHead = Optional.empty();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String name = file.getKey();
            try {
                if (name.equals(TreeHead.NAME)) {
                    treeHead = Optional.of(TreeHead.read(document(file.getValue(), DocumentKind.TREE_HEAD, role)));
                    heads.add(treeHead.get().head());
                } else if (isName(name)) {
                    String json = name.replaceFirst("bin$", "json");
                    byte[] document = required(files, json);
                    byte[] identities = required(files, name.replaceFirst("json$", "bin"));
                    if (name.equals(json)) {
                        KeptLogFile one = keptFile(document, name, identities, role);
                        heads.add(one.log().head());
                        if (isOfRevokedSigner(one.log(), list)) {
                            kept.put(one.log().signer(), one);
                        }
                    }
                }
            } catch (FormatException e) {
                throw RefusedException.of(name, e);
            }
        }
        for (KeptLogFile one : kept.values()) {
            refuseFromAnotherLog(one.log(), treeHead);
        }
        return new IssuedLogs(treeHead, kept, heads);
    }

    private static byte[] required(SortedMap<String, byte[]> files, String name) throws RefusedException {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new RefusedException(Refusal.MIXED, name + " is missing (" + RULE + ")");
        }
        return bytes;
    }

    private static KeptLogFile keptFile(byte[] json, String name, byte[] identities, RoleKeys role)
            throws FormatException {
        KeptLog log = KeptLog.read(document(json, DocumentKind.KEPT_LOG, role), name);
        return new KeptLogFile(log, log.identitiesFrom(identities));
    }

    private static SignedDocument document(byte[] bytes, DocumentKind kind, RoleKeys role) throws FormatException {
        SignedDocument document = SignedDocument.read(bytes, kind);
        document.requireAcceptedBy(role);
        return document;
    }

    /** One of a signer that the list does not show as revoked is not used. */
    private static boolean isOfRevokedSigner(KeptLog log, TrustList list) throws FormatException {
        Optional<Service.PermitSigner> signer = list.services(Service.PermitSigner.class)
                .filter(service -> KeptLog.signerOf(service.certificate()).equals(log.signer()))
                .findFirst();
        if (signer.filter(service -> service.states().now() == KeyState.REVOKED).isEmpty()) {
            return false;
        }
        StateHistory states = signer.get().states();
        Instant stolen =
                states.revocation().map(StateHistory.Revocation::compromisedSince).orElse(states.since());
        if (log.before().isAfter(stolen)) {
            throw FormatException.wrongFormat(RULE, "a moment from after the key was stolen");
        }
        return true;
    }

    private static void refuseFromAnotherLog(KeptLog log, Optional<TreeHead> newest) throws RefusedException {
        KeptLog.TakenFrom taken = log.treeHead();
        if (newest.filter(head -> taken.treeSize() > head.treeSize()
                        || taken.treeSize() == head.treeSize()
                                && !taken.rootHash().equals(head.rootHash()))
                .isPresent()) {
            throw new RefusedException(Refusal.CORRUPT, "a kept log of another log than its tree head (" + RULE + ")");
        }
    }
}
