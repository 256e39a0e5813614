package org.stayseal.issuer.continuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stayseal.issuer.IssuerTest;
import org.stayseal.issuer.lint.Item;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.spec.continuation.Continuation;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.Verifier;
import org.stayseal.trust.authority.Authority;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.Snapshots;
import tools.jackson.databind.JsonNode;

/** A continuation from the request to the decision on the renewal, as a verifier sees it that has the published lists. */
class ContinuationLifeTest extends IssuerTest {

    private static final String GROUND = "Residence Act 81(4)";

    @Autowired
    private JdbcClient database;

    @Autowired
    private Authority authority;

    @Autowired
    private Continuations continuations;

    @Autowired
    private PlatformTransactionManager transactions;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    /** The permits of these tests end tomorrow. */
    private final LocalDate end = today.plusDays(1);

    private final Instant afterwards = end.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
    private final LocalDate until = today.plusDays(40);

    @Override
    protected Map<String, String> application() {
        Map<String, String> fields = form();
        fields.put("rightUntil", end.toString());
        return fields;
    }

    @Test
    void everyCodeOfAPermitGoesOnBesideItsOwnContinuationUntilTheRenewalIsDecided() throws Exception {
        String number = released();
        for (Item item : Item.values()) {
            assertThat(verdict(code(number, item)).outcome()).as(item.key()).isEqualTo(Outcome.INVALID);
        }
        JsonNode given = given(number);
        String id = given.get("id").asString();
        Set<Object> identities = new HashSet<>();
        for (Item item : Item.values()) {
            Verdict extended = verdict(code(number, item), text(id, item));
            assertThat(extended.outcome())
                    .as(item.key() + " " + extended.checks())
                    .isEqualTo(Outcome.VALID);
            assertThat(extended.reason()).contains(Reason.EXTENDED_BY_CONTINUATION);
            Continuation continuation = Continuation.decode(new String(text(id, item), StandardCharsets.US_ASCII));
            assertThat(continuation.until(ZoneOffset.UTC)).isEqualTo(until);
            assertThat(continuation.claims().permitNumber().isPresent())
                    .as("a number only where the code states it")
                    .isEqualTo(item != Item.STAY);
            identities.add(continuation.id());
            identities.add(continuation.status());
        }
        assertThat(identities).as("no identity and no status place is shared").hasSize(10);
        requirePages(number, id);
        requireOnTheHoldersPage(number);
        assertThat(verdict(code(number, Item.WORK), text(id, Item.FULL)).outcome())
                .as("that of another code")
                .isEqualTo(Outcome.INVALID);
        assertThat(count("SELECT count(*) FROM signature_record WHERE permit = ? AND logged", number))
                .isEqualTo(10);

        assertThat(post(path(id, "renewal"), APPROVER, Map.of("renewal", "refused", "reason", "No ground left"))
                        .statusCode())
                .isEqualTo(200);
        awaitPublished();
        assertThat(verdict(code(number, Item.FULL), text(id, Item.FULL)).outcome())
                .isEqualTo(Outcome.INVALID);
        refused(
                409,
                "ended-for-good",
                post(path(id, "renewal"), APPROVER, Map.of("renewal", "granted", "reason", "No")));
    }

    @Test
    void nothingRevivesARevokedPermitAndNoneIsGivenForOne() throws Exception {
        String number = released();
        String id = given(number).get("id").asString();
        post("/api/v1/permits/" + number + "/revocation", APPROVER, Map.of("reason", "Obtained by fraud"));
        awaitPublished();
        Verdict verdict = verdict(code(number, Item.FULL), text(id, Item.FULL));
        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(verdict.reason()).contains(Reason.REVOKED);
        refused(409, "not-in-force", asked(number, CLERK, until, GROUND));
    }

    @Test
    void fourEyesAndTheRulesOfTheFormat() {
        String number = released();
        refused(422, "continuation-until", asked(number, CLERK, end, GROUND));
        refused(422, "continuation-until", asked(number, CLERK, end.plusDays(732), GROUND));
        refused(422, "legal-ground", asked(number, CLERK, until, "x".repeat(101)));
        refused(403, "clerk-only", asked(number, APPROVER, until, GROUND));
        assertThat(post("/api/v1/permits/" + number + "/continuations", CLERK, Map.of("until", "soon", "more", "x"))
                        .body())
                .contains("/until", "/legalGround", "/more");
        HttpResponse<String> written = asked(number, BOTH, end.plusDays(731), GROUND);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        String id = body(written).get("id").asString();
        refused(409, "in-work", asked(number, CLERK, until, GROUND));
        refused(403, "four-eyes", post(path(id, "approval"), BOTH, Map.of()));
        refused(403, "approver-only", post(path(id, "approval"), CLERK, Map.of()));
        refused(409, "not-released", post(path(id, "renewal"), APPROVER, Map.of("renewal", "granted", "reason", "No")));
        assertThat(post(path(id, "rejection"), APPROVER, Map.of("reason", "Another ground"))
                        .statusCode())
                .isEqualTo(200);
        refused(409, "already-decided", post(path(id, "approval"), APPROVER, Map.of()));
        assertThat(asked(number, CLERK, until, GROUND).statusCode())
                .as("a new one after a rejection")
                .isEqualTo(201);
    }

