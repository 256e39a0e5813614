package org.stayseal.trust.authority;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SignedDocument;

/** One document rolled back or ended while the others are good; documents of another kind, number or envelope in its place. */
final class AttackVectors {

    private static final String LIST = "trust-list.json";
    private static final Instant TURN = RootForge.FIRST.plusSeconds(60);

    private final SnapshotCases cases;
    private final VectorAuthority authority;
    private final Publication first;
    private final Publication second;

    AttackVectors(VectorAuthority authority, Publication first, Publication second) throws FormatException {
        this.cases = new SnapshotCases(authority.rootFingerprint().hex());
        this.authority = authority;
        this.first = first;
        this.second = second;
        rollback();
        freeze();
        envelopes();
        numbers();
        required();
    }

    SnapshotCases cases() {
        return cases;
    }

    private void rollback() throws FormatException {
        String shard = Manifest.statusName(authority.statusUri(0));
        add("list-rolled-back-alone", sealed(new Forgery(second).put(LIST, first.trustList()), 3), "second", "OLDER");
        add("manifest-rolled-back-alone", sealed(new Forgery(second), 1), "second", "OLDER");
        Forgery seals = new Forgery(second).put(SealRevocations.NAME, first.sealRevocations());
        add("seal-revocations-rolled-back-alone", sealed(seals, 3), "second", "OLDER");
        byte[] older = first.statusLists().get(authority.statusUri(0)).cwt();
        add("status-list-rolled-back-alone", sealed(new Forgery(second).put(shard, older), 3), "second", "OLDER");
        add(
                "seal-revocations-left-out",
                sealed(new Forgery(second).remove(SealRevocations.NAME), 3),
                "second",
                "OLDER");
        Forgery turned = sealed(new Forgery(second).put("root/2.json", rootKeyReplaced()), 3);
        add("second-root", turned, "second", "TAKEN");
        again("root-rolled-back", "second.zip", "second-root", "OLDER");
        add(
                "list-rolled-back-after-a-root-rotation",
                sealed(new Forgery(second).put("root/2.json", rootKeyReplaced()).put(LIST, first.trustList()), 3),
                "second",
                "OLDER");
        add(
                "manifest-rolled-back-after-a-root-rotation",
                sealed(new Forgery(second).put("root/2.json", rootKeyReplaced()), 1),
                "second",
                "OLDER");
        byte[] other = new RootForge().role(Role.LOG, 1, "device").signed(2, TURN, "root-1", "root-2");
        add("another-second-root", sealed(new Forgery(second).put("root/2.json", other), 4), "second-root", "CONFLICT");
        Forgery changed = new Forgery(second)
                .edit(
                        LIST,
                        DocumentKind.TRUST_LIST,
                        text -> text.replace("\"D", "\"E"),
                        RootForge.signers("trust-list"));
        add("list-of-the-same-number-and-another-content", sealed(changed, 3), "second", "CONFLICT");
    }

    private void freeze() throws FormatException {
        add(
                "list-that-has-ended-alone",
                sealed(ended(LIST, DocumentKind.TRUST_LIST, "NextUpdate", "trust-list"), 2),
                "",
                "EXPIRED");
        Head over = new Head("UTO", Environment.DEMO, 2, Utopia.NOW, Utopia.NOW.plusSeconds(60));
        add(
                "manifest-that-has-ended-alone",
                new Forgery(second).manifest(RootForge.signers("snapshot"), over),
                "",
                "EXPIRED");
        Forgery seals = ended(SealRevocations.NAME, DocumentKind.SEAL_REVOCATIONS, "nextUpdate", "status");
        add("seal-revocations-that-have-ended-alone", sealed(seals, 2), "", "TAKEN");
        add("newest-root-that-has-ended", sealed(root(2, Duration.ofHours(1)), 2), "", "EXPIRED");
        Forgery between = root(2, Duration.ofHours(1))
                .put("root/3.json", new RootForge().signed(3, TURN.plusSeconds(60), "root-1", "root-2"));
        add("root-in-between-that-has-ended", sealed(between, 2), "", "TAKEN");
        again("just-before-the-end", "first.zip", Utopia.NOW.plus(Duration.ofDays(7)), "TAKEN");
        again(
                "just-after-the-end",
                "first.zip",
                Utopia.NOW.plus(Duration.ofDays(7)).plusSeconds(1),
                "EXPIRED");
        again("status-lists-that-have-ended", "first.zip", Utopia.NOW.plus(Duration.ofDays(4)), "TAKEN");
        again("clock-before-the-lists", "first.zip", Utopia.NOW.minus(Duration.ofDays(400)), "TAKEN");
    }

    private void envelopes() throws FormatException {
        String stranger = RootForge.trustKey("outsider").kid();
        String list = RootForge.trustKey("trust-list").kid();
        entry("list-with-a-signature-of-an-algorithm-to-come", "ML-DSA-65", stranger, "TAKEN");
        entry("list-with-one-key-named-twice", "ES256", list, "CORRUPT");
        Forgery bad = new Forgery(second);
        String document = new String(second.trustList(), StandardCharsets.UTF_8);
        String header = url("{\"alg\":\"ES256\",\"kid\":\"" + list + "\",\"typ\":\"rp-trust-list+jws\"}");
        String other = url("{\"alg\":\"ML-DSA-65\",\"kid\":\"" + list + "\",\"typ\":\"rp-trust-list+jws\"}");
        add(
                "list-by-its-key-in-an-algorithm-to-come",
                sealed(bad.put(LIST, utf8(document.replace(header, other))), 2),
                "",
                "CORRUPT");
        types();
    }

