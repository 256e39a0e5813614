package org.stayseal.trust.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SignedDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The snapshots of {@code spec/vectors/snapshot}: one file, one fault, and the name says the fault. Made from the published keys, the same each time. */
final class TrustVectors {

    static final Instant LATER = Utopia.NOW.plus(Duration.ofHours(1));

    /**
     * One case.
     *
     * @param file the snapshot that is offered
     * @param pin fingerprint that the reader was given
     * @param now the reader's clock
     * @param before file of the snapshot that it had before that, or empty
     * @param kept file of the snapshot that the store already has, or empty
     * @param expected TAKEN, ALREADY_THERE or a refusal
     */
    record Case(String name, String file, String pin, Instant now, String before, String kept, String expected) {

        Case(String name, String file, String pin, Instant now, String kept, String expected) {
            this(name, file, pin, now, "", kept, expected);
        }
    }

    private final VectorAuthority authority = Utopia.authority();
    private final Hierarchy hierarchy = authority.hierarchy();
    private final String pin = authority.rootFingerprint().hex();
    private final Publication first;
    private final Publication second;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<Case> cases = new ArrayList<>();

    TrustVectors() throws PublicationRefusedException, FormatException {
        first = authority.publish(input(5));
        second = authority.at(LATER).publish(input(6));
        rollback();
        roots();
        envelopes();
        certificates();
        changedLists();
        crls();
        mixes();
        archives();
        secondKeys();
        take(new RotationVectors(authority, first).cases());
        take(new FastForwardVectors(authority, second).cases());
        take(new RootVectors(authority, second).cases());
        take(new AttackVectors(authority, first, second).cases());
        take(new LogRollbackVectors(LogAttacks.cases(this::add), pin).cases());
        LogAttacks.cases(this::add);
        take(new NeighbourCases().cases());
        take(new ShardAttacks(first).cases());
    }

    private void take(SnapshotCases more) {
        files.putAll(more.files());
        cases.addAll(more.cases());
    }

    SortedMap<String, byte[]> files() {
        return files;
    }

    List<Case> cases() {
        return cases;
    }

    private static PublicationInput input(int revoked) {
        return new PublicationInput(
                List.of(new PublicationInput.StatusShard(0, 4096, Map.of(revoked, 1))),
                Map.of(Utopia.REVOKED_SEAL, new SealRevocations.Entry(1, Utopia.NOW.minusSeconds(3600))));
    }

    private void rollback() throws PublicationRefusedException {
        add("first", first.snapshot(), "TAKEN");
        add("second", second.snapshot(), "TAKEN");
        Instant week = Utopia.NOW.plus(Duration.ofDays(8));
        cases.add(new Case("second-over-first", "second.zip", pin, LATER, "first.zip", "TAKEN"));
        cases.add(new Case("the-same-again", "first.zip", pin, LATER, "first.zip", "ALREADY_THERE"));
        cases.add(new Case("older-than-kept", "first.zip", pin, LATER, "second.zip", "OLDER"));
        cases.add(new Case("expired", "first.zip", pin, week, "", "EXPIRED"));
        String outsider = Fingerprint.ofPayload(new byte[0]).hex();
        cases.add(new Case("another-root-pinned", "first.zip", outsider, LATER, "", "UNKNOWN_ROOT"));
        byte[] twin = Utopia.authority().publish(input(7)).snapshot();
        files.put("same-number-other-content.zip", twin);
        cases.add(new Case(
                "same-number-other-content", "same-number-other-content.zip", pin, LATER, "first.zip", "CONFLICT"));
        byte[] revoked = Utopia.authority()
                .revokeSealSigner(Utopia.NOW)
                .publish(input(5))
                .snapshot();
        files.put("signer-revoked.zip", revoked);
        cases.add(new Case("signer-revoked", "signer-revoked.zip", pin, LATER, "", "TAKEN"));
        cases.add(new Case("revoked-signer-comes-back", "second.zip", pin, LATER, "signer-revoked.zip", "CONFLICT"));
    }

