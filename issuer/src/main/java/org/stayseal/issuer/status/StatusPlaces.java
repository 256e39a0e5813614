package org.stayseal.issuer.status;

import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives places in the status lists, each once, to however many issuers share the database: the counting is the database's sequence, whose
 * numbers are never given twice, not even after a rollback.
 */
@Component
public class StatusPlaces {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;

    StatusPlaces(JdbcClient database) {
        this.database = database;
    }

    /** A place that no credential has had; recorded, as valid, in the running transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public StatusPlace next() {
        long count = database.sql("SELECT nextval('status_counter')")
                .query(Long.class)
                .single();
        StatusPlace place = new IndexPermutation(key()).place(count);
        database.sql("INSERT INTO status_entry (shard, idx) VALUES (?, ?)")
                .params(place.shard(), place.index())
                .update();
        return place;
    }

    private byte[] key() {
        return database.sql("SELECT index_key FROM installation WHERE id = 1")
                .query(byte[].class)
                .optional()
                .orElseGet(this::makeKey);
    }

    /** Two issuers that start at once agree on the key that was stored first. */
    private byte[] makeKey() {
        byte[] fresh = new byte[32];
        RANDOM.nextBytes(fresh);
        database.sql("INSERT INTO installation (id, index_key) VALUES (1, ?) ON CONFLICT (id) DO NOTHING")
                .param(fresh)
                .update();
        return database.sql("SELECT index_key FROM installation WHERE id = 1")
                .query(byte[].class)
                .single();
    }
}
