package org.stayseal.trust.authority;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.trust.authority.neighbours.Adopting;
import org.stayseal.trust.authority.neighbours.NeighbourPin;
import org.stayseal.trust.reader.Pin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Utopia's list with Atlantis in it, one thing wrong each (docs 40, sections 18 and 19): what a neighbour, its thief, or a careless hand would have to get past. */
final class NeighbourCases {

    private static final String TAKEN = "TAKEN";
    private static final String CORRUPT = "CORRUPT";
    private static final String LIST = "trust-list.json";
    private static final String SEALS = SealRevocations.nameOf("ATL");
    private static final String BASE = "https://residence.atlantis.example/status/";
    private static final Instant EARLIER = Utopia.NOW.minusSeconds(1_800);
    private static final Instant STOLEN = EARLIER.minusSeconds(300);

    private final VectorAuthority utopia = Utopia.authority();
    private final Hierarchy hierarchy = utopia.hierarchy();
    private final VectorAuthority atlantis = VectorAuthority.of(
            Utopia.keys(),
            AuthorityProfile.atlantis(URI.create("https://residence.atlantis.example")),
            Utopia.NOW.minusSeconds(86_400));
    private final SnapshotCases cases =
            new SnapshotCases(utopia.rootFingerprint().hex());
    private final Publication combined;
    private final ObjectNode list;

    NeighbourCases() throws PublicationRefusedException, FormatException {
        List<LogLeaf> leaves = LogAttacks.leaves(atlantis.sealSigner().certificate());
        Publication before =
                atlantis.at(EARLIER.minusSeconds(600)).sequence(20).publish(input().with(LogAttacks.log(leaves)));
        StolenKey kept = StolenKey.of(
                atlantis.sealSigner().certificate(),
                STOLEN,
                before.treeHead().orElseThrow(),
                atlantis.rootFingerprint(),
                List.of(atlantis.rootDocument()),
                leaves.iterator());
        Publication theirs = atlantis.revokeSealSigner(EARLIER)
                .at(EARLIER)
                .sequence(21)
                .publish(input().with(LogAttacks.log(leaves)).keeping(List.of(kept)));
        combined = utopia.with(Adopting.once(utopia, pin(), theirs.snapshot(), Utopia.NOW, false))
                .at(Utopia.NOW)
                .sequence(50)
                .publish(small());
        list = (ObjectNode) JsonMapper.shared()
                .readTree(SignedDocument.read(combined.trustList(), DocumentKind.TRUST_LIST)
                        .payload());
        cases.add("neighbour", new Forgery(combined), TAKEN);
        forms();
        owners();
        origins();
        notices();
        files();
        remembered();
        bulletins();
    }

    SnapshotCases cases() {
        return cases;
    }

    private static PublicationInput input() {
        return new PublicationInput(
                List.of(new PublicationInput.StatusShard(0, 1024, Map.of(3, 1))),
                Map.of("00112233445566778899aabbccddeeff", new SealRevocations.Entry(1, EARLIER.minusSeconds(3600))));
    }

    private static PublicationInput small() {
        return new PublicationInput(
                List.of(new PublicationInput.StatusShard(0, 4096, Map.of(5, 1))),
                Map.of(Utopia.REVOKED_SEAL, new SealRevocations.Entry(1, Utopia.NOW.minusSeconds(3600))));
    }

    private NeighbourPin pin() {
        return new NeighbourPin(
                "ATL",
                Environment.DEMO,
                new Pin(atlantis.rootFingerprint()),
                Set.of("ATL"),
                Set.of("FB06", "RP1"),
                Set.of("full", "work", "bank", "stay"),
                List.of(BASE));
    }

