package org.stayseal.issuer.issuance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.database.EmbeddedPostgres;

/**
 * Brings recorded permits to release. Several issuers share the work through the database: a permit is claimed for a while by skipping rows
 * that others hold, and a claim that a crash left behind runs out. Whoever lost
 * the claim writes nothing any more.
 */
@Component
class IssuanceWorker {

    private static final Logger LOG = LoggerFactory.getLogger(IssuanceWorker.class);
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final Issuance issuance;
    private final ObjectProvider<EmbeddedPostgres> embedded;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    IssuanceWorker(JdbcClient database, Issuance issuance, ObjectProvider<EmbeddedPostgres> embedded, Clock clock) {
        this.database = database;
        this.issuance = issuance;
        this.embedded = embedded;
        this.clock = clock;
    }

    /** Nobody else can be at work on an embedded database: what is claimed there was claimed by a process that is gone. */
    @EventListener(ApplicationReadyEvent.class)
    void forgetClaimsOfTheDead() {
        if (embedded.getIfAvailable() != null) {
            database.sql(
                            "UPDATE permit SET claim = NULL, claimed_until = NULL WHERE claim IS NOT NULL OR claimed_until IS NOT NULL")
                    .update();
        }
    }

    /** Works until nothing is left. */
    @Scheduled(fixedDelay = 300)
    void work() {
        oneAtATime.lock();
        try {
            for (Optional<Claim> claim = claim(); claim.isPresent(); claim = claim()) {
                advance(claim.get());
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void advance(Claim claim) {
        try {
            issuance.advance(claim);
            release(claim, clock.instant());
        } catch (Claim.Lost e) {
            LOG.info("permit {} is at work elsewhere", claim.number());
        } catch (PutOff e) {
            LOG.info("permit {} waits: {}", claim.number(), e.getMessage());
            release(claim, clock.instant().plus(e.pause()));
        } catch (RuntimeException e) {
            // The message may quote a value; the kind of failure is what an operator needs first.
            LOG.error(
                    "issuing permit {} failed and is tried again later: {}",
                    claim.number(),
                    e.getClass().getName());
            LOG.debug("the failure in full", e);
            int attempts = database.sql("SELECT attempts FROM permit WHERE number = ?")
                    .param(claim.number())
                    .query(Integer.class)
                    .single();
            release(claim, clock.instant().plusSeconds(1L << Math.min(attempts, 8)));
        }
    }

    Optional<Claim> claim() {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        UUID token = UUID.randomUUID();
        return database.sql("""
                        UPDATE permit SET claim = :claim, claimed_until = :until, attempts = attempts + 1
                        WHERE number = (
                          SELECT number FROM permit
                          WHERE stage IN ('RECORDED', 'LINTED', 'SIGNED') AND next_try_at <= :now
                            AND (claimed_until IS NULL OR claimed_until < :now)
                          ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING number
                        """)
                .param("claim", token)
                .param("until", now.plus(CLAIM))
                .param("now", now)
                .query(String.class)
                .optional()
                .map(number -> new Claim(number, token));
    }

    private void release(Claim claim, Instant nextTry) {
        database.sql(
                        "UPDATE permit SET claim = NULL, claimed_until = NULL, next_try_at = ? WHERE number = ? AND claim = ?")
                .params(OffsetDateTime.ofInstant(nextTry, ZoneOffset.UTC), claim.number(), claim.token())
                .update();
    }
}
