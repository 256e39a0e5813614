package org.stayseal.issuer.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.stayseal.issuer.IssuerTest;

/** Carriers that do not read back are drawn again before the permit is refused for them. */
class CarrierRetryTest extends IssuerTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Issuance issuance;

    @Autowired
    private CarrierMaker carriers;

    private final AtomicInteger failures = new AtomicInteger();
    private String number = "";
    private Claim claim = new Claim("", UUID.randomUUID());

    @BeforeEach
    void signedAndNotDue() {
        number = released();
        claim = new Claim(number, UUID.randomUUID());
        database.sql("""
                        UPDATE permit SET stage = 'SIGNED', released_at = NULL, claim = ?, claimed_until = now() + interval '1 hour',
                          next_try_at = now() + interval '1 hour' WHERE number = ?
                        """).params(claim.token(), number).update();
        CarrierMaker failing = order -> {
            if (failures.getAndDecrement() > 0) {
                throw new CarrierMaker.ReadBackRefused("full.png did not read back");
            }
            return carriers.make(order);
        };
        ReflectionTestUtils.setField(Objects.requireNonNull(issuance), "carriers", failing);
    }

    @AfterEach
    void drawAgain() {
        ReflectionTestUtils.setField(issuance, "carriers", carriers);
    }

    @Test
    void carriersThatDoNotReadBackAtFirstAreDrawnAgain() {
        failures.set(2);
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> issuance.advance(claim)).isInstanceOf(PutOff.class);
            assertThat(column("stage")).isEqualTo("SIGNED");
        }
        issuance.advance(claim);
        assertThat(column("stage")).isEqualTo("RELEASED");
    }

    @Test
    void carriersThatNeverReadBackRefuseThePermitInTheEndAndRevokeIt() {
        failures.set(3);
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> issuance.advance(claim)).isInstanceOf(PutOff.class);
        }
        issuance.advance(claim);
        assertThat(column("stage")).isEqualTo("REFUSED");
        assertThat(column("refused_because")).isEqualTo("carriers: full.png did not read back");
        assertThat(column("status::text")).isEqualTo("1");
    }

    private String column(String name) {
        return database.sql("SELECT " + name + " FROM permit WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