    private void forms() throws FormatException {
        neighbour("without-a-country", CORRUPT, json -> json.remove("country"));
        neighbour(
                "that-may-not-speak-for-itself",
                CORRUPT,
                json -> json.putArray("countries").add("ATX"));
        neighbour(
                "with-a-country-in-small-letters",
                CORRUPT,
                json -> json.putArray("countries").add("ATL").add("atx"));
        neighbour("with-no-document-type", CORRUPT, json -> json.putArray("documentTypes"));
        neighbour(
                "with-a-wildcard",
                CORRUPT,
                json -> json.putArray("documentTypes").add("*"));
        neighbour(
                "with-an-unknown-purpose",
                CORRUPT,
                json -> json.putArray("purposes").add("travel"));
        neighbour(
                "with-a-prefix-without-a-slash",
                CORRUPT,
                json -> json.putArray("prefixes").add("https://x.example"));
        neighbour(
                "with-a-prefix-of-a-slash",
                CORRUPT,
                json -> json.putArray("prefixes").add("/"));
        neighbour(
                "with-a-space-in-a-prefix",
                CORRUPT,
                json -> json.putArray("prefixes").add("https://x.example/ /"));
        neighbour(
                "with-a-prefix-of-501",
                CORRUPT,
                json -> json.putArray("prefixes").add("x".repeat(500) + "/"));
        neighbour("with-a-fingerprint-in-capitals", CORRUPT, json -> json.put("rootFingerprint", "AB".repeat(32)));
        neighbour("with-a-root-of-number-0", CORRUPT, json -> json.put("rootSequence", 0));
        neighbour("with-a-list-of-number-0", CORRUPT, json -> json.put("listSequence", 0));
        neighbour(
                "that-ends-before-it-begins",
                CORRUPT,
                json -> json.put("nextUpdate", json.get("issued").asString()));
        neighbour("of-an-unknown-state", CORRUPT, json -> json.put("state", "paused"));
        neighbour("without-a-state", CORRUPT, json -> json.remove("state"));
        neighbour(
                "with-a-role-log-that-cannot-accept", CORRUPT, json -> log(json).put("threshold", 2));
        neighbour(
                "with-a-role-log-that-accepts-anything",
                CORRUPT,
                json -> log(json).put("threshold", 0));
        neighbour("with-a-key-twice-in-its-role-log", CORRUPT, json -> {
            ArrayNode keys = (ArrayNode) log(json).get("keys");
            keys.add(keys.get(0).deepCopy());
        });
        neighbour(
                "with-a-further-member-of-its-role-log",
                CORRUPT,
                json -> log(json).put("later", 1));
        neighbour("with-an-unknown-member", TAKEN, json -> json.put("later", 1));
        change("neighbours-no-array", CORRUPT, lote -> lote.putObject("Neighbours"));
        many("neighbours-64", TAKEN, 64);
        many("neighbours-65", CORRUPT, 65);
    }

    private void owners() throws FormatException {
        neighbour("of-production-in-a-demo", CORRUPT, json -> json.put("environment", "production"));
        neighbour(
                "that-is-the-country-itself",
                CORRUPT,
                json -> json.putArray("countries").add("ATL").add("UTO"));
        neighbour("fetched-after-the-list-was-made", CORRUPT, json -> json.put("fetched", "2026-11-22T12:00:01Z"));
        neighbour("with-a-list-from-after-the-list", CORRUPT, json -> json.put("issued", "2026-11-22T12:00:01Z"));
        another(
                "of-the-same-name",
                CORRUPT,
                json -> json.put("country", "ATL").putArray("countries").add("ATL"));
        another(
                "of-the-same-country",
                CORRUPT,
                json -> json.putArray("countries").add("ATX").add("ATL"));
        another(
                "of-the-same-root",
                CORRUPT,
                json -> json.put("rootFingerprint", atlantis.rootFingerprint().hex()));
        another(
                "with-addresses-below-anothers",
                CORRUPT,
                json -> json.putArray("prefixes").add(BASE + "x/"));
        another(
                "with-addresses-above-anothers",
                CORRUPT,
                json -> json.putArray("prefixes").add("https://residence.atlantis.example/"));
        another("beside-another", TAKEN, json -> {});
        ownService(
                "that-signs-for-a-neighbour",
                "seal-signer",
                CORRUPT,
                json -> scope(json).putArray("countries").add("UTO").add("ATL"));
        ownService(
                "that-vouches-for-a-neighbour",
                "csca",
                CORRUPT,
                json -> scope(json).putArray("countries").add("UTO").add("ATL"));
        ownService(
                "with-a-status-address-of-a-neighbour",
                "status",
                CORRUPT,
                json -> ((ArrayNode) extension(json, "status").get("prefixes")).add(BASE + "x/"));
        ownService(
                "with-addresses-above-a-neighbours",
                "status",
                CORRUPT,
                json -> ((ArrayNode) extension(json, "status").get("prefixes"))
                        .add("https://residence.atlantis.example/"));
    }