    private void roots() throws FormatException {
        byte[] payload =
                SignedDocument.read(authority.rootDocument(), DocumentKind.ROOT).payload();
        Signer one = hierarchy.signer(KeyName.ROOT_1);
        byte[] below = SignedDocument.write(DocumentKind.ROOT, payload, List.of(one));
        add("root-below-threshold", replaced("root/1.json", below), "CORRUPT");
        String document = text(below);
        String entry = document.substring(document.indexOf('[') + 1, document.lastIndexOf(']'));
        byte[] twice = bytes(document.replace("[" + entry + "]", "[" + entry + "," + entry + "]"));
        add("root-signed-twice-by-one-key", replaced("root/1.json", twice), "CORRUPT");
        byte[] second = bytes(text(payload).replace("\"sequence\":1", "\"sequence\":2"));
        byte[] stranger = SignedDocument.write(
                DocumentKind.ROOT, second, List.of(hierarchy.signer(KeyName.LOG), hierarchy.signer(KeyName.SNAPSHOT)));
        add(
                "second-root-without-the-first-ones-keys",
                new Forgery(first)
                        .put("root/2.json", stranger)
                        .manifestAnew(hierarchy)
                        .zip(),
                "CORRUPT");
    }

    private void envelopes() throws FormatException {
        byte[] payload =
                SignedDocument.read(first.trustList(), DocumentKind.TRUST_LIST).payload();
        Signer listKey = hierarchy.signer(KeyName.TRUST_LIST);
        list(
                "list-signed-by-snapshot-key",
                SignedDocument.write(DocumentKind.TRUST_LIST, payload, List.of(hierarchy.signer(KeyName.SNAPSHOT))),
                "CORRUPT");
        list("list-of-wrong-typ", SignedDocument.write(DocumentKind.ROOT, payload, List.of(listKey)), "CORRUPT");
        String kid = hierarchy.trustKey(KeyName.TRUST_LIST).kid();
        String header = "{\"alg\":\"ES256\",\"kid\":\"" + kid + "\",\"typ\":\"rp-trust-list+jws\"";
        list("list-with-crit", signed(header + ",\"crit\":[\"exp\"],\"exp\":1}", payload, listKey), "CORRUPT");
        list("list-with-alg-none", signed(header.replace("ES256", "none") + "}", payload, listKey), "CORRUPT");
        list(
                "list-with-alg-twice",
                signed(header.replace("{", "{\"alg\":\"none\",") + "}", payload, listKey),
                "CORRUPT");
        String json = text(payload);
        list(
                "list-with-a-member-twice",
                write(json.replace("\"SchemeTerritory\"", "\"SchemeTerritory\":\"UT\",\"SchemeTerritory\"")),
                "CORRUPT");
        list(
                "list-that-requires-something-unknown",
                write(json.replace("\"environment\":\"demo\"", "\"environment\":\"demo\",\"requires\":[\"later\"]")),
                "UNSUPPORTED");
        list(
                "list-of-production-under-a-demo-root",
                write(json.replace("\"environment\":\"demo\"", "\"environment\":\"production\"")),
                "MIXED");
        unread(json, "list-nested-16-deep", "[".repeat(12) + "]".repeat(12), "TAKEN");
        unread(json, "list-nested-17-deep", "[".repeat(13) + "]".repeat(13), "CORRUPT");
        unread(json, "list-with-a-fraction-in-what-is-not-read", "1.5", "CORRUPT");
        unread(json, "list-with-a-negative-number-in-what-is-not-read", "-1", "CORRUPT");
        unread(json, "list-with-half-of-a-surrogate-pair", "\"\\ud800\"", "CORRUPT");
        list("list-beside-a-header-of-1024-bytes", besideHeader(1_024), "TAKEN");
        list("list-beside-a-header-of-1025-bytes", besideHeader(1_025), "CORRUPT");
        list("list-with-a-signature-cut-short", cutSignature(text(first.trustList())), "CORRUPT");
    }

    private void unread(String json, String name, String value, String expected) throws FormatException {
        list(name, write(json.replace("{\"LoTE\":{", "{\"LoTE\":{\"Later\":[{\"x\":" + value + "}],")), expected);
    }

    private void changedLists() throws FormatException {
        String payload = text(
                SignedDocument.read(first.trustList(), DocumentKind.TRUST_LIST).payload());
        Map<String, NoticeCases.Changed> changes = new LinkedHashMap<>(new NoticeCases(payload).all());
        changes.putAll(new ServiceCases(payload).all());
        for (Map.Entry<String, NoticeCases.Changed> changed : changes.entrySet()) {
            list(
                    changed.getKey(),
                    write(changed.getValue().payload()),
                    changed.getValue().expected());
        }
    }