    /** One more entry beside the good one. */
    private void entry(String name, String algorithm, String kid, String expected) throws FormatException {
        String header = url("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + kid + "\",\"typ\":\"rp-trust-list+jws\"}");
        String document = new String(second.trustList(), StandardCharsets.UTF_8);
        String more = document.replace(
                "\"signatures\":[", "\"signatures\":[{\"protected\":\"" + header + "\",\"signature\":\"AAAA\"},");
        add(name, sealed(new Forgery(second).put(LIST, utf8(more)), 2), "", expected);
    }

    /** A document of one kind in the place of another, signed by the key that the place asks for. */
    private void types() throws FormatException {
        byte[] manifest = SignedDocument.read(new Forgery(second).files().get(Manifest.NAME), DocumentKind.SNAPSHOT)
                .payload();
        byte[] asList = SignedDocument.write(DocumentKind.TRUST_LIST, manifest, RootForge.signers("trust-list"));
        add(
                "manifest-in-the-place-of-the-list",
                new Forgery(second).put(LIST, asList).manifest(RootForge.signers("snapshot"), head(2), 1, 2),
                "",
                "CORRUPT");
        byte[] list =
                SignedDocument.read(second.trustList(), DocumentKind.TRUST_LIST).payload();
        byte[] asManifest = SignedDocument.write(DocumentKind.SNAPSHOT, list, RootForge.signers("snapshot"));
        add("list-in-the-place-of-the-manifest", new Forgery(second).put(Manifest.NAME, asManifest), "", "CORRUPT");
        byte[] asSeals = SignedDocument.write(DocumentKind.SEAL_REVOCATIONS, manifest, RootForge.signers("status"));
        add(
                "manifest-in-the-place-of-the-seal-revocations",
                sealed(new Forgery(second).put(SealRevocations.NAME, asSeals), 2),
                "",
                "CORRUPT");
        byte[] asRoot = SignedDocument.write(DocumentKind.ROOT, manifest, RootForge.signers("root-1", "root-2"));
        add(
                "manifest-in-the-place-of-a-root",
                sealed(new Forgery(second).put("root/2.json", asRoot), 2),
                "",
                "CORRUPT");
    }

    private void numbers() throws FormatException {
        for (String number : new String[] {"9007199254740992", "0", "-1", "1.0", "1e2"}) {
            Forgery list = new Forgery(second)
                    .edit(
                            LIST,
                            DocumentKind.TRUST_LIST,
                            text -> text.replaceFirst(
                                    "\"LoTESequenceNumber\":[0-9]+", "\"LoTESequenceNumber\":" + number),
                            RootForge.signers("trust-list"));
            add("list-of-number-" + number, list.manifest(RootForge.signers("snapshot"), head(2), 1, 2), "", "CORRUPT");
        }
        String manifest = "\"sequence\":9007199254740992,";
        Forgery above = new Forgery(second)
                .edit(
                        Manifest.NAME,
                        DocumentKind.SNAPSHOT,
                        text -> text.replaceFirst("\"sequence\":[0-9]+,", manifest),
                        RootForge.signers("snapshot"));
        add("manifest-of-number-9007199254740992", above, "", "CORRUPT");
    }

    private void required() throws FormatException {
        UnaryOperator<String> more = text -> text.replaceFirst("\"version\":1,", "\"version\":1,\"requires\":[\"x\"],");
        add(
                "manifest-that-requires-something-unknown",
                new Forgery(second).edit(Manifest.NAME, DocumentKind.SNAPSHOT, more, RootForge.signers("snapshot")),
                "",
                "UNSUPPORTED");
        Forgery seals = new Forgery(second)
                .edit(SealRevocations.NAME, DocumentKind.SEAL_REVOCATIONS, more, RootForge.signers("status"));
        add("seal-revocations-that-require-something-unknown", sealed(seals, 2), "", "UNSUPPORTED");
    }

    private void add(String name, Forgery forgery, String kept, String expected) {
        cases.add(name, forgery, kept, expected);
    }

    private void again(String name, String file, Instant now, String expected) {
        cases.again(name, file, authority.rootFingerprint().hex(), "", now, expected);
    }

    private void again(String name, String file, String kept, String expected) {
        cases.again(name, file, authority.rootFingerprint().hex(), kept, TrustVectors.LATER, expected);
    }

    private Forgery ended(String name, DocumentKind kind, String member, String key) throws FormatException {
        String end = "\"" + member + "\":\"" + TrustVectors.LATER.minusSeconds(1) + "\"";
        return new Forgery(first)
                .edit(
                        name,
                        kind,
                        text -> text.replaceFirst("\"" + member + "\":\"[^\"]+\"", end),
                        RootForge.signers(key));
    }

    private Forgery root(long number, Duration term) throws FormatException {
        byte[] payload = new RootForge().root(number, TURN, term).payload();
        return new Forgery(second)
                .put(
                        "root/" + number + ".json",
                        SignedDocument.write(DocumentKind.ROOT, payload, RootForge.signers("root-1", "root-2")));
    }

    static byte[] rootKeyReplaced() {
        return new RootForge()
                .role(Role.ROOT, 2, "root-1", "root-2", "outsider")
                .signed(2, TURN, "root-1", "root-2");
    }

    static Forgery sealed(Forgery forgery, long number) throws FormatException {
        return forgery.manifest(RootForge.signers("snapshot"), head(number));
    }

    private static Head head(long number) {
        return new Head("UTO", Environment.DEMO, number, TrustVectors.LATER, Utopia.NOW.plus(Duration.ofDays(7)));
    }

    private static String url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
