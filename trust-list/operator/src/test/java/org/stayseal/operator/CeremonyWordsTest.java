package org.stayseal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.trust.authority.certificates.CertificateFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nobody signs what was not shown: every member of every step is printed before, with what it does. */
@Tag("whole")
class CeremonyWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** What is shown in another form: certificates, roots and CRLs member by member, names of types in words. */
    private static final Set<String> OTHERWISE =
            Set.of("val", "payload", "der", "type", "critical", "ServiceTypeIdentifier", "SealRevocations");

    @TempDir
    private Path folder;

    private Instant now = NOW;
    private String demo = "";
    private String password = "";

    @BeforeEach
    void begin() {
        demo = file("demo");
        password = demo + "/keys/password";
        ok("init", demo, "--demo");
        ok("publish", demo, "--snapshot", file("demo.zip"));
        ok("export", "--root", authority(), "--form", "csca-pem", "--out", file("csca.pem"), file("demo.zip"));
        now = now.plusSeconds(7_200);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Session run(String... args) {
        return Session.at(now, args);
    }

    private Session ok(String... args) {
        Session session = run(args);
        assertThat(session.exit()).as(session.all()).isZero();
        return session;
    }

    private JsonNode status() {
        return JsonMapper.shared().readTree(run("status", demo, "--json").out());
    }

    private String authority() {
        return status().get("authority").stringValue();
    }

    private String service(String kind) {
        for (JsonNode one : status().get("services")) {
            if (one.get("kind").stringValue().equals(kind)) {
                return one.get("id").stringValue();
            }
        }
        throw new AssertionError("no " + kind);
    }

    /** Draws the ceremony up, and holds what {@code show} and {@code sign} print to every value in the file. */
    private String shown(String name, String... args) throws Exception {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--reason", "a reason", "--out", file(name)));
        ok(all.toArray(String[]::new));
        String shown = ok("ceremony", "show", demo, file(name)).out();
        String digest = Hex.encode(Sha256.of(Files.readAllBytes(folder.resolve(name))));
        String key = demo + "/keys/root-1.p12";
        String signed = ok(
                        "ceremony",
                        "sign",
                        file(name),
                        "--digest",
                        digest,
                        "--authority",
                        demo,
                        "--key",
                        key,
                        "--password-file",
                        password,
                        "--out",
                        file(name + ".part"))
                .out();
        List<String> values = new ArrayList<>();
        JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve(name)));
        values(json.get("steps"), "", values);
        assertThat(values).isNotEmpty();
        for (String value : values) {
            assertThat(shown).contains(value);
            assertThat(signed).contains(value);
        }
        assertThat(shown).contains("  so: ");
        return shown;
    }

    private static void values(JsonNode node, String name, List<String> values) {
        if (OTHERWISE.contains(name)) {
            return;
        }
        if (node.isArray()) {
            node.forEach(one -> values(one, name, values));
        } else if (node.isObject()) {
            node.properties().forEach(member -> values(member.getValue(), member.getKey(), values));
        } else if (node.isString()) {
            String text = node.stringValue();
            values.add(text.startsWith("urn:stayseal:state:") ? text.substring(19) : text);
        }
    }

    @Test
    void aKeyThatIsAnnouncedIsShownWithItsCertificateScopeAndTerm() throws Exception {
        ok("key", "new", "--key", file("seal-2.p12"), "--password-file", password);
        Files.writeString(
                folder.resolve("seal-2.jwk"),
                ok("key", "show", "--jwk", "--key", file("seal-2.p12"), "--password-file", password)
                        .out());
        String csca = demo + "/keys/csca.p12";
        ok(
                "certify",
                "--for",
                "seal",
                "--key",
                csca,
                "--password-file",
                password,
                "--csca",
                file("csca.pem"),
                "--public-key",
                file("seal-2.jwk"),
                "--common-name",
                "RQ",
                "--serial",
                "12",
                "--begins",
                "2026-11-22T00:00:00Z",
                "--out",
                file("seal-2.pem"));
        String shown = shown(
                "announce.json",
                "announce",
                demo,
                "--signs",
                "seal",
                "--certificate",
                file("seal-2.pem"),
                "--name",
                "Seal signer 2 (demo)",
                "--documents",
                "FB06,IDB-86-0E",
                "--signs-from",
                "2026-12-01T00:00:00Z",
                "--signs-until",
                "2028-01-01T00:00:00Z");
        assertThat(shown)
                .contains(
                        "subject      CN=RQ,C=UT",
                        "issuer       CN=Utopia CSCA (demo),C=UT",
                        "serial       12 (hex)",
                        "certificate  from 2026-11-22T00:00:00Z until ",
                        "documents    FB06, IDB-86-0E",
                        "legal        no legal effect is stated",
                        "Nothing that it signs counts before another ceremony activates it");
    }

    @Test
    void aSignerOfContinuationsIsAnnouncedAndSaysSo() throws Exception {
        ok("key", "new", "--key", file("next.p12"), "--password-file", password);
        Files.writeString(
                folder.resolve("next.jwk"),
                ok("key", "show", "--jwk", "--key", file("next.p12"), "--password-file", password)
                        .out());
        List<String> certify = new ArrayList<>(List.of("certify", "--for", "credential", "--serial", "13"));
        certify.addAll(List.of("--key", demo + "/keys/csca.p12", "--password-file", password));
        certify.addAll(List.of("--csca", demo + "/csca.pem", "--public-key", file("next.jwk")));
        certify.addAll(List.of("--common-name", "Credentials 2 (demo)", "--out", file("next.pem")));
        ok(certify.toArray(String[]::new));
        List<String> announce = new ArrayList<>(List.of("announce", demo, "--signs", "credential"));
        announce.addAll(List.of("--certificate", file("next.pem"), "--name", "Credentials 2 (demo)"));
        announce.addAll(List.of("--documents", "RP1,RPC1", "--purposes", "full,stay"));
        announce.addAll(List.of("--signs-until", "2028-01-01T00:00:00Z"));
        assertThat(shown("continuations.json", announce.toArray(String[]::new)))
                .containsPattern("documents    RP(C1, RP1|1, RPC1)\n")
                .containsPattern("purposes     (full, stay|stay, full)\n");
    }

    @Test
    void aNoticeIsShownWholeWithItsEffectInWords() throws Exception {
        String signer = service("credential signer");
        Files.writeString(folder.resolve("notice.json"), """
                {"id":"UT-2027-1","kind":"extension","state":"in-force",
                 "act":{"reference":"Residence Act (Extension) Order 2027/3","published":"2026-11-20","uri":"https://law.utopia.example/3"},
                 "text":[{"lang":"en","value":"Permits go on."},{"lang":"uk","value":"Дозволи продовжено."}],
                 "scope":{"countries":["UTO"],"documentTypes":["RP1"],"categories":["student","work"],"documentCodes":["AR"],
                          "signers":["%s"],"endsFrom":"2027-02-01","endsUntil":"2027-03-04","signedUntil":"2027-01-14"},
                 "newEnd":"2028-03-04","from":"2027-01-15"}
                """.formatted(signer));
        assertThat(shown("notice.json.ceremony", "notice", demo, file("notice.json")))
                .contains(
                        "so: Permits of UTO, types RP1, of the categories student, work, with the document codes AR, of 1 named signers,"
                                + " with a printed end from 2027-02-01 until 2027-03-04, signed until 2027-01-14 are good until the end of 2028-03-04 for every verifier,"
                                + " from 2027-01-15 on. What was revoked stays revoked.");
        ok("notice", demo, file("notice.json"), "--reason", "The order", "--demo-keys");
        now = now.plusSeconds(3_600);
        assertThat(shown("withdraw.json", "withdraw-notice", demo, "UT-2027-1"))
                .contains(
                        "Дозволи продовжено.",
                        "new end      2028-03-04",
                        "those whose day is over are expired at once");
    }

    @Test
    void aCrlIsShownBySerialNumbersAndWhomTheyMean() throws Exception {
        ok("export", "--root", authority(), "--form", "signers-pem", "--out", file("signers.pem"), file("demo.zip"));
        String seal = service("seal signer");
        String serial = "";
        for (byte[] der : CertificateFile.read(Files.readAllBytes(folder.resolve("signers.pem")))) {
            X509Certificate certificate = Crypto.certificate(der);
            serial = Imported.sha256(certificate).equals(seal)
                    ? certificate.getSerialNumber().toString(16)
                    : serial;
        }
        String csca = demo + "/keys/csca.p12";
        ok(
                "certify",
                "--for",
                "crl",
                "--key",
                csca,
                "--password-file",
                password,
                "--csca",
                file("csca.pem"),
                "--number",
                "9",
                "--revoked",
                "77=2026-11-21T00:00:00Z",
                "--revoked",
                serial + "=2026-11-20T00:00:00Z",
                "--out",
                file("9.crl"));
        assertThat(shown("crl.json", "crl", demo, "UTO", file("9.crl")))
                .contains(
                        "issuer       CN=Utopia CSCA (demo),C=UT",
                        "number       9",
                        "revokes      2 serial numbers",
                        "since 2026-11-20T00:00:00Z, seal signer \"Seal signer (demo)\" (" + seal.substring(0, 16),
                        "serial 77 since 2026-11-21T00:00:00Z, nothing that is listed");
    }

    @Test
    void aMoveOfAKeyShowsWhichKeyThatIsAndWhatItMeans() throws Exception {
        String seal = service("seal signer");
        assertThat(shown("revoke.json", "revoke", demo, seal, "--since", "2026-11-22T06:00:00Z"))
                .contains(
                        "active → revoked (keyCompromise",
                        seal,
                        "name         en: Seal signer (demo)",
                        "nothing that it ever signed counts any more");
        assertThat(shown("retire.json", "retire", demo, seal, "--without-follower", "no more seals"))
                .contains("no follower  no more seals", "LOOK AT THIS", "What it signed until then stays good");
        assertThat(shown("csca.json", "revoke", demo, service("CSCA"), "--since", "2026-11-22T06:00:00Z"))
                .contains("every signer under it is refused with it");
    }

    @Test
    void aRootShowsWhoComesWhoStaysWhoGoesAndHowManyItTakes() throws Exception {
        Path people = Files.createDirectory(folder.resolve("demo/people"));
        for (String name : List.of("root-1", "root-2")) {
            Files.writeString(
                    people.resolve(name + ".jwk"),
                    ok("key", "show", "--jwk", "--key", demo + "/keys/" + name + ".p12", "--password-file", password)
                            .out());
        }
        ok("key", "new", "--key", file("finn.p12"), "--password-file", password);
        Files.writeString(
                people.resolve("finn.jwk"),
                ok("key", "show", "--jwk", "--key", file("finn.p12"), "--password-file", password)
                        .out());
        String shown = shown(
                "root.json",
                "rotate-root",
                demo,
                "--threshold",
                "3",
                "--root-key",
                people.resolve("root-1.jwk").toString(),
                "--root-key",
                people.resolve("root-2.jwk").toString(),
                "--root-key",
                people.resolve("finn.jwk").toString());
        assertThat(shown)
                .contains("number       1 → 2", "role root: 2 of 3 sign → 3 of 3 sign")
                .containsPattern("  stays [A-Za-z0-9_-]{43}  root-1\n")
                .containsPattern("  NEW   [A-Za-z0-9_-]{43}  finn\n")
                .containsPattern("  GOES  [A-Za-z0-9_-]{43}\n")
                .containsPattern("to sign: new root: 0 of 3 signed; any 3 of .*finn \\([A-Za-z0-9_-]{8}…\\)");
    }

    @Test
    void nobodySignsWithoutSayingTheDigest() throws Exception {
        String seal = service("seal signer");
        shown("revoke.json", "revoke", demo, seal, "--since", "2026-11-22T06:00:00Z");
        String digest = Hex.encode(Sha256.of(Files.readAllBytes(folder.resolve("revoke.json"))));
        String part = file("part.json");
        List<String> sign = List.of(
                "ceremony",
                "sign",
                file("revoke.json"),
                "--key",
                demo + "/keys/root-1.p12",
                "--password-file",
                password,
                "--out",
                part);
        Session alone = run(sign.toArray(String[]::new));
        assertThat(alone.exit()).isEqualTo(64);
        assertThat(alone.out()).contains("step 1 of 1: revoke", seal);
        Session wrong = Session.typing(now, List.of("00000000"), sign.toArray(String[]::new));
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(Path.of(part)).doesNotExist();
        Session end = Session.typing(now, List.of(digest.substring(56)), sign.toArray(String[]::new));
        assertThat(end.exit()).as("a part that is known beforehand").isEqualTo(1);
        List<String> given = new ArrayList<>(sign);
        given.addAll(List.of("--digest", digest.substring(52)));
        assertThat(run(given.toArray(String[]::new)).exit()).isEqualTo(64);
        assertThat(Path.of(part)).doesNotExist();
        Session right = Session.answering(now, question -> asked(question, digest), sign.toArray(String[]::new));
        assertThat(right.exit()).as(right.all()).isZero();
        assertThat(Path.of(part)).exists();
    }

    /** The groups of four digits that a question names, as somebody reads them off. */
    private static String asked(String question, String digest) {
        List<MatchResult> groups =
                Pattern.compile("\\d+").matcher(question).results().toList();
        assertThat(groups).as(question).hasSize(3);
        return groups.stream()
                .map(group -> Integer.parseInt(group.group()))
                .map(number -> digest.substring(4 * number - 4, 4 * number))
                .collect(Collectors.joining(" "));
    }

    @Test
    void otherDigitsAreAskedForEachTime() {
        Set<AskedDigits> drawn = Stream.generate(AskedDigits::drawn).limit(50).collect(Collectors.toSet());
        assertThat(drawn).hasSizeGreaterThan(30);
        assertThat(drawn.stream().flatMap(asked -> asked.groups().stream()).distinct())
                .as("every group")
                .hasSize(16);
        assertThat(drawn)
                .allSatisfy(asked ->
                        assertThat(asked.of("0123456789abcdef".repeat(4))).hasSize(12));
    }
}
