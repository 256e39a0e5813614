package org.stayseal.trust.reader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Neighbour;
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
 * @param documents those that are used, by the names of {@link LogMemory}
 */
record IssuedLogs(
        Optional<TreeHead> treeHead,
        Map<String, KeptLogFile> kept,
        List<Head> heads,
        Map<String, SignedDocument> documents) {

    private static final String RULE = "TRUST-185";

    /** Whether a file of a snapshot is one of these. */
    static boolean isName(String name) {
        return name.equals(TreeHead.NAME) || KeptLog.NAME.matcher(name).matches();
    }

    /**
     * @param files of the snapshot
     * @param own the newest root's role {@code log}
     * @throws RefusedException for a document that the role does not accept, identities that are not those it names, and one of the two without the other
     */
    static IssuedLogs read(SortedMap<String, byte[]> files, RoleKeys own, TrustList list) throws RefusedException {
        List<Head> heads = new ArrayList<>();
        Map<String, KeptLogFile> kept = new HashMap<>();
        Map<String, SignedDocument> documents = new HashMap<>();
        Optional<TreeHead> treeHead = Optional.empty();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String name = file.getKey();
            try {
                if (name.equals(TreeHead.NAME)) {
                    SignedDocument document = document(file.getValue(), DocumentKind.TREE_HEAD, own);
                    treeHead = Optional.of(TreeHead.read(document));
                    documents.put(LogMemory.TREE_HEAD, document);
                    heads.add(treeHead.get().head());
                } else if (isName(name)) {
                    String json = name.replaceFirst("bin$", "json");
                    byte[] document = required(files, json);
                    byte[] identities = required(files, name.replaceFirst("json$", "bin"));
                    if (name.equals(json)) {
                        Optional<Neighbour> neighbour = neighbourOf(name, list);
                        SignedDocument signed = document(document, DocumentKind.KEPT_LOG, role(own, neighbour));
                        KeptLog log = KeptLog.read(signed, name);
                        KeptLogFile one = new KeptLogFile(log, log.identitiesFrom(identities));
                        if (neighbour.isEmpty()) {
                            heads.add(log.head());
                        } else {
                            refuseOtherCountry(log, neighbour.get(), name);
                        }
                        if (isOfRevokedSigner(log, list, neighbour)) {
                            kept.put(log.signer(), one);
                            if (neighbour.isEmpty()) {
                                documents.put(LogMemory.keptLog(log.signer()), signed);
                            }
                        }
                    }
                }
            } catch (FormatException e) {
                throw RefusedException.of(name, e);
            }
        }
        for (KeptLogFile one : kept.values()) {
            // The head of a neighbour's log is not in this snapshot: who adopted it compared them.
            if (neighbourOf(KeptLog.nameOf(one.log().signer()), list).isEmpty()) {
                refuseFromAnotherLog(one.log(), treeHead);
            }
        }
        return new IssuedLogs(treeHead, kept, heads, documents);
    }

    /** What is to be remembered of it. */
    LogMemory memory() {
        Map<String, LogMemory.Kept> logs = new HashMap<>();
        kept.forEach((signer, file) -> {
            // A neighbour's own reader remembers what is kept there (TRUST-228).
            if (documents.containsKey(LogMemory.keptLog(signer))) {
                logs.put(
                        signer,
                        new LogMemory.Kept(
                                number(file.log().head(), LogMemory.keptLog(signer)),
                                file.log().before(),
                                file.log().count()));
            }
        });
        return new LogMemory(
                treeHead.map(head ->
                        new LogMemory.Tree(number(head.head(), LogMemory.TREE_HEAD), head.treeSize(), head.rootHash())),
                logs);
    }

    private Memory.Numbered number(Head head, String document) {
        return new Memory.Numbered(
                head.sequence(), Objects.requireNonNull(documents.get(document)).fingerprint());
    }

    private static byte[] required(SortedMap<String, byte[]> files, String name) throws RefusedException {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new RefusedException(Refusal.MIXED, name + " is missing (" + RULE + ")");
        }
        return bytes;
    }

    private static SignedDocument document(byte[] bytes, DocumentKind kind, RoleKeys role) throws FormatException {
        SignedDocument document = SignedDocument.read(bytes, kind);
        document.requireAcceptedBy(role);
        return document;
    }

    /** The neighbour whose signer a kept log is named after: that one's role signed it (TRUST-228). */
    private static Optional<Neighbour> neighbourOf(String name, TrustList list) {
        return list.services(Service.PermitSigner.class)
                .filter(service ->
                        KeptLog.nameOf(KeptLog.signerOf(service.certificate())).equals(name))
                .findFirst()
                .flatMap(service -> neighbourOf(service, list));
    }

    private static Optional<Neighbour> neighbourOf(Service.PermitSigner signer, TrustList list) {
        return signer.scope().countries().stream()
                .flatMap(country -> list.neighbourFor(country).stream())
                .findFirst();
    }

    private static RoleKeys role(RoleKeys own, Optional<Neighbour> neighbour) throws FormatException {
        if (neighbour.isEmpty()) {
            return own;
        }
        return neighbour
                .get()
                .log()
                .orElseThrow(() -> FormatException.wrongFormat(
                        "TRUST-228", "a kept log of a neighbour of which no keys of its role log are listed"));
    }

    private static void refuseOtherCountry(KeptLog log, Neighbour neighbour, String name) throws RefusedException {
        if (!log.head().country().equals(neighbour.country()) || log.head().environment() != neighbour.environment()) {
            throw new RefusedException(Refusal.MIXED, name + " is of another country or environment (TRUST-228)");
        }
    }

    /** One of a signer that the list does not show as revoked is not used, nor one of a neighbour that is withdrawn. */
    private static boolean isOfRevokedSigner(KeptLog log, TrustList list, Optional<Neighbour> neighbour)
            throws FormatException {
        Optional<Service.PermitSigner> signer = list.services(Service.PermitSigner.class)
                .filter(service -> KeptLog.signerOf(service.certificate()).equals(log.signer()))
                .findFirst();
        if (signer.filter(service -> service.states().now() == KeyState.REVOKED).isEmpty()
                || !neighbourOf(signer.get(), list).equals(neighbour)
                || neighbour.filter(Neighbour::trusted).isEmpty() && neighbour.isPresent()) {
            return false;
        }
        StateHistory states = signer.get().states();
        Instant stolen = states.revocation()
                .map(StateHistory.Revocation::compromisedSince)
                .orElse(states.since());
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
