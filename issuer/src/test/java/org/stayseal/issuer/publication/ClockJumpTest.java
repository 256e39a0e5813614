package org.stayseal.issuer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stayseal.issuer.IssuerTest;

/** A clock that ran ahead and was put right must not stop publication for as long as it ran ahead. */
@ExtendWith(OutputCaptureExtension.class)
class ClockJumpTest extends IssuerTest {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Publisher publisher;

    @Test
    void aRenewalThatWasSetFarAheadIsMadeInTime() {
        publisher.tick();
        long before = publisher.sequence();
        database.sql("UPDATE publication SET issued = now() - interval '5 days' WHERE sequence = ?")
                .param(before)
                .update();
        database.sql("UPDATE publication_state SET renew_at = now() + interval '10 years'")
                .update();
        await(before);
    }

    @Test
    void aWishFromTheFutureIsFulfilledNow() {
        publisher.tick();
        long before = publisher.sequence();
        database.sql("UPDATE publication_state SET wanted = published + 1, wanted_since = now() + interval '10 years'")
                .update();
        await(before);
    }

    @Test
    void aClockBehindTheNewestPublicationIsSaidPlainlyAndPublishingGoesOnWhenItIsRight(CapturedOutput output) {
        publisher.tick();
        long before = publisher.sequence();
        OffsetDateTime issued = database.sql("SELECT issued FROM publication WHERE sequence = ?")
                .param(before)
                .query(OffsetDateTime.class)
                .single();
        moveIssued(before, issued.plusYears(1));
        try {
            for (int i = 0; i < 100 && !output.toString().contains("until the clock is right again"); i++) {
                pause();
            }
            assertThat(output).contains("until the clock is right again");
            assertThat(publisher.sequence()).isEqualTo(before);
        } finally {
            moveIssued(before, issued);
        }
        database.sql("UPDATE publication_state SET wanted = wanted + 1").update();
        await(before);
    }

    private void moveIssued(long sequence, OffsetDateTime issued) {
        database.sql("UPDATE publication SET issued = ? WHERE sequence = ?")
                .params(issued, sequence)
                .update();
    }

    private void await(long before) {
        for (int i = 0; i < 200 && publisher.sequence() <= before; i++) {
            pause();
        }
        assertThat(publisher.sequence()).isGreaterThan(before);
    }
}
