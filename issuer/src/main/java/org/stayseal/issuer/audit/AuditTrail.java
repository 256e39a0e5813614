package org.stayseal.issuer.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stayseal.issuer.officer.Officer;

/** Writes down what was done, in the same transaction as the deed, so that neither exists without the other. */
@Component
public class AuditTrail {

    private final JdbcClient database;
    private final Clock clock;

    AuditTrail(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Records a deed.
     *
     * @param officer who, or empty for the service itself
     * @param action a short, stable name such as {@code permit-revoked}
     * @param subject a permit's number or an application's identity
     * @param detail more, without personal data; may be empty
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Optional<Officer> officer, String action, String subject, String detail) {
        database.sql("INSERT INTO audit_event (at, officer, action, subject, detail) VALUES (?, ?, ?, ?, ?)")
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(officer.map(Officer::name).orElse(null))
                .params(action, subject, detail)
                .update();
    }

    /** What was done to that subject, oldest first. */
    public List<AuditEvent> of(String subject) {
        return database.sql(
                        "SELECT at, officer, action, subject, detail FROM audit_event WHERE subject = ? ORDER BY id LIMIT 500")
                .param(subject)
                .query((row, number) -> new AuditEvent(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("officer")),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("detail")))
                .list();
    }
}
