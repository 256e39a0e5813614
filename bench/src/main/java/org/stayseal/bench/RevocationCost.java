package org.stayseal.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.spec.verify.StatusSource;
import org.stayseal.trust.authority.AuthorityProfile;
import org.stayseal.trust.authority.Publication;
import org.stayseal.trust.authority.PublicationInput;
import org.stayseal.trust.authority.VectorAuthority;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotArchive;
import org.stayseal.trust.reader.Snapshots;

/**
 * What revocations cost in bytes, time and memory: countries of some millions of permits, of four credentials and a seal each, of which a share is revoked. Prints a table in
 * Markdown. The arguments are permits in millions, at first, and shares in per mille, after a word {@code at}: {@code 1 10 50 at 1 10 50}.
 */
public final class RevocationCost {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int LIST = 1 << 20;
    private static final int CODES = 4;
    private static final int LOOKS = 1_000_000;
    private static final int RUNS = 3;
    private static final double LN2 = Math.log(2);
    /** Bytes of one entry of a list that is written out, in base64. */
    private static final double WRITTEN_OUT = 86 * 4 / 3.0;

    private RevocationCost() {}

    /** From the root of the repository: it signs with the keys of {@code spec/vectors}. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Integer> millions = new ArrayList<>();
        List<Integer> perMille = new ArrayList<>();
        boolean shares = false;
        for (String arg : args.length == 0 ? new String[] {"1", "10", "50", "at", "1", "10", "50"} : args) {
            if (arg.equals("at")) {
                shares = true;
            } else {
                (shares ? perMille : millions).add(Integer.parseInt(arg));
            }
        }
        out.println(
                "| permits | revoked | status lists (CWT) | limit | seals, written out | in shards | limit | snapshot | opened, CPU | read and hashed, CPU | kept in memory | a look, CPU |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (int permits : millions) {
            for (int share : perMille) {
                row(out, permits, share);
            }
        }
    }

    private static void row(PrintStream out, int millions, int perMille) throws Exception {
        VectorAuthority authority = VectorAuthority.of(
                Path.of("spec/vectors/keys"),
                AuthorityProfile.utopia(URI.create("https://permits.utopia.example")),
                NOW.minus(Duration.ofDays(20)));
        long permits = millions * 1_000_000L;
        double share = perMille / 1000.0;
        Publication publication = authority.at(NOW).publish(input(permits, share));
        byte[] zip = publication.snapshot();
        long lists = publication.statusLists().values().stream()
                .mapToLong(list -> list.cwt().length)
                .sum();
        long shards = publication.sealShards().values().stream()
                        .mapToLong(shard -> shard.length)
                        .sum()
                + publication.sealRevocations().length;
        boolean sharded = !publication.sealShards().isEmpty();
        int listed = publication.statusLists().size();
        publication = authority.publish(new PublicationInput(List.of(), Map.of()));
        Pin pin = new Pin(authority.rootFingerprint());
        long hashed = Long.MAX_VALUE;
        long opened = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long before = cpu();
            for (byte[] file : SnapshotArchive.read(zip).values()) {
                Sha256.of(file);
            }
            hashed = Math.min(hashed, cpu() - before);
            before = cpu();
            if (Snapshots.open(zip, pin).taken().isEmpty()) {
                throw new IllegalStateException("the snapshot is refused");
            }
            opened = Math.min(opened, cpu() - before);
        }
        long heap = heap();
        Snapshot snapshot = Snapshots.open(zip, pin).taken().orElseThrow();
        long kept = heap() - heap;
        double revoked = permits * share;
        out.printf(
                Locale.ROOT,
                "| %,d million | %s %% | %,.0f kB (%d) | %,.0f kB | %,.0f kB%s | %s | %,.0f kB | %,.0f kB | %,d ms | %,d ms | %,d MB | %,d ns |%n",
                millions,
                String.format(Locale.ROOT, "%.1f", share * 100),
                lists / 1e3,
                listed,
                CODES * permits * entropy(share) / 8 / 1e3,
                revoked * WRITTEN_OUT / 1e3,
                revoked > 100_000 ? " (does not fit)" : "",
                sharded ? String.format(Locale.ROOT, "%,.0f kB", shards / 1e3) : "–",
                // log2 of (2^64 choose n): as many sets of seals there are, when eight bytes of each are told.
                revoked * (64 - Math.log(revoked) / LN2 + 1 / LN2) / 8 / 1e3,
                zip.length / 1e3,
                opened / 1_000_000,
                hashed / 1_000_000,
                kept / 1_000_000,
                look(snapshot.statusSource()));
    }

    private static PublicationInput input(long permits, double share) {
        SplittableRandom random = new SplittableRandom(20261123);
        List<PublicationInput.StatusShard> lists = new ArrayList<>();
        for (long from = 0; from < CODES * permits; from += LIST) {
            Map<Integer, Integer> statuses = new HashMap<>();
            long given = Math.min(LIST, CODES * permits - from);
            for (int index = 0; index < LIST; index++) {
                // The last list is not full; what was given of it lies all over it.
                if (random.nextDouble() < share * given / LIST) {
                    statuses.put(index, 1);
                }
            }
            lists.add(new PublicationInput.StatusShard((int) (from / LIST), LIST, statuses));
        }
        Map<String, SealRevocations.Entry> seals = new HashMap<>();
        SealRevocations.Entry revoked = new SealRevocations.Entry(1, NOW.minusSeconds(3600));
        for (long seal = 0; seal < permits * share; seal++) {
            seals.put(String.format("%016x%016x", random.nextLong(), random.nextLong()), revoked);
        }
        return new PublicationInput(lists, seals);
    }

    /** Nanoseconds for a seal that is not listed. */
    private static long look(StatusSource source) {
        SplittableRandom random = new SplittableRandom(1);
        byte[] identity = new byte[16];
        long best = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long before = cpu();
            for (int i = 0; i < LOOKS; i++) {
                random.nextBytes(identity);
                if (source.seal("UTO", identity).orElseThrow().value() != 0) {
                    throw new IllegalStateException("found one that is not listed");
                }
            }
            best = Math.min(best, cpu() - before);
        }
        return best / LOOKS;
    }

    /** Bits of an entry. */
    private static double entropy(double share) {
        return -(share * Math.log(share) + (1 - share) * Math.log(1 - share)) / LN2;
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