    @Test
    void oneThatIsApprovedAndWaitsIsEndedAndNeverReleased() {
        String number = released();
        HttpResponse<String> written = asked(number, CLERK, until, GROUND);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        UUID id = UUID.fromString(body(written).get("id").asString());
        // In one transaction, so that no worker sees it approved.
        new TransactionTemplate(transactions).executeWithoutResult(running -> {
            continuations.approve(id, APPROVER);
            continuations.end(id, Renewal.REFUSED, "No ground left", APPROVER);
        });
        assertThat(continuations.find(id).orElseThrow().state()).isEqualTo(ContinuationState.REFUSED);
        assertThat(database.sql("""
                        SELECT DISTINCT e.status FROM status_entry e JOIN continuation_code c ON e.shard = c.shard AND e.idx = c.idx
                        WHERE c.continuation = ?
                        """).param(id).query(Integer.class).list()).containsExactly(Renewal.REFUSED.wire());
        refused(
                409,
                "not-released",
                post(path(id.toString(), "renewal"), APPROVER, Map.of("renewal", "granted", "reason", "No")));
        assertThat(asked(number, CLERK, until, GROUND).statusCode())
                .as("another one")
                .isEqualTo(201);
    }

    @Test
    void itsSignerSpeaksForAllPurposesOfThePermit() {
        Set<String> all = Set.of("full", "work", "bank", "stay");
        X509Certificate signer = authority.continuationSigner(all).orElseThrow().certificate();
        assertThat(authority.continuationSigner(Set.of("full", "of another kind")))
                .isEmpty();
        assertThat(authority.listed(signer).orElseThrow().scope().purposes()).isEqualTo(all);
        assertThat(authority
                        .listed(authority.sealSigner().certificate())
                        .orElseThrow()
                        .kind())
                .isEqualTo(Service.SignerKind.SEAL);
    }

    /** What is printed tells nothing that its code does not state. */
    private void requirePages(String number, String id) throws Exception {
        byte[] pdf = carrier(path(id, "carriers/continuation.pdf"));
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(5);
            for (Item item : Item.values()) {
                var stripper = new org.apache.pdfbox.text.PDFTextStripper();
                stripper.setStartPage(item.ordinal() + 1);
                stripper.setEndPage(item.ordinal() + 1);
                String page = stripper.getText(document);
                assertThat(page).contains(until.toString(), GROUND).doesNotContain("Specimen", "Erika");
                assertThat(page.contains(number)).as(item.key()).isEqualTo(item != Item.STAY);
            }
        }
        assertThat(carrier(path(id, "carriers/stay.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    private void requireOnTheHoldersPage(String number) {
        String link = body(get("/api/v1/permits/" + number + "/holder-link", CLERK))
                .get("holderLink")
                .asString();
        String page = java.net.URI.create(link).getPath();
        assertThat(send(request(page + "?for=work").GET()).body()).contains("/continuation/work.png", until.toString());
        assertThat(send(request(page + "/continuation/work.png").GET(), HttpResponse.BodyHandlers.ofByteArray())
                        .body())
                .startsWith(0x89, 'P', 'N', 'G');
        assertThat(send(request(page + "/continuation/secret.png").GET()).statusCode())
                .isEqualTo(404);
    }

    private JsonNode given(String number) {
        HttpResponse<String> written = asked(number, CLERK, until, GROUND);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        String id = body(written).get("id").asString();
        assertThat(post(path(id, "approval"), APPROVER, Map.of()).statusCode()).isEqualTo(200);
        JsonNode given = body(get("/api/v1/continuations/" + id, CLERK));
        for (int i = 0; i < 600 && given.get("state").asString().equals("APPROVED"); i++) {
            pause();
            given = body(get("/api/v1/continuations/" + id, CLERK));
        }
        assertThat(given.get("state").asString()).as(given.toString()).isEqualTo("RELEASED");
        return given;
    }

    private HttpResponse<String> asked(String number, Officer officer, LocalDate last, String ground) {
        return post(
                "/api/v1/permits/" + number + "/continuations",
                officer,
                Map.of("until", last.toString(), "legalGround", ground));
    }

    private void refused(int status, String rule, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(body(answer).get("rule").asString()).isEqualTo(rule);
    }

    private static String path(String id, String more) {
        return "/api/v1/continuations/" + id + "/" + more;
    }

    private byte[] carrier(String path) {
        HttpResponse<byte[]> answer = send(request(path, CLERK).GET(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private byte[] text(String id, Item item) {
        return new String(carrier(path(id, "carriers/" + item.key() + ".txt")), StandardCharsets.US_ASCII)
                .strip()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] code(String number, Item item) {
        return item == Item.SEAL
                ? database.sql("SELECT finished FROM seal WHERE permit = ?")
                        .param(number)
                        .query(byte[].class)
                        .single()
                : new String(
                                carrier("/api/v1/permits/" + number + "/carriers/" + item.key() + ".txt"),
                                StandardCharsets.US_ASCII)
                        .strip()
                        .getBytes(StandardCharsets.US_ASCII);
    }

    private Verdict verdict(byte[] code, byte[]... beside) throws Exception {
        Snapshot lists = Snapshots.open(
                        authority.current().orElseThrow().snapshot(), new Pin(authority.rootFingerprint()))
                .taken()
                .orElseThrow();
        return new Verifier(lists.trustSource(), lists.statusSource(), Clock.fixed(afterwards, ZoneOffset.UTC))
                .verify(code, Asked.residence().continuations(List.of(beside)));
    }

    private void awaitPublished() {
        for (int i = 0; i < 600; i++) {
            if (count("SELECT wanted - published FROM publication_state WHERE id = ?", 1) == 0) {
                return;
            }
            pause();
        }
        throw new AssertionError("not published within a minute");
    }

    private long count(String sql, Object parameter) {
        return database.sql(sql).param(parameter).query(Long.class).single();
    }
}
