package org.stayseal.issuer.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stayseal.issuer.IssuerTest;

/** Officers who change one permit at once: once revoked, stays revoked, in the record and in all of its places (TRUST-84). */
class ConcurrentOfficersTest extends IssuerTest {

    private static final int OFFICERS = 6;
    private static final int TRIES = 8;
    private static final List<String> CHANGES =
            List.of("suspension", "reinstatement", "suspension", "reinstatement", "revocation");

    @Autowired
    private JdbcClient database;

    @Test
    void noChangeOfAnyoneFollowsARevocation() throws Exception {
        String number = released();
        ExecutorService officers = Executors.newFixedThreadPool(OFFICERS);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int officer = 0; officer < OFFICERS; officer++) {
            SplittableRandom random = new SplittableRandom(20261123 + officer);
            answers.add(officers.submit(() -> changes(number, random)));
        }
        int revoked = 0;
        for (Future<Integer> answer : answers) {
            revoked += answer.get();
        }
        officers.shutdown();
        revoked += change(number, "revocation") == 200 ? 1 : 0;

        assertThat(revoked)
                .as("one of them revoked it, and nobody after that one")
                .isEqualTo(1);
        List<String> story = database.sql(
                        "SELECT action FROM audit_event WHERE subject = ? AND action LIKE 'permit-%' ORDER BY id")
                .param(number)
                .query(String.class)
                .list();
        assertThat(story).last().isEqualTo("permit-revoked");
        assertThat(database.sql("SELECT status FROM permit WHERE number = ?")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(database.sql("""
                        SELECT e.status FROM status_entry e JOIN credential c ON c.shard = e.shard AND c.idx = e.idx WHERE c.permit = ?
                        """).param(number).query(Integer.class).list())
                .hasSize(4)
                .containsOnly(1);
        assertThat(change(number, "reinstatement")).isEqualTo(409);
        assertThat(change(number, "suspension")).isEqualTo(409);
    }

    /** @return how many of them revoked it */
    private int changes(String number, SplittableRandom random) {
        int revoked = 0;
        for (int i = 0; i < TRIES; i++) {
            String change = i < TRIES / 2 ? CHANGES.get(random.nextInt(4)) : CHANGES.get(random.nextInt(5));
            int status = change(number, change);
            assertThat(status).as(change).isIn(200, 409);
            revoked += change.equals("revocation") && status == 200 ? 1 : 0;
        }
        return revoked;
    }

    private int change(String number, String change) {
        return post("/api/v1/permits/" + number + "/" + change, APPROVER, Map.of("reason", "Tried at once"))
                .statusCode();
    }
}