    private void origins() throws FormatException {
        theirService(
                "of-another-origin-in-one-entity", CORRUPT, json -> origin(json).put("country", "ATX"));
        change("neighbour-service-of-no-neighbour", TAKEN, lote -> {
            ArrayNode entities = (ArrayNode) lote.get("TrustedEntitiesList");
            ObjectNode stranger = entities.get(1).deepCopy().asObject();
            ObjectNode service = service(lote, 1, "credential-signer").deepCopy();
            origin(service).put("country", "ATX");
            stranger.putArray("TrustedEntityServices").add(service);
            entities.add(stranger);
        });
        theirService(
                "of-an-origin-that-is-no-country", CORRUPT, json -> origin(json).put("country", "Atlantis"));
        theirService("of-the-lists-own-in-a-neighbours-entity", CORRUPT, json -> {
            ArrayNode extensions = (ArrayNode) json.get("ServiceInformation").get("ServiceInformationExtensions");
            for (int i = 0; i < extensions.size(); i++) {
                if (extensions.get(i).get("type").asString().contains(":origin:")) {
                    extensions.remove(i);
                }
            }
        });
        theirService(
                "of-a-neighbour-for-our-country",
                TAKEN,
                json -> scope(json).putArray("countries").add("UTO"));
        neighbour(
                "with-a-service-for-a-further-purpose",
                TAKEN,
                json -> json.putArray("purposes").add("full"));
        neighbour(
                "with-a-service-for-a-further-type",
                TAKEN,
                json -> json.putArray("documentTypes").add("FB06"));
        theirs(
                "status-service-of-a-neighbour-for-our-addresses",
                "status",
                "CORRUPT",
                json -> extension(json, "status").putArray("prefixes").add("http://localhost:8080/status/"));
        theirs("status-key-of-ours-among-a-neighbours", "status", "CORRUPT", json -> {
            ObjectNode identity = (ObjectNode) json.get("ServiceInformation").get("ServiceDigitalIdentity");
            identity.set("PublicKeyValues", ownStatusKey());
        });
        theirs("certificate-of-ours-among-a-neighbours", "seal-signer", CORRUPT, json -> {
            ObjectNode identity = (ObjectNode) json.get("ServiceInformation").get("ServiceDigitalIdentity");
            identity.set("X509Certificates", ownCertificate());
        });
        // Its status lists are then signed by no key that counts, and a careful writer leaves them out.
        neighbour("withdrawn-with-its-status-lists", CORRUPT, json -> json.put("state", "withdrawn"));
        Forgery withdrawn = edited(lote -> neighbours(lote).put("state", "withdrawn"));
        withdrawn
                .files()
                .keySet()
                .removeIf(name -> name.equals(SEALS) || name.equals("crl/ATL.crl") || isTheirStatusList(name));
        cases.add("neighbour-withdrawn-with-active-services", withdrawn.manifestAnew(hierarchy), TAKEN);
    }

