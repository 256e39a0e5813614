package org.stayseal.issuer.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stayseal.issuer.IssuerTest;
import org.stayseal.issuer.audit.AuditEvent;
import org.stayseal.issuer.audit.AuditTrail;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.status.StatusListCwt;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealDecoder;
import org.stayseal.trust.authority.Authority;
import tools.jackson.databind.JsonNode;

/** A permit from approval to revocation, as verifiers see it: in its codes and in the published lists. */
class PermitLifeTest extends IssuerTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Authority authority;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private IssuanceWorker worker;

    @Test
    void aReleasedPermitHasFourUnlinkedCredentialsAndASealThatVerify() throws FormatException {
        String number = untouched();
        Set<Object> identities = new HashSet<>();
        for (Purpose purpose : Purpose.values()) {
            Credential credential = credential(number, purpose);
            assertThat(credential.purpose()).isEqualTo(purpose);
            assertThat(credential.verifies(
                            authority.credentialSigner().certificate().getPublicKey()))
                    .isTrue();
            identities.add(credential.id());
            identities.add(credential.status());
        }
        assertThat(identities).as("no identity and no status place is shared").hasSize(8);
        Seal seal = seal(number);
        assertThat(seal.names(authority.sealSigner().certificate())).isTrue();
        assertThat(seal.verifies(authority.sealSigner().certificate().getPublicKey()))
                .isTrue();
    }

    @Test
    void everyStepIsOnRecordInItsOrder() {
        String number = released();
        assertThat(audit.of(number).stream().map(AuditEvent::action).toList())
                .containsExactly("permit-recorded", "permit-linted", "permit-signed", "permit-released");
        assertThat(count("SELECT count(*) FROM signature_record WHERE permit = ?", number))
                .isEqualTo(5);
        assertThat(count("""
                        SELECT count(*) FROM signature_record s JOIN signing_token t ON t.id = s.token
                        WHERE s.permit = ? AND t.linted_at <= t.redeemed_at AND t.redeemed_at <= s.signed_at AND t.digest = s.digest
                        """, number)).isEqualTo(5);
    }

    @Test
    void carriersAreThereAndOnlyForOfficers() {
        String number = untouched();
        for (JsonNode address : body(get("/api/v1/permits/" + number, CLERK)).get("carriers")) {
            HttpResponse<byte[]> carrier =
                    send(request(address.asString(), CLERK).GET(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(carrier.statusCode()).as(address.asString()).isEqualTo(200);
            assertThat(carrier.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(carrier.body()).isNotEmpty();
            assertThat(send(request(address.asString()).GET()).statusCode()).isEqualTo(401);
        }
        assertThat(get("/api/v1/permits/" + number + "/carriers/secret.txt", CLERK)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRevocationReachesAllFourListsAndTheSealAndIsFinal() throws Exception {
        String number = released();
        assertThat(statuses(number)).containsOnly(0);
        assertThat(post(change(number, "suspension"), APPROVER, Map.of("reason", "Being checked"))
                        .statusCode())
                .isEqualTo(200);
        awaitPublished();
        assertThat(statuses(number)).containsOnly(2);
        assertThat(sealStatus(number)).isEqualTo(2);
        assertThat(post(change(number, "reinstatement"), APPROVER, Map.of("reason", "Checked"))
                        .statusCode())
                .isEqualTo(200);
        awaitPublished();
        assertThat(statuses(number)).containsOnly(0);
        assertThat(sealStatus(number)).isZero();
        JsonNode revoked = body(post(change(number, "revocation"), APPROVER, Map.of("reason", "Obtained by fraud")));
        assertThat(revoked.get("status").asString()).isEqualTo("REVOKED");
        awaitPublished();
        assertThat(statuses(number)).containsOnly(1);
        assertThat(sealStatus(number)).isEqualTo(1);
        for (String again : List.of("reinstatement", "suspension", "revocation")) {
            HttpResponse<String> answer = post(change(number, again), APPROVER, Map.of("reason", "Changed our minds"));
            assertThat(answer.statusCode()).as(again).isEqualTo(409);
            assertThat(body(answer).get("rule").asString()).isEqualTo("revoked-for-good");
        }
    }

    @Test
    void aChangeOfStatusNeedsAnApproverAndAReason() {
        String number = untouched();
        assertThat(post(change(number, "revocation"), CLERK, Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> answer = post(change(number, "revocation"), APPROVER, Map.of("reason", " "));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(body(answer).at("/errors/0/pointer").asString()).isEqualTo("/reason");
        assertThat(post(change("NOSUCHONE", "revocation"), APPROVER, Map.of("reason", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCrashBetweenSigningAndStoringIsResumedWithTheSignatureOnRecord() {
        String number = released();
        byte[] before = finished(number);
        database.sql("UPDATE permit SET stage = 'LINTED', released_at = NULL WHERE number = ?")
                .param(number)
                .update();
        database.sql("UPDATE credential SET finished = NULL WHERE permit = ? AND purpose = 'work'")
                .param(number)
                .update();
        worker.work();
        assertThat(finished(number)).isEqualTo(before);
        assertThat(count("SELECT count(*) FROM signature_record WHERE permit = ?", number))
                .isEqualTo(5);
        assertThat(body(get("/api/v1/permits/" + number, CLERK)).get("stage").asString())
                .isEqualTo("RELEASED");
    }

    @Test
    void bytesThatNoLongerAreTheRecordsAreNeverSigned() {
        String number = released();
        database.sql(
                        "UPDATE permit SET stage = 'RECORDED', released_at = NULL, draft = jsonb_set(draft, '{remarks}', '\"tampered\"') WHERE number = ?")
                .param(number)
                .update();
        database.sql("UPDATE credential SET finished = NULL WHERE permit = ? AND purpose = 'full'")
                .param(number)
                .update();
        worker.work();
        JsonNode permit = body(get("/api/v1/permits/" + number, CLERK));
        assertThat(permit.get("stage").asString()).isEqualTo("REFUSED");
        assertThat(permit.get("refusedBecause").asString()).contains("content-of-the-record");
        assertThat(get("/api/v1/permits/" + number + "/carriers/full.txt", CLERK)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theHolderFindsThePermitByAnUnguessableAddress() {
        String number = untouched();
        String link = body(get("/api/v1/permits/" + number + "/holder-link", CLERK))
                .get("holderLink")
                .asString();
        assertThat(link)
                .matches("http://localhost:8080/holder/[A-Za-z0-9_-]{22}")
                .doesNotContain(number);
    }

    private List<Integer> statuses(String number) throws FormatException {
        List<Integer> statuses = new java.util.ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            Credential credential = credential(number, purpose);
            byte[] list = authority
                    .current()
                    .orElseThrow()
                    .statusLists()
                    .get(credential.status().uri())
                    .cwt();
            statuses.add(StatusListCwt.read(list, credential.status().uri())
                    .list()
                    .get(credential.status().index())
                    .orElseThrow());
        }
        return statuses;
    }

    private int sealStatus(String number) throws FormatException, IOException {
        byte[] list = authority.current().orElseThrow().sealRevocations();
        return SealRevocations.read(SignedDocument.read(list, DocumentKind.SEAL_REVOCATIONS))
                .of(seal(number).identity())
                .map(SealRevocations.Entry::status)
                .orElse(0);
    }

    private void awaitPublished() {
        for (int i = 0; i < 200 && pending(); i++) {
            pause();
        }
        assertThat(pending()).as("something waits to be published").isFalse();
    }

    private boolean pending() {
        return database.sql("SELECT wanted > published FROM publication_state")
                .query(Boolean.class)
                .single();
    }

    private Credential credential(String number, Purpose purpose) throws FormatException {
        String text = get("/api/v1/permits/" + number + "/carriers/" + purpose.key() + ".txt", CLERK)
                .body();
        return CredentialDecoder.decode(text.strip());
    }

    private Seal seal(String number) throws FormatException {
        return SealDecoder.decode(database.sql("SELECT finished FROM seal WHERE permit = ?")
                .param(number)
                .query(byte[].class)
                .single());
    }

    private byte[] finished(String number) {
        return database.sql("SELECT finished FROM credential WHERE permit = ? AND purpose = 'work'")
                .param(number)
                .query(byte[].class)
                .single();
    }

    private long count(String sql, String number) {
        return database.sql(sql).param(number).query(Long.class).single();
    }

    private static String change(String number, String what) {
        return "/api/v1/permits/" + number + "/" + what;
    }
}
