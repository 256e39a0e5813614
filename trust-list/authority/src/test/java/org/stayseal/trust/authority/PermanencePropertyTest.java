package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.verify.StatusSource;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.Snapshots;
import org.stayseal.trust.reader.TrustStore;

/**
 * Once revoked, stays revoked (TRUST-84), whatever is done in whatever order: officers change, suspend and lift; the record is restored from older copies or made up; the authority
 * restarts, and shards its list of seals or writes it out; readers import what was published in any order, again and again.
 *
 * <p>{@code -Dstayseal.properties=1000} makes a thousand histories, {@code -Dstayseal.seed=N} others.
 */
@Tag("whole")
class PermanencePropertyTest {

    private static final int HISTORIES = Integer.getInteger("stayseal.properties", 12);
    private static final long SEED = Long.getLong("stayseal.seed", 20261123L);
    private static final int STEPS = 30;
    private static final int PERMITS = 6;
    private static final int READERS = 2;

    /** Two of them agree in seven bytes, so that shards hold neighbours. */
    private static final List<String> SEALS = List.of(
            "00000000000000000000000000000000",
            "0d5a3c1f9be7264490c2b1a7de03f5a8",
            "0d5a3c1f9be7264590c2b1a7de03f5a8",
            "0e5a3c1f9be7264490c2b1a7de03f5a8",
            "ff00000000000000ffffffffffffffff",
            "ffffffffffffffffffffffffffffffff");

    @Test
    void noPublishedStateTakesBackARevocation(@TempDir Path folder) throws Exception {
        int refused = 0;
        int published = 0;
        for (int i = 0; i < HISTORIES; i++) {
            History history = new History(folder.resolve("h" + i), new SplittableRandom(SEED + i));
            history.run();
            refused += history.refused;
            published += history.published.size();
        }
        System.out.printf("%d states published, %d refused%n", published, refused);
        assertThat(published).isGreaterThan(HISTORIES * 4);
        assertThat(refused).isGreaterThan(HISTORIES);
    }

    /** Of each permit, the place in the status list and the seal. */
    private record Record(int[] places, int[] seals) {
        Record copy() {
            return new Record(places.clone(), seals.clone());
        }

        PublicationInput input() {
            Map<Integer, Integer> statuses = new HashMap<>();
            Map<String, SealRevocations.Entry> listed = new HashMap<>();
            for (int permit = 0; permit < PERMITS; permit++) {
                if (places[permit] != 0) {
                    statuses.put(7 * permit, places[permit]);
                }
                if (seals[permit] != 0) {
                    listed.put(SEALS.get(permit), new SealRevocations.Entry(seals[permit], Utopia.NOW));
                }
            }
            return new PublicationInput(List.of(new PublicationInput.StatusShard(0, 64, statuses)), listed);
        }
    }

    private static final class History {

        private final Path folder;
        private final SplittableRandom random;
        private final List<Record> backups = new ArrayList<>();
        private final List<Publication> published = new ArrayList<>();
        private final List<Record> readers = new ArrayList<>();
        private Record now = new Record(new int[PERMITS], new int[PERMITS]);
        private Record newest = now.copy();
        private Instant time = Utopia.NOW;
        private AuthorityHome home;
        private int refused;

        History(Path folder, SplittableRandom random) {
            this.folder = folder;
            this.random = random;
            this.home = open();
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(new Record(new int[PERMITS], new int[PERMITS]));
            }
        }

        private AuthorityHome open() {
            return AuthorityHome.openOrCreateDemo(
                    folder.resolve("authority"), Utopia.PROFILE, Clock.fixed(time, ZoneOffset.UTC));
        }

        void run() throws IOException {
            backups.add(now.copy());
            try {
                for (int step = 0; step < STEPS; step++) {
                    step();
                }
                // Whatever was refused in between, the authority is never stuck: the newest state, and what follows
                // from it, is published.
                now = newest.copy();
                officer();
                assertThat(publish()).isTrue();
            } finally {
                home.close();
            }
        }

        private void step() throws IOException {
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> officer();
                case 3 -> backups.add(now.copy());
                case 4 -> now = backups.get(random.nextInt(backups.size())).copy();
                case 5 -> restart();
                case 6 -> madeUp();
                default -> publish();
            }
            synchronise();
        }

        /** What the service lets an officer do: revoked and superseded are the end, a suspension is lifted or becomes a revocation. */
        private void officer() {
            int permit = random.nextInt(PERMITS);
            int to = random.nextInt(4);
            for (int[] statuses : List.of(now.places, now.seals)) {
                if (statuses[permit] == 0 || statuses[permit] == 2) {
                    statuses[permit] = to;
                }
            }
        }

        private void madeUp() {
            (random.nextBoolean() ? now.places : now.seals)[random.nextInt(PERMITS)] = random.nextInt(4);
        }

        private void restart() {
            home.close();
            time = time.plus(Duration.ofMinutes(1));
            home = open();
            home.writingOut(random.nextBoolean() ? 0 : SealList.WRITTEN_OUT);
        }

        private boolean publish() {
            boolean takesBack = takesBack(newest.places, now.places) || takesBack(newest.seals, now.seals);
            try {
                Publication made = home.publish(now.input());
                assertThat(takesBack)
                        .as("published although it takes something back")
                        .isFalse();
                published.add(made);
                newest = now.copy();
                assertThat(seen(Snapshots.open(made.snapshot(), pin()))).satisfies(this::isNewest);
                return true;
            } catch (PublicationRefusedException e) {
                assertThat(takesBack).as(e.getMessage()).isTrue();
                refused++;
                return false;
            }
        }

        private void isNewest(Record seen) {
            assertThat(seen.places).containsExactly(newest.places);
            assertThat(seen.seals).containsExactly(newest.seals);
        }

        private static boolean takesBack(int[] before, int[] after) {
            for (int permit = 0; permit < PERMITS; permit++) {
                if ((before[permit] == 1 || before[permit] == 3) && after[permit] != before[permit]) {
                    return true;
                }
            }
            return false;
        }

        /** A reader is offered any publication, also an old one. What it then judges by never goes back. */
        private void synchronise() throws IOException {
            if (published.isEmpty()) {
                return;
            }
            int reader = random.nextInt(READERS);
            TrustStore store = TrustStore.at(folder.resolve("reader" + reader), Clock.fixed(time, ZoneOffset.UTC));
            store.take(published.get(random.nextInt(published.size())).snapshot(), pin());
            Record seen = seen(store.kept(pin()).orElseThrow());
            Record before = readers.get(reader);
            assertThat(takesBack(before.places, seen.places)).isFalse();
            assertThat(takesBack(before.seals, seen.seals)).isFalse();
            readers.set(reader, seen);
        }

        private Pin pin() {
            return new Pin(home.rootFingerprint());
        }

        private Record seen(SnapshotResult result) {
            StatusSource source = result.taken().orElseThrow().statusSource();
            Record seen = new Record(new int[PERMITS], new int[PERMITS]);
            for (int permit = 0; permit < PERMITS; permit++) {
                seen.places[permit] = source.credential(home.statusUri(0), 7L * permit)
                        .orElseThrow()
                        .value();
                seen.seals[permit] = source.seal("UTO", HexFormat.of().parseHex(SEALS.get(permit)))
                        .orElseThrow()
                        .value();
            }
            return seen;
        }
    }
}
