package org.stayseal.issuer.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stayseal.issuer.IssuerTest;

/** The first permit of a status list is not handed over before that list is published. */
class FirstOfAListTest extends IssuerTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Issuance issuance;

    @Test
    void aPermitWaitsUntilItsStatusListIsPublished() {
        String number = released();
        Claim claim = new Claim(number, UUID.randomUUID());
        database.sql("""
                        UPDATE permit SET stage = 'SIGNED', released_at = NULL, claim = ?, claimed_until = now() + interval '1 hour',
                          next_try_at = now() + interval '1 hour' WHERE number = ?
                        """).params(claim.token(), number).update();
        // One of the four stands in a list of which nobody has published anything.
        database.sql("INSERT INTO status_entry (shard, idx) VALUES (7777, 1)").update();
        int shard = database.sql("SELECT shard FROM credential WHERE permit = ? AND purpose = 'work'")
                .param(number)
                .query(Integer.class)
                .single();
        int index = database.sql("SELECT idx FROM credential WHERE permit = ? AND purpose = 'work'")
                .param(number)
                .query(Integer.class)
                .single();
        place(number, 7777, 1);
        try {
            assertThatThrownBy(() -> issuance.advance(claim)).isInstanceOf(PutOff.class);
            assertThat(stage(number)).isEqualTo("SIGNED");
        } finally {
            place(number, shard, index);
            database.sql("DELETE FROM status_entry WHERE shard = 7777").update();
        }

        issuance.advance(claim);
        assertThat(stage(number)).isEqualTo("RELEASED");
    }

    private void place(String number, int shard, int index) {
        database.sql("UPDATE credential SET shard = ?, idx = ? WHERE permit = ? AND purpose = 'work'")
                .params(shard, index, number)
                .update();
    }

    private String stage(String number) {
        return database.sql("SELECT stage FROM permit WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