    private void notices() throws FormatException {
        notice("of-a-neighbour", TAKEN, json -> {});
        notice(
                "of-a-neighbour-for-our-country",
                CORRUPT,
                json -> scopeOf(json).putArray("countries").add("ATL").add("UTO"));
        notice("of-no-neighbour", CORRUPT, json -> json.put("origin", "ATX"));
        notice("of-an-origin-in-small-letters", CORRUPT, json -> json.put("origin", "atl"));
        notice("of-ours-for-a-neighbours-country", CORRUPT, json -> json.remove("origin"));
        change(
                "notices-of-one-id-and-two-origins",
                TAKEN,
                lote -> lote.putArray("Notices").add(notice()).add(ours("XA-1")));
        change(
                "notices-of-one-id-and-one-origin",
                CORRUPT,
                lote -> lote.putArray("Notices").add(notice()).add(notice()));
        change("notices-256-of-each-origin", TAKEN, lote -> fill(lote, 256));
        change("notices-257-of-a-neighbour", CORRUPT, lote -> fill(lote, 257));
    }

    private void fill(ObjectNode lote, int theirs) {
        ArrayNode notices = lote.putArray("Notices");
        for (int i = 0; i < theirs; i++) {
            notices.add(notice().put("id", "XA-" + i));
        }
        for (int i = 0; i < 512 - theirs; i++) {
            notices.add(ours("UT-" + i));
        }
    }

    private void files() throws FormatException {
        Signer theirStatus = atlantis.hierarchy().signer(KeyName.STATUS);
        Signer ourStatus = hierarchy.signer(KeyName.STATUS);
        seals("by-our-key", SEALS, ourStatus, UnaryOperator.identity(), CORRUPT);
        seals("of-ours-by-its-key", SealRevocations.NAME, theirStatus, UnaryOperator.identity(), CORRUPT);
        seals("of-another-country", SEALS, theirStatus, text -> text.replace("\"ATL\"", "\"ATX\""), "MIXED");
        seals("of-production", SEALS, theirStatus, text -> text.replace("demo", "production"), "MIXED");
        Forgery stranger = new Forgery(combined);
        stranger.put("seal-revocations-ATX.json", stranger.files().get(SEALS));
        cases.add("neighbour-seals-of-no-neighbour", stranger.manifestAnew(hierarchy), CORRUPT);
        Forgery swapped = new Forgery(combined);
        swapped.put(SEALS, swapped.files().get(SealRevocations.NAME));
        cases.add("neighbour-seals-that-are-ours", swapped.manifestAnew(hierarchy), CORRUPT);
        String log = KeptLog.nameOf(KeptLog.signerOf(atlantis.sealSigner().certificate()));
        Signer theirLog = atlantis.hierarchy().signer(KeyName.LOG);
        keptLog("by-our-log-key", log, hierarchy.signer(KeyName.LOG), UnaryOperator.identity(), CORRUPT);
        keptLog("of-our-country", log, theirLog, text -> text.replace("\"ATL\"", "\"UTO\""), "MIXED");
        keptLog("of-production", log, theirLog, text -> text.replace("demo", "production"), "MIXED");
        neighbour("without-a-role-log-and-with-a-kept-log", CORRUPT, json -> json.remove("log"));
    }

