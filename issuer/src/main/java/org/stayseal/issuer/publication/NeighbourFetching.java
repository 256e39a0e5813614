package org.stayseal.issuer.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.trust.authority.Authority;

/**
 * Fetches neighbours' lists by a timer (TRUST-285), on a thread of its own: a neighbour that does not answer holds up neither a publication nor a signature. What is new makes the authority want a
 * publication, which {@link Publisher} makes at once.
 */
@Component
class NeighbourFetching implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(NeighbourFetching.class);

    private final Authority authority;
    private final IssuerSettings settings;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "neighbours");
        made.setDaemon(true);
        return made;
    });
    private Instant last = Instant.MIN;

    NeighbourFetching(Authority authority, IssuerSettings settings, Clock clock) {
        this.authority = authority;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins a round if it is time to and none is under way. A clock that was put back delays none. */
    @Scheduled(fixedDelay = 1_000)
    synchronized void tick() {
        Instant now = clock.instant();
        boolean due = last.equals(Instant.MIN)
                || now.isBefore(last)
                || !now.isBefore(last.plus(settings.publication().neighboursAfter()));
        if (due && running.compareAndSet(false, true)) {
            last = now;
            thread.execute(this::round);
        }
    }

    private void round() {
        try {
            authority
                    .fetchNeighbours()
                    .forEach(failed -> LOG.warn("not taken in, what was before goes on: {}", failed));
        } catch (RuntimeException e) {
            LOG.error("fetching neighbours' lists failed and is tried again", e);
        } finally {
            running.set(false);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
