package org.stayseal.trust.authority;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.trust.reader.Pin;

/**
 * The life of an authority in fast time: two planned rotations of the key that signs, the theft of one, and a new root; officers who issue and revoke; verifiers who fetch lists daily, weekly, late or
 * never again, and to whom old lists are replayed; thieves who forge. Everything but the time is real.
 */
final class RotationSimulation {

    /**
     * How much of it.
     *
     * @param days at least 120
     * @param permits issued a day
     * @param readers verifiers, of each habit alike
     * @param questions that each verifier asks a day about good permits, and about bad ones
     */
    record Plan(int days, int permits, int readers, int questions, long seed) {}

    /** What happened in a week. */
    static final class Week {
        int within;
        int withinValid;
        int stale;
        int staleOpen;
        int forged;
        int forgedBelieved;
    }

    /** Something that an operator did, on a day counted from 0. */
    record Event(int day, String words) {}

    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private static final Duration NOTICED = Duration.ofDays(2);

    private final Plan plan;
    private final Random random;
    private final MovedClock clock = new MovedClock();
    private final SimulatedAuthority authority;
    private final List<SimulatedReader> readers = new ArrayList<>();
    private final List<SimulatedPermit> good = new ArrayList<>();
    private final List<SimulatedPermit> forged = new ArrayList<>();
    private final List<SimulatedPermit> withdrawn = new ArrayList<>();
    private final List<Long> withdrawnIn = new ArrayList<>();
    private final List<Instant> withdrawnUntil = new ArrayList<>();
    private final List<Publication> publications = new ArrayList<>();
    final List<Week> weeks = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<String> faults = new ArrayList<>();
    int issued;
    int reissued;
    int replays;
    private Instant theft = Instant.MAX;
    private long revokedIn = Long.MAX_VALUE;
    private Instant forgeriesUntil = Instant.MAX;

    RotationSimulation(Path directory, Plan plan) {
        this(directory, plan, true);
    }

    /** @param keepsLogs false for an authority that forgets to publish what its stolen key had signed */
    RotationSimulation(Path directory, Plan plan, boolean keepsLogs) {
        this.plan = plan;
        this.random = new Random(plan.seed());
        clock.now = START;
        authority = new SimulatedAuthority(directory.resolve("authority"), clock, keepsLogs);
        Pin pin = new Pin(authority.home().rootFingerprint());
        SimulatedReader.Habit[] habits = SimulatedReader.Habit.values();
        for (int i = 0; i < plan.readers(); i++) {
            readers.add(new SimulatedReader(habits[i % habits.length], directory.resolve("reader-" + i), pin, clock));
        }
    }

    /** Lives all days. */
    RotationSimulation run() throws Exception {
        try (authority) {
            for (int day = 0; day < plan.days(); day++) {
                clock.now = START.plus(Duration.ofDays(day));
                live(day);
            }
        }
        return this;
    }

    private void live(int day) throws Exception {
        if (day % 7 == 0) {
            weeks.add(new Week());
        }
        operators(day);
        publish();
        clock.pass(Duration.ofHours(10));
        officers();
        thieves();
        publish();
        clock.pass(Duration.ofHours(8));
        for (SimulatedReader reader : readers) {
            fetch(reader);
            ask(reader, weeks.get(weeks.size() - 1));
        }
    }

    private void publish() throws Exception {
        publications.add(authority.publish());
    }

    /** What an operator's calendar says. */
    private void operators(int day) throws Exception {
        int first = plan.days() * 32 / 100;
        int stolen = plan.days() * 52 / 100;
        int last = plan.days() * 80 / 100;
        if (day == first) {
            authority.announce("B", 0x21);
            event(day, "B announced");
        } else if (day == first + 8) {
            authority.activate("B", Optional.of("A"));
            event(day, "B signs");
        } else if (day == first + 20) {
            authority.retire("A");
            event(day, "A retired");
        } else if (day == stolen - 15) {
            authority.announce("C", 0x32);
            event(day, "C announced");
        } else if (day == stolen) {
            theft = clock.instant().plus(Duration.ofHours(10));
            event(day, "B stolen");
        } else if (day == stolen + NOTICED.toDays()) {
            recover(day);
        } else if (day == plan.days() * 65 / 100) {
            authority.replaceRoot();
            event(day, "root 2");
        } else if (day == last) {
            authority.announce("D", 0x43);
            event(day, "D announced");
        } else if (day == last + 8) {
            authority.activate("D", Optional.of("C"));
            event(day, "D signs");
        } else if (day == last + 20) {
            authority.retire("C");
            event(day, "C retired");
        }
    }

    private void event(int day, String words) {
        events.add(new Event(day, words));
    }