    /** One more seal signer, whose certificate nobody can use, is no fault of the list (TRUST-42). */
    private void certificates() throws FormatException {
        OddCertificates odd =
                new OddCertificates(hierarchy.entry(KeyName.SEAL_SIGNER).certificate(), hierarchy.signer(KeyName.CSCA));
        beside("list-with-a-key-of-an-unknown-kind", odd.keyOfAnUnknownKind(), "TAKEN");
        beside("list-with-a-point-off-its-curve", odd.pointOffItsCurve(), "TAKEN");
        beside("list-with-a-certificate-signed-with-rsa", odd.signedWithRsa(), "TAKEN");
        beside("list-with-a-certificate-of-an-odd-subject", odd.oddSubject(), "TAKEN");
        beside("list-with-a-negative-serial-number", odd.negativeSerialNumber(), "TAKEN");
        names(odd);
        times(odd);
        byte[] whole = odd.pointOffItsCurve();
        beside("list-with-a-certificate-cut-short", Arrays.copyOf(whole, whole.length - 1), "CORRUPT");
        beside("list-with-a-byte-behind-a-certificate", Arrays.copyOf(whole, whole.length + 1), "CORRUPT");
    }

    private void names(OddCertificates odd) throws FormatException {
        beside("list-with-an-empty-part-of-a-name", odd.emptyPartOfName(), "CORRUPT");
        try {
            beside("list-with-a-name-that-is-no-utf-8", odd.noUtf8(), "TAKEN");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void times(OddCertificates odd) throws FormatException {
        beside("list-with-a-time-after-2049", odd.endingAt(new DERGeneralizedTime("20500101000000Z")), "TAKEN");
        beside(
                "list-with-a-generalized-time-until-2049",
                odd.endingAt(new DERGeneralizedTime("20491231235959Z")),
                "CORRUPT");
        beside(
                "list-with-a-fraction-of-a-second",
                odd.endingAt(new DERGeneralizedTime("20500101000000.5Z")),
                "CORRUPT");
        beside("list-with-a-time-without-seconds", odd.endingAt(new DERUTCTime("3801010000Z")), "CORRUPT");
        beside("list-with-a-time-of-another-zone", odd.endingAt(new DERUTCTime("380101000000+0100")), "CORRUPT");
    }

    /** What a CRL of the CSCA's own key may be, and may not (TRUST-64). */
    private void crls() throws FormatException {
        X509Certificate csca = hierarchy.entry(KeyName.CSCA).certificate();
        OddRevocationLists odd = new OddRevocationLists(
                csca, hierarchy.entry(KeyName.CSCA).key().pair().getPrivate(), Utopia.NOW);
        crl("crl-plain", odd.plain(), "TAKEN");
        crl("crl-signed-with-ecdsa-and-sha-1", odd.signedWithSha1(), "CORRUPT");
        crl("crl-of-a-distribution-point", odd.ofADistributionPoint(), "CORRUPT");
        crl("crl-with-something-critical", odd.withSomethingCritical(), "CORRUPT");
        crl("crl-without-an-end", odd.withoutEnd(), "CORRUPT");
        crl("crl-with-an-entry-twice", odd.entryTwice(), "TAKEN");
    }

    private void crl(String name, byte[] der, String expected) throws FormatException {
        add(name, replaced("crl/UTO.crl", der), expected);
    }

    private void beside(String name, byte[] certificate, String expected) throws FormatException {
        ObjectNode list = (ObjectNode) JsonMapper.shared()
                .readTree(SignedDocument.read(first.trustList(), DocumentKind.TRUST_LIST)
                        .payload());
        for (JsonNode entity : list.get("LoTE").get("TrustedEntitiesList")) {
            ArrayNode services = (ArrayNode) entity.get("TrustedEntityServices");
            for (JsonNode service : List.copyOf(services.values())) {
                ObjectNode information = (ObjectNode) service.deepCopy().get("ServiceInformation");
                if (information.get("ServiceTypeIdentifier").asString().endsWith(":seal-signer")) {
                    ObjectNode val = (ObjectNode) information
                            .get("ServiceDigitalIdentity")
                            .get("X509Certificates")
                            .get(0);
                    val.put("val", Base64.getEncoder().encodeToString(certificate));
                    services.addObject().set("ServiceInformation", information);
                }
            }
        }
        list(name, write(list.toString()), expected);
    }

    private void mixes() throws FormatException {
        String status = Manifest.statusName(authority.statusUri(0));
        add("list-of-another-snapshot", mixed("trust-list.json", first.trustList()), "MIXED");
        add("seal-revocations-of-another-snapshot", mixed(SealRevocations.NAME, first.sealRevocations()), "MIXED");
        byte[] older = first.statusLists().get(authority.statusUri(0)).cwt();
        add("status-list-of-another-snapshot", mixed(status, older), "MIXED");
        add("crl-of-another-snapshot", mixed("crl/UTO.crl", first.crls().get("UTO")), "MIXED");
        add("file-missing", new Forgery(first).remove(SealRevocations.NAME).zip(), "MIXED");
        add(
                "file-not-listed",
                new Forgery(first).put("log/extra", new byte[] {1}).zip(),
                "MIXED");
        add("list-changed", new Forgery(first).flip("trust-list.json", 900).zip(), "CORRUPT");
        add(
                "status-list-changed",
                new Forgery(first).flip(status, older.length - 3).zip(),
                "CORRUPT");
        add("manifest-changed", new Forgery(first).flip(Manifest.NAME, 400).zip(), "CORRUPT");
        add(
                "manifest-names-another-list",
                new Forgery(first)
                        .manifest(hierarchy, new Forgery(first).manifest().head(), 1, 9)
                        .zip(),
                "MIXED");
    }

    private void archives() {
        byte[] zip = first.snapshot();
        add("zip-cut-short", Arrays.copyOf(zip, zip.length / 2), "CORRUPT");
        add("zip-with-a-byte-behind", Arrays.copyOf(zip, zip.length + 1), "CORRUPT");
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        add("zip-with-a-path-trick", latin(text.replace("crl/UTO.crl", "../TO.crl/x".substring(0, 11))), "CORRUPT");
        add("zip-with-two-headers-that-differ", latin(text.replaceFirst("crl/UTO.crl", "crl/XXX.crl")), "CORRUPT");
        add("empty", new byte[0], "CORRUPT");
    }

    private void secondKeys() throws FormatException {
        SecondKeyVectors vectors = new SecondKeyVectors(first, hierarchy);
        vectors.snapshots()
                .forEach((file, zip) ->
                        add(file.substring(0, file.length() - ".zip".length()), zip, vectors.expected(file)));
    }

    private void list(String name, byte[] document, String expected) throws FormatException {
        add(name, replaced("trust-list.json", document), expected);
    }

    private byte[] write(String json) {
        return SignedDocument.write(
                DocumentKind.TRUST_LIST, bytes(json), List.of(hierarchy.signer(KeyName.TRUST_LIST)));
    }

    private byte[] replaced(String name, byte[] content) throws FormatException {
        return new Forgery(first).put(name, content).manifestAnew(hierarchy).zip();
    }

    private byte[] mixed(String name, byte[] content) throws FormatException {
        return new Forgery(second).put(name, content).zip();
    }

    void add(String name, byte[] zip, String expected) {
        files.put(name + ".zip", zip);
        cases.add(new Case(name, name + ".zip", pin, LATER, "", expected));
    }

    private static byte[] signed(String header, byte[] payload, Signer signer) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String head = encoder.encodeToString(bytes(header));
        String body = encoder.encodeToString(payload);
        String signature = encoder.encodeToString(signer.sign(bytes(head + "." + body)));
        return bytes("{\"payload\":\"" + body + "\",\"signatures\":[{\"protected\":\"" + head + "\",\"signature\":\""
                + signature + "\"}]}");
    }

    /** The list with a stranger's entry whose header has so many bytes (TRUST-11). */
    private byte[] besideHeader(int length) {
        String start = "{\"alg\":\"ES256\",\"kid\":\"";
        String end = "\",\"typ\":\"rp-trust-list+jws\"}";
        String header = start + "k".repeat(length - start.length() - end.length()) + end;
        String entry =
                ",{\"protected\":\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(header))
                        + "\",\"signature\":\"AAAA\"}]}";
        String document = text(first.trustList());
        return bytes(document.substring(0, document.lastIndexOf("]}")) + entry);
    }

    private static byte[] cutSignature(String document) {
        int end = document.lastIndexOf("\"}]}");
        return bytes(document.substring(0, end - 4) + document.substring(end));
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
