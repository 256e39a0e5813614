package org.stayseal.issuer.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.PublicAddress;
import org.stayseal.issuer.issuedlog.IssuedLog;
import org.stayseal.issuer.status.StatusPlace;
import org.stayseal.trust.authority.Authority;
import org.stayseal.trust.authority.Publication;
import org.stayseal.trust.authority.PublicationRefusedException;

/**
 * Publishes when something changed and a little time for others to change has passed, and again when half of a publication's life is over.
 *
 * <p>One issuer at a time: the row of the wish is held while publishing, so that a change made meanwhile waits and is published next.
 */
@Component
public class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    /** So much later than its signature a permit is under a published head at the latest: what is not is lost when a key is stolen (TRUST-187). */
    private static final Duration HEAD_AFTER = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final PublicationStore store;
    private final StatusHistory history;
    private final IssuedLog log;
    private final Authority authority;
    private final PublicationNumbers numbers;
    private final IssuerSettings settings;
    private final PublicAddress address;
    private final Clock clock;
    private volatile Served served = new Served(0, Map.of());
    private Instant notBefore = Instant.MIN;

    Publisher(
            JdbcClient database,
            PlatformTransactionManager transactions,
            PublicationStore store,
            StatusHistory history,
            IssuedLog log,
            Authority authority,
            PublicationNumbers numbers,
            IssuerSettings settings,
            PublicAddress address,
            Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.store = store;
        this.history = history;
        this.log = log;
        this.authority = authority;
        this.numbers = numbers;
        this.settings = settings;
        this.address = address;
        this.clock = clock;
    }

    /** The newest publication's files by path. */
    private record Served(long sequence, Map<String, List<PublishedFile>> files) {}

    /** The forms in which that path is served; empty when there is none. */
    List<PublishedFile> at(String path) {
        return served.files().getOrDefault(path, List.of());
    }

    /** The number of the publication that is being served; 0 before the first. */
    public long sequence() {
        return served.sequence();
    }

    /** Publishes if it is time to, and serves what is newest, also when another issuer made it. */
    @Scheduled(fixedDelay = 250)
    public synchronized void tick() {
        Instant now = clock.instant();
        if (!now.isBefore(notBefore) || notBefore.isAfter(now.plus(AFTER_A_FAILURE))) {
            try {
                transaction.executeWithoutResult(running -> publishIfDue());
            } catch (RuntimeException e) {
                LOG.error("publishing failed and is tried again", e);
                notBefore = clock.instant().plus(AFTER_A_FAILURE);
            }
        }
        long newest = store.newest();
        if (newest > served.sequence()) {
            Map<String, List<PublishedFile>> files = new HashMap<>();
            store.files(newest).forEach(file -> files.merge(file.path(), List.of(file), Publisher::both));
            served = new Served(newest, Map.copyOf(files));
        }
    }

    private void publishIfDue() {
        Optional<Wish> wish = database.sql("""
                        SELECT wanted, published, wanted_since, renew_at FROM publication_state WHERE id = 1 FOR UPDATE SKIP LOCKED
                        """)
                .query((row, count) -> new Wish(
                        row.getLong("wanted"),
                        row.getLong("published"),
                        Optional.ofNullable(row.getObject("wanted_since", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getObject("renew_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .optional();
        Instant now = clock.instant();
        if (wish.isEmpty()) {
            return;
        }
        Optional<Instant> last = store.newestIssued();
        if (last.isPresent() && now.isBefore(last.get())) {
            throw new IllegalStateException(
                    "The clock says " + now + ", but the newest publication was made at " + last.get()
                            + ". Nothing is published until the clock is right again, because no verifier would take it.");
        }
        boolean headIsDue =
                last.filter(issued -> !now.isBefore(issued.plus(HEAD_AFTER))).isPresent() && log.hasGrownSinceItsHead();
        // What a ceremony decided is published at once: a key that it revokes is good for nobody until readers know.
        if (!headIsDue
                && !authority.wantsPublication()
                && !wish.get().isDue(now, settings.publication().delay(), last.map(this::renewal))) {
            return;
        }
        Publication publication;
        // The authority's own folder says what was published, also when a crash kept it from being recorded here.
        long published = authority
                .current()
                .map(Publication::logSize)
                .orElseGet(OptionalLong::empty)
                .orElse(0);
        try {
            publication = authority.publish(
                    store.input(StatusPlace.SHARD_SIZE, now, authority.notices())
                            .with(log.toPublish(published))
                            .reading(log::leaves),
                    numbers.announce());
        } catch (PublicationRefusedException e) {
            throw new IllegalStateException("The authority's own reader refuses the publication.", e);
        }
        store.store(publication, address.base());
        history.keep(publication, address.base());
        log.published(publication.logSize().orElse(0), published);
        Duration life = Duration.between(publication.issued(), publication.nextUpdate());
        Duration shortest = life.compareTo(settings.publication().renewAfter()) < 0
                ? life.dividedBy(2)
                : settings.publication().renewAfter();
        database.sql("UPDATE publication_state SET published = ?, renew_at = ? WHERE id = 1")
                .params(
                        wish.get().wanted(),
                        OffsetDateTime.ofInstant(publication.issued().plus(shortest), ZoneOffset.UTC))
                .update();
        LOG.info("publication {} made", publication.sequence());
        authority.shortcomings().forEach(lack -> LOG.warn("publication {}: {}", publication.sequence(), lack));
    }

    /** However late it was set, a publication is renewed no later than today's settings say. */
    private Instant renewal(Instant issued) {
        return issued.plus(settings.publication().renewAfter());
    }

    private static List<PublishedFile> both(List<PublishedFile> one, List<PublishedFile> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream())
                .sorted(Comparator.comparing(PublishedFile::mediaType))
                .toList();
    }

    private record Wish(long wanted, long published, Optional<Instant> since, Optional<Instant> renewAt) {

        /** A wish from the future was made before the clock was put right; it is due at once. */
        boolean isDue(Instant now, Duration delay, Optional<Instant> latestRenewal) {
            boolean changed = wanted > published
                    && since.map(moment -> moment.isAfter(now) || !now.isBefore(moment.plus(delay)))
                            .orElse(true);
            return changed
                    || Stream.of(renewAt, latestRenewal)
                            .flatMap(Optional::stream)
                            .anyMatch(moment -> !now.isBefore(moment));
        }
    }
}
