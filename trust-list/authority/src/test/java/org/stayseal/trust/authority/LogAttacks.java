package org.stayseal.trust.authority;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.log.TreeFrontier;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TreeHead;

/** Snapshots with a kept log, one fault each (TRUST-185): what the thief of a signer's key, of another role's, or of none would have to get past. */
final class LogAttacks {

    static final Instant STOLEN = Utopia.NOW.plus(Duration.ofMinutes(20));
    static final Instant REVOKED = Utopia.NOW.plus(Duration.ofMinutes(40));
    private static final int LEAVES = 9;

    /** Takes a case: name, snapshot, TAKEN or the refusal. */
    interface Taker {
        void take(String name, byte[] zip, String expected);
    }

    private final VectorAuthority authority = Utopia.authority();
    private final Hierarchy hierarchy = authority.hierarchy();
    private final X509Certificate signer = hierarchy.entry(KeyName.SEAL_SIGNER).certificate();
    private final String json = KeptLog.nameOf(KeptLog.signerOf(signer));
    private final String bin = KeptLog.identitiesNameOf(KeptLog.signerOf(signer));
    private final Publication stolen;
    private final Taker taker;

    private LogAttacks(Taker taker) throws PublicationRefusedException {
        this.taker = taker;
        List<LogLeaf> leaves = leaves(signer);
        Publication before = authority.publish(Utopia.input().with(log(leaves)));
        StolenKey key = StolenKey.of(
                signer,
                STOLEN,
                before.treeHead().orElseThrow(),
                authority.rootFingerprint(),
                List.of(authority.rootDocument()),
                leaves.iterator());
        stolen = authority
                .revokeSealSigner(REVOKED)
                .at(TrustVectors.LATER)
                .publish(Utopia.input().with(log(leaves)).keeping(List.of(key)));
    }

    /** @return the publication that they are made of */
    static Publication cases(Taker taker) throws PublicationRefusedException, FormatException {
        LogAttacks attacks = new LogAttacks(taker);
        attacks.all();
        return attacks.stolen;
    }

    /** Some signatures of one signer. */
    static List<LogLeaf> leaves(X509Certificate signer) {
        List<LogLeaf> leaves = new ArrayList<>();
        for (int i = 0; i < LEAVES; i++) {
            byte[] content = new byte[32];
            Arrays.fill(content, (byte) (31 * i + 5));
            leaves.add(LogLeaf.of(HexFormat.of().parseHex(KeptLog.signerOf(signer)), content));
        }
        return leaves;
    }

    static LogToPublish log(List<LogLeaf> leaves) {
        TreeFrontier tree = TreeFrontier.empty();
        for (LogLeaf leaf : leaves) {
            tree = tree.append(leaf);
        }
        return new LogToPublish(tree.size(), tree.root(), Optional.empty());
    }

    private void all() throws FormatException {
        taker.take("kept-log", stolen.snapshot(), "TAKEN");
        signers();
        documents();
        identities();
        files();
    }

    private void signers() throws FormatException {
        document("kept-log-signed-by-the-stolen-key", kept(KeyName.SEAL_SIGNER, payload -> payload), "CORRUPT");
        document("kept-log-signed-by-the-list-role", kept(KeyName.TRUST_LIST, payload -> payload), "CORRUPT");
        byte[] payload = payload();
        byte[] headTyp = SignedDocument.write(DocumentKind.TREE_HEAD, payload, List.of(hierarchy.signer(KeyName.LOG)));
        document("kept-log-with-the-typ-of-a-tree-head", headTyp, "CORRUPT");
        byte[] head = SignedDocument.read(stolen.treeHead().orElseThrow(), DocumentKind.TREE_HEAD)
                .payload();
        byte[] byAnother = SignedDocument.write(
                DocumentKind.TREE_HEAD, head, List.of(hierarchy.signer(KeyName.CREDENTIAL_SIGNER)));
        put("tree-head-signed-by-a-signer", TreeHead.NAME, byAnother, "CORRUPT");
    }

