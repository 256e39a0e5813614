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

    /** Begins the name of what was only read. */
    public static final String READING = "read-";

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

    /**
     * Records that an officer was handed what lets anybody act for a holder. It changes nothing, so it has a transaction of its own and does not
     * appear among the deeds of {@link #of}; it is on record before the answer is sent.
     *
     * @param officer who
     * @param what a short, stable name that begins with {@value #READING}, such as {@code read-carrier}
     * @param subject a permit's number
     * @param detail more, without personal data; may be empty
     */
    @Transactional
    public void reading(Officer officer, String what, String subject, String detail) {
        if (!what.startsWith(READING)) {
            throw new IllegalArgumentException("A reading's name begins with " + READING + ".");
        }
        record(Optional.of(officer), what, subject, detail);
    }

    /** What was done to that subject, oldest first; not who only read it. */
    public List<AuditEvent> of(String subject) {
        return database.sql(
                        "SELECT at, officer, action, subject, detail FROM audit_event WHERE subject = ? AND action NOT LIKE ? ORDER BY id LIMIT 500")
                .params(subject, READING + "%")
                .query((row, number) -> new AuditEvent(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("officer")),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("detail")))
                .list();
    }
}
