package org.stayseal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator's year in a demo, whose keys lie in its own directory: begin, publish, rotate, survive a theft. */
@Tag("whole")
class DemoTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    private Instant now = START;
    private boolean slow;
    private String demo = "";

    @BeforeEach
    void begin() {
        demo = folder.resolve("demo").toString();
        ok("init", demo, "--demo");
    }

    private Session run(String... args) {
        return slow ? Session.ticking(now, args) : Session.at(now, args);
    }

    private Session ok(String... args) {
        Session session = run(args);
        assertThat(session.exit()).as(session.all()).isZero();
        return session;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode status() {
        return JsonMapper.shared().readTree(run("status", demo, "--json").out());
    }

    private String service(String kind, String state) {
        for (JsonNode one : status().get("services")) {
            if (one.get("kind").stringValue().equals(kind)
                    && one.get("state").stringValue().equals(state)) {
                return one.get("id").stringValue();
            }
        }
        throw new AssertionError("no " + kind + " is " + state);
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    /** A second seal signer, announced. */
    private void announced() throws Exception {
        announced("2026-12-01T00:00:00Z");
    }

    private void announced(String signsFrom) throws Exception {
        String password = demo + "/keys/password";
        ok("key", "new", "--key", file("seal-2.p12"), "--password-file", password);
        Files.writeString(
                folder.resolve("seal-2.jwk"),
                ok("key", "show", "--jwk", "--key", file("seal-2.p12"), "--password-file", password)
                        .out());
        ok("publish", demo, "--snapshot", file("demo.zip"));
        ok(
                "certify",
                "--for",
                "seal",
                "--key",
                demo + "/keys/csca.p12",
                "--password-file",
                password,
                "--csca",
                demo + "/csca.pem",
                "--public-key",
                file("seal-2.jwk"),
                "--common-name",
                "RQ",
                "--serial",
                "12",
                "--out",
                file("seal-2.pem"));
        later(Duration.ofHours(1));
        ok(
                "announce",
                demo,
                "--signs",
                "seal",
                "--certificate",
                file("seal-2.pem"),
                "--name",
                "Seal signer 2 (demo)",
                "--documents",
                "FB06",
                "--signs-from",
                signsFrom,
                "--signs-until",
                "2028-02-01T00:00:00Z",
                "--reason",
                "The next signer",
                "--demo-keys");
        Files.copy(folder.resolve("seal-2.p12"), Path.of(demo, "keys", "seal-2.p12"));
    }

    @Test
    void aFreshDemoWantsItsFirstListAndThenNothing() {
        Session before = run("status", demo);
        assertThat(before.exit()).as(before.all()).isEqualTo(2);
        assertThat(before.out()).contains("publish: nobody has a list of this authority yet");
        ok("publish", demo);
        assertThat(run("status", demo).exit()).isZero();
        later(Duration.ofDays(8));
        Session over = run("status", demo);
        assertThat(over.exit()).isEqualTo(2);
        assertThat(over.out()).contains("OVERDUE since", "publish the next list");
        assertThat(run("init", demo, "--demo").exit()).isEqualTo(1);
    }

    @Test
    void aSignerIsRotatedWhenEveryListWithoutItIsOverAndNotBefore() throws Exception {
        announced();
        ok("publish", demo);
        String second = service("seal signer", "announced").substring(0, 12);
        later(Duration.ofDays(3));
        Session early = run("activate", demo, second, "--reason", "now", "--demo-keys");
        assertThat(early.exit()).isEqualTo(1);
        assertThat(early.err()).contains("TRUST-252", "verifiers may use a list that does not announce it");
        later(Duration.ofDays(6));
        ok("publish", demo);
        ok("activate", demo, second, "--reason", "It is its turn", "--demo-keys");
        later(Duration.ofMinutes(1));
        ok("publish", demo, "--snapshot", file("after.zip"));
        assertThat(service("seal signer", "active")).isNotEmpty();
        String root = status().get("authority").stringValue();
        ok("verify", "--root", root, "--at", now.toString(), file("after.zip"));
        Session diff = run("diff", file("demo.zip"), file("after.zip"));
        assertThat(diff.exit()).isEqualTo(2);
        assertThat(diff.out()).contains("new      seal signer " + second);
        assertThat(ok("ceremony", "verify", "--root", root, demo).out()).contains("3 ceremonies");
    }

    @Test
    void aStolenKeyIsRevokedInOneCeremonyAndTheNextListSaysSo() {
        ok("publish", demo);
        String stolen = service("credential signer", "active").substring(0, 12);
        later(Duration.ofHours(2));
        Session future =
                run("revoke", demo, stolen, "--since", "2030-01-01T00:00:00Z", "--reason", "stolen", "--demo-keys");
        assertThat(future.exit()).isEqualTo(1);
        assertThat(future.err()).contains("TRUST-248");
        ok("revoke", demo, stolen, "--since", "2026-11-22T06:00:00Z", "--reason", "The safe was open", "--demo-keys");
        assertThat(run("status", demo).out())
                .contains("verifiers do not know it yet", "is revoked and nothing signs in its place");
        ok("publish", demo, "--snapshot", file("after.zip"));
        String root = status().get("authority").stringValue();
        Session verified = run("verify", "--root", root, "--at", now.toString(), file("after.zip"));
        assertThat(verified.out()).containsPattern("credential signer " + stolen + ".*: revoked since");
        later(Duration.ofHours(1));
        ok(
                "revoke",
                demo,
                "Credential signer (demo)",
                "--since",
                "2026-11-21T06:00:00Z",
                "--reason",
                "Earlier",
                "--demo-keys");
        ok("publish", demo, "--snapshot", file("earlier.zip"));
        assertThat(run("diff", file("after.zip"), file("earlier.zip")).out())
                .containsPattern("changed  credential signer .*compromised since 2026-11-22T06:00:00Z")
                .containsPattern("     to  credential signer .*compromised since 2026-11-21T06:00:00Z")
                .containsPattern("CRL of CN=.*: names serial [0-9A-F]+ since 2026-11-21T06:00:00Z");
    }

    @Test
    void aRevocationThatAListDoesNotShowYetIsSaidAloudAndToBeDone() {
        ok("publish", demo);
        String stolen = service("credential signer", "active").substring(0, 12);
        later(Duration.ofMinutes(63));
        ok("revoke", demo, stolen, "--since", "2026-11-22T06:00:00Z", "--reason", "A clock ahead", "--demo-keys");
        later(Duration.ofMinutes(-3));
        Session published = run("publish", demo);
        assertThat(published.exit()).as(published.all()).isEqualTo(2);
        assertThat(published.err())
                .contains("WARNING: list 2 does NOT show that the credential signer")
                .contains("publish again at 2026-11-22T13:03:00Z");
        assertThat(run("status", demo).out()).contains("NOW, at once  list 2 does NOT show");
        String seal = service("seal signer", "active").substring(0, 12);
        Session second =
                run("revoke", demo, seal, "--since", "2026-11-22T06:00:00Z", "--reason", "Another", "--demo-keys");
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err()).contains("TRUST-259", "nothing holds before ceremony 2");
        later(Duration.ofMinutes(3));
        ok("revoke", demo, seal, "--since", "2026-11-22T06:00:00Z", "--reason", "Another", "--demo-keys");
        Session shown = run("publish", demo);
        assertThat(shown.err()).doesNotContain("NOT show");
        assertThat(shown.exit()).isZero();
    }

    @Test
    void statusNamesTheSpareOfAStolenKeyAndFromWhenItMaySign() throws Exception {
        ok("publish", demo);
        announced("2026-12-15T00:00:00Z");
        ok("publish", demo);
        later(Duration.ofDays(1));
        // Every list without it is over after a week; its term begins later.
        assertThat(run("status", demo).out()).contains("possible from 2026-12-15T00:00:00Z: trust activate");
        String stolen = service("seal signer", "active").substring(0, 12);
        ok("revoke", demo, stolen, "--since", "2026-11-23T06:00:00Z", "--reason", "The safe was open", "--demo-keys");
        later(Duration.ofMillis(1_234));
        Session robbed = run("status", demo);
        assertThat(robbed.exit()).isEqualTo(2);
        assertThat(robbed.out())
                .containsPattern(
                        "NOW, by 2026-12-15T00:00:00Z  the seal signer .* is revoked and nothing signs in its place: "
                                + "activate the seal signer \"Seal signer 2 \\(demo\\)\" \\([0-9a-f]{16}\\), possible from 2026-12-15T00:00:00Z: trust activate")
                .doesNotContainPattern("[0-9]{2}\\.[0-9]+Z");
        now = Instant.parse("2026-12-15T00:00:00Z");
        assertThat(run("status", demo).out())
                .containsPattern("NOW, at once  the seal signer .* possible now: trust activate");
        String spare = service("seal signer", "announced").substring(0, 12);
        ok("activate", demo, spare, "--reason", "It takes over", "--demo-keys");
        assertThat(run("status", demo).out()).doesNotContain("nothing signs in its place");
    }

    @Test
    void aServiceIsMeantByTheFirstCharactersOfItsName() {
        String out = file("review.json");
        assertThat(ok("revoke", demo, "Seal", "--since", START.toString(), "--reason", "x", "--out", out)
                        .out())
                .contains("Revoke the seal signer \"Seal signer (demo)\"");
        assertThat(run("revoke", demo, "S", "--since", START.toString(), "--reason", "x", "--out", file("s.json"))
                        .exit())
                .isEqualTo(64);
        assertThat(run("revoke", demo, "Sea1", "--since", START.toString(), "--reason", "x", "--out", file("s.json"))
                        .err())
                .contains("the register has no service Sea1");
    }

    @Test
    void aSpareIsNotToBeActivatedWhileItsPredecessorSigns() throws Exception {
        ok("publish", demo);
        assertThat(run("status", demo).out()).contains("no spare for the seal signer");
        announced("2026-12-01T00:00:00Z");
        ok("publish", demo);
        later(Duration.ofDays(10));
        ok("publish", demo);
        Session status = run("status", demo);
        assertThat(status.out())
                .doesNotContain("no spare for the seal signer")
                .containsPattern(
                        "from 2027-[0-9T:-]*Z by 2028-01-[0-9T:-]*Z  activate the seal signer .*possible now.*spare");
        assertThat(status.exit()).as(status.all()).isZero();
        ok(
                "revoke",
                demo,
                "Seal signer (",
                "--since",
                "2026-12-01T06:00:00Z",
                "--reason",
                "The safe was open",
                "--demo-keys");
        List<String> tasks = run("status", demo)
                .out()
                .lines()
                .dropWhile(line -> !line.startsWith("to do:"))
                .skip(1)
                .toList();
        long due = tasks.stream().filter(line -> line.startsWith("  NOW")).count();
        assertThat(due).isPositive();
        assertThat(tasks.stream().limit(due)).allMatch(line -> line.startsWith("  NOW"));
    }

    @Test
    void whoRevokesLearnsOfTheSpareOnceAndOfTheCrl() throws Exception {
        announced("2026-12-01T00:00:00Z");
        ok("publish", demo);
        later(Duration.ofDays(1));
        String[] revoke = {
            "revoke", demo, "Seal signer (", "--since", "2026-11-23T06:00:00Z", "--reason", "x", "--demo-keys"
        };
        Session revoked = ok(revoke);
        assertThat(revoked.out()).contains("LOOK AT THIS", "the spare is the seal signer \"Seal signer 2 (demo)\"");
        assertThat(revoked.err()).contains("trust certify --for crl", "=2026-11-23T06:00:00Z");
        ok("publish", demo, "--snapshot", file("after.zip"));
        later(Duration.ofHours(1));
        revoke[4] = "2026-11-22T06:00:00Z";
        assertThat(ok(revoke).out()).doesNotContain("last of its kind");
        ok("publish", demo, "--snapshot", file("later.zip"));
        assertThat(run("status", demo).out()).doesNotContain("in the CRL");
        assertThat(crlMoment(file("after.zip"))).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));
        assertThat(crlMoment(file("later.zip"))).isEqualTo(Instant.parse("2026-11-22T06:00:00Z"));
    }

    private static Instant crlMoment(String snapshot) throws Exception {
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(snapshot)) {
            var crl = (java.security.cert.X509CRL) java.security.cert.CertificateFactory.getInstance("X.509")
                    .generateCRL(zip.getInputStream(zip.getEntry("crl/UTO.crl")));
            return crl.getRevokedCertificates()
                    .iterator()
                    .next()
                    .getRevocationDate()
                    .toInstant();
        }
    }

    @Test
    void aTheftAsksForTheCrlWhereTheCscaIsElsewhere() throws Exception {
        ok("publish", demo);
        Files.move(Path.of(demo, "keys", "csca.p12"), folder.resolve("csca.p12"));
        later(Duration.ofHours(1));
        ok("crl", demo, "UTO", emptyCrl().toString(), "--reason", "The CSCA's key went to the safe", "--demo-keys");
        later(Duration.ofHours(1));
        ok("revoke", demo, "Seal", "--since", "2026-11-22T06:00:00Z", "--reason", "x", "--demo-keys");
        assertThat(run("status", demo).out()).doesNotContain("in the CRL, which does not know");
        ok("publish", demo);
        Session due = run("status", demo);
        assertThat(due.exit()).isEqualTo(2);
        assertThat(due.out())
                .containsPattern(
                        "NOW, at once  name serial number [0-9A-F]+ in the CRL.*trust certify --for crl .*=2026-11-22T06:00:00Z");
    }

    private Path emptyCrl() {
        ok(
                "certify",
                "--for",
                "crl",
                "--key",
                file("csca.p12"),
                "--password-file",
                demo + "/keys/password",
                "--csca",
                demo + "/csca.pem",
                "--number",
                "40",
                "--out",
                file("40.crl"));
        return folder.resolve("40.crl");
    }

    @Test
    void whatWaitedIsTakenOverAndTwoDecisionsAreOneFile() throws Exception {
        announced("2026-12-01T00:00:00Z");
        ok("publish", demo);
        later(Duration.ofDays(10));
        String waits = file("waits.json");
        ok("retire", demo, "Credential", "--without-follower", "A test", "--reason", "Planned", "--out", waits);
        assertThat(run("ceremony", "redo", demo, waits, "--out", file("x.json")).err())
                .contains("its signatures count");
        ok("revoke", demo, "Seal signer (", "--since", START.toString(), "--reason", "x", "--out", file("revoke.json"));
        ok(
                "activate",
                demo,
                "Seal signer 2",
                "--with",
                file("revoke.json"),
                "--reason",
                "The safe was open; the spare takes over",
                "--demo-keys");
        assertThat(service("seal signer", "active")).isNotEqualTo(service("seal signer", "revoked"));
        assertThat(status().get("ceremonies").intValue()).isEqualTo(3);
        Session refused = run("ceremony", "show", demo, waits);
        assertThat(refused.err()).contains("TRUST-251", "its signatures are void", "trust ceremony redo");
        later(Duration.ofHours(1));
        Session again = ok("ceremony", "redo", demo, waits, "--out", file("again.json"));
        assertThat(again.out()).contains("ceremony   4 of UTO", "signs until  " + now);
        assertThat(ok("ceremony", "show", demo, file("again.json")).out()).contains("active → retired");
        assertThat(run("activate", demo, "Cred", "--with", waits, "--reason", "x", "--out", file("y.json"))
                        .err())
                .contains("another state than that of now");
    }

    @Test
    void aCeremonyHasOneMomentHoweverLongItIsWritten() throws Exception {
        slow = true;
        announced();
        assertThat(service("seal signer", "announced")).isNotEmpty();
    }

    @Test
    void aKeyThatMaySignLaterThanListsNeedIsAnnouncedWithAWarning() throws Exception {
        announced("2027-06-01T00:00:00Z");
        Session again = run(
                "announce",
                demo,
                "--signs",
                "seal",
                "--certificate",
                file("seal-2.pem"),
                "--name",
                "x",
                "--documents",
                "FB06",
                "--signs-from",
                "2027-06-01T00:00:00Z",
                "--signs-until",
                "2028-02-01T00:00:00Z",
                "--reason",
                "x",
                "--demo-keys");
        assertThat(again.err())
                .contains(
                        "before 2027-06-01T00:00:00Z it cannot be activated (TRUST-254), also when another key is stolen");
    }

    @Test
    void withoutTheFlagACeremonyIsWrittenForReviewAndNothingElse() {
        String stolen = service("seal signer", "active").substring(0, 12);
        later(Duration.ofHours(2));
        String out = file("review.json");
        ok("revoke", demo, stolen, "--since", "2026-11-22T06:00:00Z", "--reason", "a drill", "--out", out);
        assertThat(status().get("ceremonies").intValue()).isEqualTo(1);
        assertThat(ok("ceremony", "show", demo, out).out())
                .contains("active → revoked (keyCompromise", "to sign: root in force: 0 of 2 signed");
        assertThat(run("revoke", demo, stolen, "--since", "2026-11-22T06:00:00Z", "--reason", "x")
                        .exit())
                .isEqualTo(64);
        assertThat(run("revoke", demo, "ffffff", "--since", "2026-11-22T06:00:00Z", "--reason", "x", "--out", out)
                        .err())
                .contains("the register has no service ffffff");
    }

    @Test
    void aNoticeIsMadeAndWithdrawnByCeremonies() throws Exception {
        ok("publish", demo);
        later(Duration.ofHours(1));
        Files.writeString(folder.resolve("notice.json"), """
                {"id":"UT-2027-1","kind":"extension","state":"in-force",
                 "act":{"reference":"Residence Act (Extension) Order 2027/3","published":"2026-11-20"},
                 "text":[{"lang":"en","value":"Permits go on until 4 March 2028."}],
                 "scope":{"countries":["UTO"],"documentTypes":["FB06","RP1"],"endsFrom":"2027-02-01","endsUntil":"2027-03-04"},
                 "newEnd":"2028-03-04"}
                """);
        ok("notice", demo, file("notice.json"), "--reason", "The order", "--demo-keys");
        assertThat(run("status", demo).out()).contains("notice UT-2027-1: extension, in-force, new end 2028-03-04");
        later(Duration.ofHours(1));
        ok("withdraw-notice", demo, "UT-2027-1", "--reason", "Annulled by the court", "--demo-keys");
        assertThat(run("status", demo).out()).contains("notice UT-2027-1: extension, withdrawn");
        assertThat(run("withdraw-notice", demo, "UT-2027-1", "--reason", "again", "--demo-keys")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void theTimelineIsAlsoAPictureThatAnXmlParserReads() throws Exception {
        announced();
        run("status", demo, "--picture", file("status.svg"));
        byte[] svg = Files.readAllBytes(folder.resolve("status.svg"));
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        assertThat(document.getElementsByTagName("circle").getLength())
                .isEqualTo(status().get("tasks").size());
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getDocumentElement().getTextContent()).contains("Seal signer 2 (demo)", "announced");
    }

    @Test
    void whatTheNewestListsLackIsToBeDoneAtOnce() throws Exception {
        ok("publish", demo);
        ok("status", demo);
        Path lacks = Path.of(demo, "publications", "lacks.txt");
        Files.writeString(lacks, "no kept log of the revoked signer ab yet, so everything is refused\n");
        Session due = run("status", demo);
        assertThat(due.exit()).isEqualTo(2);
        assertThat(due.out()).contains("NOW, at once", "no kept log of the revoked signer ab yet");
        ok("publish", demo);
        assertThat(lacks).doesNotExist();
    }
}