    /** The stolen key is revoked; what its owner signed too late to be kept is issued again by the next. */
    private void recover(int day) throws Exception {
        Publication before = publications.get(publications.size() - 1);
        StolenKey kept = authority.revoke("B", theft, "C");
        event(day, "B revoked, C signs");
        publish();
        Publication now = publications.get(publications.size() - 1);
        revokedIn = now.sequence();
        forgeriesUntil = before.nextUpdate();
        List<SimulatedPermit> lost = good.stream()
                .filter(permit -> permit.signer().equals("B")
                        && !kept.identities().contains(permit.seal().identity()))
                .toList();
        good.removeAll(lost);
        for (int i = 0; i < lost.size(); i++) {
            good.add(authority.issue(SimulatedAuthority.day(clock.instant()), 5));
            reissued++;
        }
    }

    private void officers() {
        LocalDate today = SimulatedAuthority.day(clock.instant());
        for (int i = 0; i < plan.permits(); i++) {
            good.add(authority.issue(today, 4 + random.nextInt(6)));
            issued++;
        }
        if (random.nextInt(4) == 0) {
            SimulatedPermit permit = good.remove(random.nextInt(good.size()));
            authority.revoke(permit);
            withdrawn.add(permit);
            Publication before = publications.get(publications.size() - 1);
            withdrawnIn.add(before.sequence() + 1);
            withdrawnUntil.add(before.issued().plus(Utopia.PROFILE.statusValidity()));
        }
    }

    /** They date some today, and some from before the theft. */
    private void thieves() {
        if (clock.instant().isBefore(theft) || forged.size() >= 60) {
            return;
        }
        LocalDate today = SimulatedAuthority.day(clock.instant());
        for (int i = 0; i < 2; i++) {
            LocalDate day =
                    random.nextBoolean() ? today : SimulatedAuthority.day(theft).minusDays(1 + random.nextInt(5));
            forged.add(SimulatedPermit.of(authority.key("B"), "B", clock.instant(), day, 9_000_000 + forged.size(), 5));
        }
    }

    private void fetch(SimulatedReader reader) throws Exception {
        Publication newest = publications.get(publications.size() - 1);
        if (reader.fetchesToday(random)) {
            require(reader.take(newest.snapshot()), "a verifier refused the newest lists");
        }
        if (reader.newest() > 1 && random.nextInt(20) == 0) {
            Publication old = publications.get(random.nextInt(publications.size()));
            if (old.sequence() < reader.newest()) {
                require(!reader.take(old.snapshot()), "a verifier took older lists");
                replays++;
            }
        }
        if (random.nextInt(50) == 0) {
            reader.restart();
        }
    }

    private void ask(SimulatedReader reader, Week week) {
        for (int i = 0; i < plan.questions(); i++) {
            askGood(reader, good.get(random.nextInt(good.size())), week);
            if (!forged.isEmpty()) {
                askForged(reader, forged.get(random.nextInt(forged.size())), week);
            }
            if (!withdrawn.isEmpty()) {
                askWithdrawn(reader, random.nextInt(withdrawn.size()));
            }
        }
    }

    private void askGood(SimulatedReader reader, SimulatedPermit permit, Week week) {
        Outcome outcome = reader.verify(permit);
        if (reader.withinPolicy()) {
            week.within++;
            week.withinValid += outcome == Outcome.VALID ? 1 : 0;
            require(outcome == Outcome.VALID, "a good permit of key " + permit.signer() + " is " + outcome);
        } else {
            week.stale++;
            week.staleOpen += outcome == Outcome.INDETERMINATE ? 1 : 0;
            require(outcome == Outcome.INDETERMINATE, "a good permit is " + outcome + " by lists that are over");
        }
    }

    private void askForged(SimulatedReader reader, SimulatedPermit permit, Week week) {
        Outcome outcome = reader.verify(permit);
        week.forged++;
        if (outcome == Outcome.VALID) {
            week.forgedBelieved++;
            require(reader.newest() < revokedIn, "a forged permit is VALID by lists that revoke its key");
            require(!clock.instant().isAfter(forgeriesUntil), "a forged permit is VALID after its deadline");
        }
    }

    private void askWithdrawn(SimulatedReader reader, int which) {
        if (reader.verify(withdrawn.get(which)) == Outcome.VALID) {
            require(reader.newest() < withdrawnIn.get(which), "a revoked permit is VALID by lists that revoke it");
            require(
                    !clock.instant().isAfter(withdrawnUntil.get(which)),
                    "a revoked permit is VALID after its deadline");
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(clock.instant() + " " + otherwise);
        }
    }

    /** The world's clock. */
    private static final class MovedClock extends Clock {
        private Instant now = START;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
