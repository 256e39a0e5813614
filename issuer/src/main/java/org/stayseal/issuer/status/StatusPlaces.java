package org.stayseal.issuer.status;

import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stayseal.issuer.IssuerSettings;

/**
 * Gives places in the status lists, each once, to however many issuers share the database: the counting is the database's sequence, whose
 * numbers are never given twice, not even after a rollback. What a restored database forgot of them, {@link GivenPlaces} remembers.
 */
@Component
public class StatusPlaces {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final GivenPlaces given;

    @Autowired
    StatusPlaces(JdbcClient database, IssuerSettings settings) {
        this(database, new GivenPlaces(settings.data().resolve("trust")));
    }

    StatusPlaces(JdbcClient database, GivenPlaces given) {
        this.database = database;
        this.given = given;
    }

    /** A place that no credential has had; recorded, as valid, in the running transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public StatusPlace next() {
        long count = count();
        given.giving(count);
        StatusPlace place = new IndexPermutation(key()).place(count);
        database.sql("INSERT INTO status_entry (shard, idx) VALUES (?, ?)")
                .params(place.shard(), place.index())
                .update();
        return place;
    }

    /** Counts that the database forgot, because it is older than the places that were given, are passed over: the sequence only ever moves on. */
    private long count() {
        long count = database.sql("SELECT nextval('status_counter')")
                .query(Long.class)
                .single();
        if (count >= given.atStart()) {
            return count;
        }
        return database.sql("SELECT max(nextval('status_counter')) FROM generate_series(1, ?)")
                .param(given.atStart() - count)
                .query(Long.class)
                .single();
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