    private void remembered() throws FormatException {
        Signer theirStatus = atlantis.hierarchy().signer(KeyName.STATUS);
        cases.add(
                "neighbour-seals-left-out",
                later(lote -> {}).remove(SEALS).manifestAnew(hierarchy),
                "neighbour",
                "OLDER");
        cases.add(
                "neighbour-seals-rolled-back",
                later(lote -> {})
                        .edit(
                                SEALS,
                                DocumentKind.SEAL_REVOCATIONS,
                                text -> text.replace("\"sequence\":21", "\"sequence\":20"),
                                List.of(theirStatus))
                        .manifestAnew(hierarchy),
                "neighbour",
                "OLDER");
        cases.add(
                "neighbour-seals-of-the-same-number",
                later(lote -> {})
                        .edit(
                                SEALS,
                                DocumentKind.SEAL_REVOCATIONS,
                                text -> text.replace("00112233", "00112234"),
                                List.of(theirStatus))
                        .manifestAnew(hierarchy),
                "neighbour",
                "CONFLICT");
        cases.add(
                "neighbour-seals-rolled-back-under-another-root",
                later(lote -> neighbours(lote).put("rootFingerprint", "ab".repeat(32)))
                        .edit(
                                SEALS,
                                DocumentKind.SEAL_REVOCATIONS,
                                text -> text.replace("\"sequence\":21", "\"sequence\":20"),
                                List.of(theirStatus))
                        .manifestAnew(hierarchy),
                "neighbour",
                TAKEN);
        String log = KeptLog.nameOf(KeptLog.signerOf(atlantis.sealSigner().certificate()));
        String identities =
                KeptLog.identitiesNameOf(KeptLog.signerOf(atlantis.sealSigner().certificate()));
        cases.add(
                "neighbour-signer-comes-back",
                later(NeighbourCases::revive).manifestAnew(hierarchy),
                "neighbour",
                "CONFLICT");
        cases.add(
                "neighbour-signer-comes-back-under-another-root",
                later(lote -> {
                            revive(lote);
                            neighbours(lote).put("rootFingerprint", "ab".repeat(32));
                        })
                        .manifestAnew(hierarchy),
                "neighbour",
                TAKEN);
        cases.add(
                "neighbour-revoked-signer-left-out",
                later(lote -> theirSealSigner(lote, ArrayNode::remove))
                        .remove(log)
                        .remove(identities)
                        .manifestAnew(hierarchy),
                "neighbour",
                TAKEN);
        Forgery gone = later(lote -> {
            lote.remove("Neighbours");
            ((ArrayNode) lote.get("TrustedEntitiesList")).remove(1);
        });
        gone.files()
                .keySet()
                .removeIf(name -> name.equals(SEALS)
                        || name.equals(log)
                        || name.equals(identities)
                        || name.equals("crl/ATL.crl")
                        || isTheirStatusList(name));
        cases.add("neighbour-gone", gone.manifestAnew(hierarchy), "neighbour", TAKEN);
    }

    private void bulletins() throws FormatException {
        bulletin("", TAKEN, json -> {});
        bulletin("-of-an-unknown-severity", TAKEN, json -> json.put("severity", "catastrophe"));
        bulletin("-of-a-severity-that-is-no-text", CORRUPT, json -> json.put("severity", 3));
        bulletin("-about-no-service", TAKEN, json -> json.putArray("services"));
        bulletin("-with-an-unknown-member", TAKEN, json -> json.put("later", 1));
        bulletin("-with-an-id-in-small-letters", CORRUPT, json -> json.put("id", "ut-b-1"));
        bulletin("-without-a-text", CORRUPT, json -> json.putArray("text"));
        bulletin("-without-services", CORRUPT, json -> json.remove("services"));
        bulletin(
                "-about-a-service-in-capitals",
                CORRUPT,
                json -> json.putArray("services").add("AB".repeat(32)));
        bulletin("-from-after-the-list", CORRUPT, json -> json.put("published", "2026-11-22T12:00:01Z"));
        bulletin("-that-ends-when-it-begins", CORRUPT, json -> json.put("until", "2026-11-22T10:00:00Z"));
        change("bulletin-no-array", CORRUPT, lote -> lote.putObject("Bulletin"));
        change("bulletin-no-object", CORRUPT, lote -> lote.putArray("Bulletin").add("UT-B-1"));
        change(
                "bulletins-of-one-id",
                CORRUPT,
                lote -> lote.putArray("Bulletin").add(bulletin()).add(bulletin()));
        change("bulletins-64", TAKEN, lote -> bulletins(lote, 64));
        change("bulletins-65", CORRUPT, lote -> bulletins(lote, 65));
    }

    private static void bulletins(ObjectNode lote, int count) {
        ArrayNode all = lote.putArray("Bulletin");
        for (int i = 0; i < count; i++) {
            all.add(bulletin().put("id", "UT-B-" + i));
        }
    }

    private void neighbour(String name, String expected, Consumer<ObjectNode> change) throws FormatException {
        change("neighbour-" + name, expected, lote -> change.accept(neighbours(lote)));
    }

