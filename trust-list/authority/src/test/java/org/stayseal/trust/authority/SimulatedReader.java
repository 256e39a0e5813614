package org.stayseal.trust.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.StatusSource;
import org.stayseal.spec.verify.TrustSource;
import org.stayseal.spec.verify.Verifier;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.TrustStore;

/** A verifier with a store of its own on the disk, which fetches the lists as often as its habit has it. */
final class SimulatedReader {

    /** How often somebody fetches the lists. */
    enum Habit {
        DAILY(0.95),
        WEEKLY(0.3),
        LATE(0.06),
        NEVER_AGAIN(0);

        private final double aDay;

        Habit(double aDay) {
            this.aDay = aDay;
        }
    }

    private final Habit habit;
    private final TrustStore store;
    private final Pin pin;
    private final Clock clock;
    private Optional<Snapshot> kept = Optional.empty();
    private long newest;

    SimulatedReader(Habit habit, Path folder, Pin pin, Clock clock) {
        this.habit = habit;
        this.store = TrustStore.at(folder, clock);
        this.pin = pin;
        this.clock = clock;
    }

    boolean fetchesToday(Random random) {
        return kept.isEmpty() ? random.nextInt(5) == 0 : random.nextDouble() < habit.aDay;
    }

    /** @return whether it was taken, or was there already */
    boolean take(byte[] snapshot) throws IOException {
        Optional<Snapshot> taken = store.take(snapshot, pin).taken();
        taken.ifPresent(now -> {
            kept = taken;
            newest = now.manifest().head().sequence();
        });
        return taken.isPresent();
    }

    /** Starts again from what is on the disk. */
    void restart() throws IOException {
        if (kept.isPresent()) {
            kept = store.kept(pin).flatMap(SnapshotResult::taken);
        }
    }

    /** The newest publication that it has; 0 before the first. */
    long newest() {
        return newest;
    }

    /** Whether its lists still count: only then does anybody promise it anything. */
    boolean withinPolicy() {
        Instant now = clock.instant();
        return kept.isPresent()
                && !now.isAfter(kept.get().trustedUntil())
                && kept.get()
                        .sealRevocations()
                        .filter(seals -> !now.isAfter(seals.head().nextUpdate()))
                        .isPresent();
    }

    Outcome verify(SimulatedPermit permit) {
        TrustSource trust = kept.map(Snapshot::trustSource).orElse(TrustSource.none("no trust list at hand"));
        StatusSource status = kept.map(Snapshot::statusSource).orElse(StatusSource.none());
        return new Verifier(trust, status, clock)
                .verify(permit.seal().received(), Asked.residence())
                .outcome();
    }
}
