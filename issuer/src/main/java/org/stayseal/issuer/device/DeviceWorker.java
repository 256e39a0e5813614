package org.stayseal.issuer.device;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the credentials of devices that were bound. Several issuers share the work by skipping rows that others hold locked. */
@Component
class DeviceWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceWorker.class);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final DeviceRows rows;
    private final DeviceIssuance issuance;
    private final Clock clock;

    DeviceWorker(
            JdbcClient database,
            PlatformTransactionManager transactions,
            DeviceRows rows,
            DeviceIssuance issuance,
            Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = rows;
        this.issuance = issuance;
        this.clock = clock;
    }

    /** Works until nothing is left that can be done now. */
    @Scheduled(fixedDelay = 300)
    void work() {
        while (one()) {
            LOG.debug("the credentials of a device were advanced");
        }
    }

    private boolean one() {
        List<UUID> at = new ArrayList<>(1);
        try {
            return Boolean.TRUE.equals(transaction.execute(running -> {
                Optional<HolderDevice> next = rows.lockNext(now());
                next.ifPresent(device -> {
                    at.add(device.id());
                    if (!issuance.advance(device)) {
                        later(device.id());
                    }
                });
                return next.isPresent();
            }));
        } catch (RuntimeException e) {
            // The message may quote a value; the kind of failure is what an operator needs first.
            LOG.error(
                    "making the credentials of a device failed and is tried again later: {}",
                    e.getClass().getName());
            LOG.debug("the failure in full", e);
            at.forEach(id -> transaction.executeWithoutResult(running -> later(id)));
            return !at.isEmpty();
        }
    }

    /** After one second, two, four: at most after four minutes. */
    private void later(UUID id) {
        database.sql("""
                        UPDATE device SET attempts = attempts + 1,
                          next_try_at = CAST(? AS timestamptz) + interval '1 second' * power(2, least(attempts, 8)) WHERE id = ?
                        """).params(now(), id).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
