package org.stayseal.issuer.issuance;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stayseal.issuer.lint.Item;
import org.stayseal.issuer.officer.Officer;
import org.stayseal.issuer.publication.PublicationRequests;
import org.stayseal.issuer.signing.SigningDesk;

/** Sets the status of a permit: of all credentials, those of its devices as well, and the seal together, with the wish to publish it. Who may, and when, is not asked here. */
@Component
class StatusChange {

    private final JdbcClient database;
    private final SigningDesk desk;
    private final ItemBytes items;
    private final PublicationRequests publications;
    private final Clock clock;

    StatusChange(
            JdbcClient database, SigningDesk desk, ItemBytes items, PublicationRequests publications, Clock clock) {
        this.database = database;
        this.desk = desk;
        this.items = items;
        this.publications = publications;
        this.clock = clock;
    }

    /**
     * In the transaction of whoever decides it.
     *
     * @param officer who; empty for the service itself
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void set(String number, PermitStatus to, String reason, Optional<Officer> officer) {
        nameTheSeal(number);
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.sql("""
                        UPDATE permit SET status = :to, status_reason = :reason, status_changed_at = :now,
                          status_changed_by = CAST(:officer AS text) WHERE number = :number
                        """)
                .param("to", to.wire())
                .param("reason", reason)
                .param("now", now)
                .param("officer", officer.map(Officer::name).orElse(null))
                .param("number", number)
                .update();
        database.sql("""
                        UPDATE status_entry e SET status = ?, changed_at = ? FROM credential c
                        WHERE c.permit = ? AND e.shard = c.shard AND e.idx = c.idx
                        """).params(to.wire(), now, number).update();
        // A device that was revoked by itself stays revoked, whatever becomes of the permit.
        database.sql("""
                        UPDATE status_entry e SET status = ?, changed_at = ? FROM device_credential c JOIN device d ON d.id = c.device
                        WHERE d.permit = ? AND d.state IN ('BOUND', 'RELEASED') AND e.shard = c.shard AND e.idx = c.idx
                        """).params(to.wire(), now, number).update();
        publications.ask();
    }

    /** Has the status that is on record published for a seal, too, that was signed while it was set. */
    @Transactional(propagation = Propagation.MANDATORY)
    void reachWhatWasSignedSince(String number) {
        nameTheSeal(number);
        publications.ask();
    }

    /** Whether a signature over any of the five may exist, also one whose record a crash prevented. */
    boolean mayBeSigned(String number) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM signing_token WHERE permit = ? AND redeemed_at IS NOT NULL)")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    /** A seal that was signed, but not yet stored as a whole, is listed all the same. */
    private void nameTheSeal(String number) {
        database.sql("SELECT to_sign FROM seal WHERE permit = ? AND identity IS NULL")
                .param(number)
                .query(byte[].class)
                .optional()
                .ifPresent(toSign -> desk.recorded(number, Item.SEAL, toSign)
                        .ifPresent(signature -> database.sql("UPDATE seal SET identity = ? WHERE permit = ?")
                                .params(items.sealIdentity(toSign, signature), number)
                                .update()));
    }
}