    /** A second neighbour beside the first, of which nothing is listed. */
    private void another(String name, String expected, Consumer<ObjectNode> change) throws FormatException {
        change("neighbour-" + name, expected, lote -> change.accept(addAnother(lote, "ATX", 1)));
    }

    private ObjectNode addAnother(ObjectNode lote, String country, int number) {
        ArrayNode all = (ArrayNode) lote.get("Neighbours");
        ObjectNode another = all.get(0).deepCopy().asObject();
        another.put("country", country).putArray("countries").add(country);
        another.put("rootFingerprint", String.format("%064x", BigInteger.valueOf(number)));
        another.putArray("prefixes").add("https://" + country + ".example/");
        all.add(another);
        return another;
    }

    private void many(String name, String expected, int count) throws FormatException {
        change(name, expected, lote -> {
            for (int i = 1; i < count; i++) {
                addAnother(lote, "X" + (char) ('A' + i / 26) + (char) ('A' + i % 26), i);
            }
        });
    }

    private void ownService(String name, String type, String expected, Consumer<ObjectNode> change)
            throws FormatException {
        change("neighbour-and-a-service-of-ours-" + name, expected, lote -> change.accept(service(lote, 0, type)));
    }

    private void theirService(String name, String expected, Consumer<ObjectNode> change) throws FormatException {
        theirs("service-" + name, "credential-signer", expected, change);
    }

    private void theirs(String name, String type, String expected, Consumer<ObjectNode> change) throws FormatException {
        change("neighbour-" + name, expected, lote -> change.accept(service(lote, 1, type)));
    }

    private void notice(String name, String expected, Consumer<ObjectNode> change) throws FormatException {
        change("notice-" + name, expected, lote -> {
            ObjectNode notice = notice();
            change.accept(notice);
            lote.putArray("Notices").add(notice);
        });
    }

    private void bulletin(String name, String expected, Consumer<ObjectNode> change) throws FormatException {
        change("bulletin" + name, expected, lote -> {
            ObjectNode bulletin = bulletin();
            change.accept(bulletin);
            lote.putArray("Bulletin").add(bulletin);
        });
    }

    private void seals(String name, String file, Signer signer, UnaryOperator<String> change, String expected)
            throws FormatException {
        Forgery forgery = new Forgery(combined).edit(file, DocumentKind.SEAL_REVOCATIONS, change, List.of(signer));
        cases.add("neighbour-seals-" + name, forgery.manifestAnew(hierarchy), expected);
    }

    private void keptLog(String name, String file, Signer signer, UnaryOperator<String> change, String expected)
            throws FormatException {
        Forgery forgery = new Forgery(combined).edit(file, DocumentKind.KEPT_LOG, change, List.of(signer));
        cases.add("neighbour-kept-log-" + name, forgery.manifestAnew(hierarchy), expected);
    }

    private void change(String name, String expected, Consumer<ObjectNode> change) throws FormatException {
        cases.add(name, edited(change).manifestAnew(hierarchy), expected);
    }

    private Forgery edited(Consumer<ObjectNode> change) throws FormatException {
        ObjectNode changed = list.deepCopy();
        change.accept((ObjectNode) changed.get("LoTE"));
        return new Forgery(combined)
                .put(
                        LIST,
                        SignedDocument.write(
                                DocumentKind.TRUST_LIST,
                                changed.toString().getBytes(StandardCharsets.UTF_8),
                                List.of(hierarchy.signer(KeyName.TRUST_LIST))));
    }

    /** The next list and manifest: what the neighbour's part of them says is the question. */
    private Forgery later(Consumer<ObjectNode> change) throws FormatException {
        Forgery forgery = edited(lote -> {
            change.accept(lote);
            ((ObjectNode) lote.get("ListAndSchemeInformation")).put("LoTESequenceNumber", 51);
        });
        Head old = forgery.manifest().head();
        Head next = new Head(old.country(), old.environment(), old.sequence() + 1, old.issued(), old.nextUpdate());
        return forgery.manifest(hierarchy, next, 1, 51);
    }

    private boolean isTheirStatusList(String name) {
        return name.equals(Manifest.statusName(BASE + "0"));
    }

