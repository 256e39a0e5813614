package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.TrustStore;

/**
 * Real processes that import into one store: killed in the middle of it, and two at once (TRUST-73). {@code -Dstayseal.kills=1000} kills more often than the
 * default of thirty.
 */
@Tag("whole")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreAmongProcessesTest {

    private static final int KILLS = Integer.getInteger("stayseal.kills", 8);
    private static final int SNAPSHOTS = 12;

    private final VectorAuthority authority = Utopia.authority();
    private final Pin pin = new Pin(authority.rootFingerprint());
    private final List<Path> snapshots = new ArrayList<>();
    private Path folder = Path.of("");

    @BeforeAll
    void publish(@TempDir Path shared) throws Exception {
        folder = shared;
        PublicationInput small = new PublicationInput(
                List.of(new PublicationInput.StatusShard(0, 4096, java.util.Map.of())), java.util.Map.of());
        for (int i = 1; i <= SNAPSHOTS; i++) {
            Path file = folder.resolve(i + ".zip");
            snapshots.add(Files.write(file, authority.publish(small).snapshot()));
        }
    }

    @Test
    void aReaderThatIsKilledWhileItImportsLeavesTheOldSnapshotOrTheNew() throws Exception {
        Random random = new Random(73);
        int between = 0;
        Process next = start(folder.resolve("killed-0"), snapshots);
        for (int kill = 0; kill < KILLS; kill++) {
            Path at = folder.resolve("killed-" + kill);
            Process process = next;
            // Its start takes most of the time, so that of the next one begins now; it waits to be let go.
            next = start(folder.resolve("killed-" + (kill + 1)), snapshots);
            int taken = killed(process, at, 1 + random.nextInt(3), random.nextInt(3_000_000));
            long kept = kept(at);
            assertThat(kept).as("taken before it was killed: %s", taken).isBetween((long) taken, taken + 1L);
            between += leftovers(at) ? 1 : 0;
            // And the next one is taken, with nothing left of the one that was interrupted.
            assertThat(store(at).take(Files.readAllBytes(snapshots.get(SNAPSHOTS - 1)), pin))
                    .isInstanceOf(SnapshotResult.Taken.class);
            assertThat(kept(at)).isEqualTo(SNAPSHOTS);
            assertThat(leftovers(at)).isFalse();
        }
        next.destroyForcibly();
        if (KILLS >= 100) {
            assertThat(between).as("kills that met a half-written snapshot").isPositive();
        }
    }

    @Test
    void twoReadersAtOnceKeepTheNewestAndRefuseWithAReason() throws Exception {
        for (int round = 0; round < 2; round++) {
            Path at = folder.resolve("shared-" + round);
            List<Path> downwards = new ArrayList<>(snapshots);
            Collections.reverse(downwards);
            List<Path> mixed = new ArrayList<>(snapshots);
            Collections.shuffle(mixed, new Random(round));
            List<Process> all = List.of(start(at, snapshots), start(at, round == 0 ? downwards : mixed));
            List<BufferedReader> said = new ArrayList<>();
            for (Process process : all) {
                said.add(process.inputReader());
                assertThat(said.get(said.size() - 1).readLine()).isEqualTo("ready");
            }
            for (Process process : all) {
                go(process);
            }
            for (int i = 0; i < all.size(); i++) {
                List<String> lines = said.get(i).lines().toList();
                assertThat(all.get(i).waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(all.get(i).exitValue()).as(String.join("\n", lines)).isZero();
                assertThat(lines).hasSize(2 * SNAPSHOTS);
                assertThat(lines.stream().filter(line -> !line.startsWith("importing")))
                        .allMatch(line -> line.matches(
                                "Taken|AlreadyThere|OLDER its (trust list|manifest) is number [0-9]+, [0-9]+ is kept"));
            }
            assertThat(kept(at)).isEqualTo(SNAPSHOTS);
        }
    }

    /** @return how many snapshots the process said it had taken */
    private int killed(Process process, Path at, int imports, int nanos) throws Exception {
        int taken = 0;
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");
            go(process);
            while (taken < imports) {
                assertThat(out.readLine()).startsWith("importing");
                assertThat(out.readLine()).isEqualTo("Taken");
                taken++;
            }
            assertThat(out.readLine()).startsWith("importing");
            // From the moment on at which the next snapshot begins to be written.
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            while (!leftovers(at) && System.nanoTime() < patience) {
                Thread.onSpinWait();
            }
            long end = System.nanoTime() + nanos;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            // Of the handle: the process itself would close the stream that is still to be read.
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String line = out.readLine();
            while (line != null) {
                taken += line.equals("Taken") ? 1 : 0;
                line = out.readLine();
            }
        }
        return taken;
    }

    private Process start(Path at, List<Path> files) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        line.addAll(List.of(
                ImportingProcess.class.getName(),
                at.toString(),
                pin.fingerprint().hex()));
        files.forEach(file -> line.add(file.toString()));
        return new ProcessBuilder(line)
                .redirectError(new File(folder.toFile(), "errors.txt"))
                .start();
    }

    private static void go(Process process) throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    private long kept(Path at) throws IOException {
        Snapshot snapshot = store(at).kept(pin).orElseThrow().taken().orElseThrow();
        return snapshot.trustList().head().sequence();
    }

    /** Whether there is more than the snapshot that counts. */
    private static boolean leftovers(Path at) throws IOException {
        try (Stream<Path> all = Files.list(at)) {
            return all.filter(path -> path.getFileName().toString().matches("g-.*|.*\\.new"))
                            .count()
                    > 1;
        }
    }

    private static TrustStore store(Path at) {
        return TrustStore.at(at, Clock.fixed(Utopia.NOW.plusSeconds(3600), ZoneOffset.UTC));
    }
}
