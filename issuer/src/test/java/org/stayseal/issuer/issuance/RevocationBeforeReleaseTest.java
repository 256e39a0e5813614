package org.stayseal.issuer.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stayseal.issuer.IssuerTest;
import org.stayseal.spec.status.StatusList;
import org.stayseal.spec.status.StatusListCwt;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.trust.authority.Authority;
import org.stayseal.trust.authority.Publication;

/** What is signed but not handed over may be in the world all the same: it is revoked like anything else. */
class RevocationBeforeReleaseTest extends IssuerTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Authority authority;

    @Autowired
    private IssuanceWorker worker;

    @Test
    void whatWasSignedIsRevokedWithTheRefusal() throws Exception {
        String number = released();
        database.sql("UPDATE credential SET finished = NULL WHERE permit = ? AND purpose = 'full'")
                .param(number)
                .update();
        database.sql(
                        "UPDATE permit SET stage = 'RECORDED', released_at = NULL, draft = jsonb_set(draft, '{remarks}', '\"tampered\"') WHERE number = ?")
                .param(number)
                .update();
        worker.work();

        assertThat(column(number, "stage")).isEqualTo("REFUSED");
        assertThat(column(number, "status_reason")).startsWith("Refused before release");
        awaitRevoked(number);
    }

    @Test
    void aPermitThatIsSignedAndNotReleasedCanBeRevokedAndIsNeverReleasedThen() throws Exception {
        String number = released();
        byte[] identity = identity(number);
        database.sql("UPDATE seal SET finished = NULL, identity = NULL WHERE permit = ?")
                .param(number)
                .update();
        putBack(number, "LINTED");

        assertThat(post("/api/v1/permits/" + number + "/suspension", APPROVER, Map.of("reason", "Being checked"))
                        .statusCode())
                .isEqualTo(409);
        HttpResponse<String> answer = post(
                "/api/v1/permits/" + number + "/revocation", APPROVER, Map.of("reason", "Sent to the wrong office"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(identity(number)).as("named although not stored as a whole").isEqualTo(identity);
        awaitRevoked(number);

        database.sql("UPDATE permit SET next_try_at = now() - interval '1 hour' WHERE number = ?")
                .param(number)
                .update();
        worker.work();
        assertThat(column(number, "stage")).isEqualTo("REFUSED");
        assertThat(column(number, "status_reason")).isEqualTo("Sent to the wrong office");
    }

    @Test
    void aRefusedPermitCanStillBeRevoked() throws Exception {
        String number = released();
        putBack(number, "REFUSED");

        assertThat(post(
                                "/api/v1/permits/" + number + "/revocation",
                                APPROVER,
                                Map.of("reason", "Signed, never handed over"))
                        .statusCode())
                .isEqualTo(200);
        awaitRevoked(number);
    }

    /** As after a crash, and not due for an hour. */
    private void putBack(String number, String stage) {
        database.sql(
                        "UPDATE permit SET stage = ?, released_at = NULL, next_try_at = now() + interval '1 hour' WHERE number = ?")
                .params(stage, number)
                .update();
    }

    private void awaitRevoked(String number) throws Exception {
        for (int i = 0; i < 100 && !isRevokedEverywhere(number); i++) {
            pause();
        }
        assertThat(isRevokedEverywhere(number))
                .as("four places and the seal are published as revoked")
                .isTrue();
    }

    private boolean isRevokedEverywhere(String number) throws Exception {
        Publication newest = authority.current().orElseThrow();
        record Place(int shard, int index) {}
        List<Place> places = database.sql("SELECT shard, idx FROM credential WHERE permit = ?")
                .param(number)
                .query((row, count) -> new Place(row.getInt("shard"), row.getInt("idx")))
                .list();
        int revoked = 0;
        for (Place place : places) {
            String uri = authority.statusUri(place.shard());
            StatusList list =
                    StatusListCwt.read(newest.statusLists().get(uri).cwt(), uri).list();
            revoked += list.get(place.index()).orElseThrow() == 1 ? 1 : 0;
        }
        SealRevocations seals =
                SealRevocations.read(SignedDocument.read(newest.sealRevocations(), DocumentKind.SEAL_REVOCATIONS));
        return revoked == 4
                && seals.of(identity(number)).map(entry -> entry.status() == 1).orElse(false);
    }

    private byte[] identity(String number) {
        return database.sql("SELECT identity FROM seal WHERE permit = ?")
                .param(number)
                .query(byte[].class)
                .single();
    }

    private String column(String number, String name) {
        return database.sql("SELECT " + name + " FROM permit WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