    private static ObjectNode neighbours(ObjectNode lote) {
        return (ObjectNode) lote.get("Neighbours").get(0);
    }

    private static ObjectNode log(ObjectNode neighbour) {
        return (ObjectNode) neighbour.get("log");
    }

    private static ObjectNode service(ObjectNode lote, int entity, String type) {
        for (JsonNode service : lote.get("TrustedEntitiesList").get(entity).get("TrustedEntityServices")) {
            if (service.get("ServiceInformation")
                    .get("ServiceTypeIdentifier")
                    .asString()
                    .endsWith(":" + type)) {
                return (ObjectNode) service;
            }
        }
        throw new AssertionError("no service " + type);
    }

    private interface Removal {
        void at(ArrayNode services, int index);
    }

    private static void theirSealSigner(ObjectNode lote, Removal removal) {
        ArrayNode services = (ArrayNode) lote.get("TrustedEntitiesList").get(1).get("TrustedEntityServices");
        removal.at(services, new ArrayList<>(services.values()).indexOf(service(lote, 1, "seal-signer")));
    }

    /** As if the neighbour had never revoked it. */
    private static void revive(ObjectNode lote) {
        ObjectNode service = service(lote, 1, "seal-signer");
        ObjectNode information = (ObjectNode) service.get("ServiceInformation");
        ObjectNode before = (ObjectNode) service.get("ServiceHistory").get(0);
        information.put("ServiceStatus", before.get("ServiceStatus").asString());
        information.put("StatusStartingTime", before.get("StatusStartingTime").asString());
        service.putArray("ServiceHistory");
        ArrayNode extensions = (ArrayNode) information.get("ServiceInformationExtensions");
        for (int i = 0; i < extensions.size(); i++) {
            if (extensions.get(i).get("type").asString().contains(":revocation:")) {
                extensions.remove(i);
            }
        }
    }

    private static ObjectNode extension(ObjectNode service, String name) {
        for (JsonNode extension : service.get("ServiceInformation").get("ServiceInformationExtensions")) {
            if (extension.get("type").asString().equals("urn:stayseal:" + name + ":1")) {
                return (ObjectNode) extension;
            }
        }
        throw new AssertionError("no extension " + name);
    }

    private static ObjectNode scope(ObjectNode service) {
        return extension(service, "scope");
    }

    private static ObjectNode origin(ObjectNode service) {
        return extension(service, "origin");
    }

    private JsonNode ownStatusKey() {
        return identity("status").get("PublicKeyValues").deepCopy();
    }

    private JsonNode ownCertificate() {
        return identity("seal-signer").get("X509Certificates").deepCopy();
    }

    private JsonNode identity(String type) {
        return service((ObjectNode) list.get("LoTE"), 0, type)
                .get("ServiceInformation")
                .get("ServiceDigitalIdentity");
    }

    private static ObjectNode scopeOf(ObjectNode notice) {
        return (ObjectNode) notice.get("scope");
    }

    private static ObjectNode notice() {
        return object("""
                {"id":"XA-1","kind":"extension","state":"in-force","origin":"ATL",
                 "act":{"reference":"Decree 12","published":"2026-11-01"},
                 "text":[{"lang":"en","value":"It goes on."}],
                 "scope":{"countries":["ATL"],"documentTypes":["FB06"],"endsFrom":"2026-11-01","endsUntil":"2026-11-20"},
                 "newEnd":"2027-11-20"}""");
    }

    private static ObjectNode ours(String id) {
        ObjectNode notice = notice().put("id", id);
        notice.remove("origin");
        scopeOf(notice).putArray("countries").add("UTO");
        return notice;
    }

    private static ObjectNode bulletin() {
        return object("""
                {"id":"UT-B-1","published":"2026-11-22T10:00:00Z","until":"2026-11-24T10:00:00Z","severity":"warning",
                 "text":[{"lang":"en","value":"Blank seals were stolen."}],
                 "services":["%s"]}""".formatted("ab".repeat(32)));
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }
}
