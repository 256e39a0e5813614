package org.stayseal.issuer.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stayseal.issuer.IssuerTest;

/** Two issuers at work on one permit: only who has the newest claim writes. */
class ClaimTest extends IssuerTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Issuance issuance;

    @ParameterizedTest
    @EnumSource(names = {"RECORDED", "LINTED", "SIGNED"})
    void anIssuerThatLostItsClaimStopsAndTheOtherOneReleases(Stage stage) {
        String number = released();
        Claim lost = new Claim(number, UUID.randomUUID());
        Claim newest = new Claim(number, UUID.randomUUID());
        // Nobody else may claim it: it is not due for an hour.
        database.sql("""
                        UPDATE permit SET stage = ?, released_at = NULL, claim = ?, claimed_until = now() + interval '1 hour',
                          next_try_at = now() + interval '1 hour' WHERE number = ?
                        """).params(stage.name(), newest.token(), number).update();

        assertThatThrownBy(() -> issuance.advance(lost)).isInstanceOf(Claim.Lost.class);
        assertThat(stage(number)).isEqualTo(stage.name());

        issuance.advance(newest);
        assertThat(stage(number)).isEqualTo("RELEASED");
        assertThatThrownBy(() -> issuance.advance(newest))
                .as("a step is made once")
                .isInstanceOf(Claim.Lost.class);
    }

    private String stage(String number) {
        return database.sql("SELECT stage FROM permit WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