    private void documents() throws FormatException {
        changed(
                "kept-log-of-a-head-from-after-the-moment",
                "\"before\":\"" + STOLEN,
                "\"before\":\"" + Utopia.NOW.minusSeconds(1));
        changed(
                "kept-log-from-after-the-revocation",
                "\"before\":\"" + STOLEN,
                "\"before\":\"" + REVOKED.plusSeconds(1));
        since("kept-log-up-to-the-theft", STOLEN, "TAKEN");
        since("kept-log-from-after-the-theft", STOLEN.minusSeconds(1), "CORRUPT");
        changed("kept-log-with-another-count", "\"count\":" + LEAVES, "\"count\":" + (LEAVES - 1));
        changed("kept-log-of-nothing", "\"count\":" + LEAVES, "\"count\":0");
        changed("kept-log-of-more-than-a-million", "\"count\":" + LEAVES, "\"count\":1000001");
        changed("kept-log-of-more-than-its-head", "\"treeSize\":" + LEAVES, "\"treeSize\":" + (LEAVES - 1));
        changed("kept-log-of-a-head-larger-than-the-newest", "\"treeSize\":" + LEAVES, "\"treeSize\":" + (LEAVES + 1));
        String root = payload(payload()).replaceFirst(".*\"rootHash\":\"([0-9a-f]{64}).*", "$1");
        changed("kept-log-of-another-head-of-the-same-size", root, root.replaceFirst("..", "00"));
        changed(
                "kept-log-of-another-environment",
                "\"environment\":\"demo\"",
                "\"environment\":\"production\"",
                "MIXED");
        String requires = "\"version\":1,\"requires\":[\"later\"]";
        changed("kept-log-that-requires-something-unknown", "\"version\":1", requires, "UNSUPPORTED");
        String other = "log/0011223344556677.";
        byte[] moved = new Forgery(stolen)
                .put(other + "json", new Forgery(stolen).files().get(json))
                .put(other + "bin", new Forgery(stolen).files().get(bin))
                .manifestAnew(hierarchy)
                .zip();
        taker.take("two-kept-logs-of-one-signer", moved, "CORRUPT");
        byte[] unlisted = kept(
                KeyName.LOG,
                payload -> payload.replace(
                        KeptLog.signerOf(signer),
                        "0011223344556677" + KeptLog.signerOf(signer).substring(16)));
        byte[] ofNobody = new Forgery(stolen)
                .put(other + "json", unlisted)
                .put(other + "bin", new Forgery(stolen).files().get(bin))
                .manifestAnew(hierarchy)
                .zip();
        taker.take("kept-log-of-a-signer-that-is-not-listed", ofNobody, "TAKEN");
    }

    private void identities() throws FormatException {
        byte[] good = new Forgery(stolen).files().get(bin);
        byte[] swapped = good.clone();
        System.arraycopy(good, 0, swapped, 16, 16);
        System.arraycopy(good, 16, swapped, 0, 16);
        both("kept-log-with-identities-out-of-order", swapped);
        byte[] twice = good.clone();
        System.arraycopy(good, 0, twice, 16, 16);
        both("kept-log-with-an-identity-twice", twice);
        both("kept-log-with-half-an-identity", Arrays.copyOf(good, good.length - 8));
        byte[] one = good.clone();
        one[good.length - 1] ^= 1;
        put("identities-that-the-kept-log-does-not-name", bin, one, "CORRUPT");
        taker.take(
                "identities-changed-on-the-way",
                new Forgery(stolen).flip(bin, 40).zip(),
                "CORRUPT");
    }

    private void files() throws FormatException {
        taker.take(
                "kept-log-without-its-identities",
                new Forgery(stolen).remove(bin).manifestAnew(hierarchy).zip(),
                "MIXED");
        taker.take(
                "identities-without-a-kept-log",
                new Forgery(stolen).remove(json).manifestAnew(hierarchy).zip(),
                "MIXED");
        taker.take(
                "identities-listed-and-missing", new Forgery(stolen).remove(bin).zip(), "MIXED");
        byte[] other = kept(
                KeyName.LOG,
                payload -> payload.replace("\"before\":\"" + STOLEN, "\"before\":\"" + STOLEN.minusSeconds(60)));
        taker.take(
                "kept-log-of-another-snapshot",
                new Forgery(stolen).put(json, other).zip(),
                "MIXED");
    }

    /** The list says that the key was stolen at that moment. */
    private void since(String name, Instant compromised, String expected) throws FormatException {
        byte[] zip = new Forgery(stolen)
                .edit(
                        "trust-list.json",
                        DocumentKind.TRUST_LIST,
                        payload -> payload.replace(
                                "\"compromisedSince\":\"" + REVOKED, "\"compromisedSince\":\"" + compromised),
                        List.of(hierarchy.signer(KeyName.TRUST_LIST)))
                .manifestAnew(hierarchy)
                .zip();
        taker.take(name, zip, expected);
    }

    private void changed(String name, String from, String to) throws FormatException {
        changed(name, from, to, "CORRUPT");
    }

    private void changed(String name, String from, String to, String expected) throws FormatException {
        document(name, kept(KeyName.LOG, payload -> payload.replace(from, to)), expected);
    }

    /** Other identities, and a kept log that names them: only the thief of the log's key can. */
    private void both(String name, byte[] identities) throws FormatException {
        byte[] good = new Forgery(stolen).files().get(bin);
        byte[] document =
                kept(KeyName.LOG, payload -> payload.replace(KeptLog.digestOf(good), KeptLog.digestOf(identities)));
        taker.take(
                name,
                new Forgery(stolen)
                        .put(json, document)
                        .put(bin, identities)
                        .manifestAnew(hierarchy)
                        .zip(),
                "CORRUPT");
    }

    private byte[] payload() throws FormatException {
        return SignedDocument.read(new Forgery(stolen).files().get(json), DocumentKind.KEPT_LOG)
                .payload();
    }

    private static String payload(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private byte[] kept(KeyName key, UnaryOperator<String> change) throws FormatException {
        String payload = change.apply(new String(payload(), StandardCharsets.UTF_8));
        return SignedDocument.write(
                DocumentKind.KEPT_LOG, payload.getBytes(StandardCharsets.UTF_8), List.of(hierarchy.signer(key)));
    }

    private void document(String name, byte[] document, String expected) throws FormatException {
        put(name, json, document, expected);
    }

    private void put(String name, String file, byte[] content, String expected) throws FormatException {
        taker.take(
                name,
                new Forgery(stolen).put(file, content).manifestAnew(hierarchy).zip(),
                expected);
    }
}
