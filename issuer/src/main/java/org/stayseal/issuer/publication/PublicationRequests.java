package org.stayseal.issuer.publication;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a new publication, in the transaction of the change that needs it: a stored change is always published in the end. */
@Component
public class PublicationRequests {

    private final JdbcClient database;
    private final Clock clock;

    PublicationRequests(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A status changed, or a list of a new shard is needed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask() {
        database.sql("""
                        UPDATE publication_state SET wanted = wanted + 1,
                          wanted_since = CASE WHEN wanted = published THEN :now ELSE wanted_since END
                        WHERE id = 1
                        """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
