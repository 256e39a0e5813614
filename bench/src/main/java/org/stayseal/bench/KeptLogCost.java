package org.stayseal.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.log.KeptIdentities;
import org.stayseal.spec.log.LogLeaf;
import org.stayseal.spec.log.TreeFrontier;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.trust.authority.AuthorityProfile;
import org.stayseal.trust.authority.LogToPublish;
import org.stayseal.trust.authority.Publication;
import org.stayseal.trust.authority.PublicationInput;
import org.stayseal.trust.authority.StolenKey;
import org.stayseal.trust.authority.VectorAuthority;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshots;

/** What it costs a verifier to know everything that a stolen key had signed: bytes of the snapshot, processor time to open it and to look into it. Prints a table in Markdown. */
public final class KeptLogCost {

    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    private static final int LOOKUPS = 1_000_000;
    private static final int RUNS = 5;

    private KeptLogCost() {}

    /** From the root of the repository: it signs with the keys of {@code spec/vectors}. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("| codes under the key | snapshot, stored | deflated | opened, CPU | a look, CPU |");
        out.println("|---|---|---|---|---|");
        long without = row(out, 0, 0);
        for (int count : new int[] {10_000, 100_000, 1_000_000}) {
            row(out, count, without);
        }
    }

    private static long row(PrintStream out, int count, long without) throws Exception {
        VectorAuthority authority = VectorAuthority.of(
                Path.of("spec/vectors/keys"),
                AuthorityProfile.utopia(URI.create("https://permits.utopia.example")),
                BEGIN);
        byte[] zip = snapshot(authority, count);
        Pin pin = new Pin(authority.rootFingerprint());
        long opened = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long before = cpu();
            if (Snapshots.open(zip, pin).taken().isEmpty()) {
                throw new IllegalStateException("the snapshot is refused");
            }
            opened = Math.min(opened, cpu() - before);
        }
        out.printf(
                Locale.ROOT,
                "| %,d | %,d bytes%s | %,d bytes | %,d ms | %s |%n",
                count,
                zip.length,
                count == 0 ? "" : String.format(Locale.ROOT, " (%,d more)", zip.length - without),
                deflated(zip),
                opened / 1_000_000,
                count == 0 ? "–" : look(authority.sealSigner().certificate(), count) + " ns");
        return zip.length;
    }

    private static byte[] snapshot(VectorAuthority authority, int count) throws Exception {
        PublicationInput input =
                new PublicationInput(List.of(new PublicationInput.StatusShard(0, 1 << 20, Map.of())), Map.of());
        Instant stolen = BEGIN.plus(Duration.ofDays(20));
        if (count == 0) {
            return authority.revokeSealSigner(stolen).at(stolen).publish(input).snapshot();
        }
        List<LogLeaf> leaves = leaves(authority.sealSigner().certificate(), count);
        TreeFrontier tree = TreeFrontier.empty();
        for (LogLeaf leaf : leaves) {
            tree = tree.append(leaf);
        }
        PublicationInput logged = input.with(new LogToPublish(tree.size(), tree.root(), Optional.empty()));
        Publication before = authority.publish(logged);
        StolenKey key = StolenKey.of(
                authority.sealSigner().certificate(),
                stolen,
                before.treeHead().orElseThrow(),
                authority.rootFingerprint(),
                List.of(authority.rootDocument()),
                leaves.iterator());
        return authority
                .revokeSealSigner(stolen)
                .at(stolen)
                .publish(logged.keeping(List.of(key)))
                .snapshot();
    }

    private static List<LogLeaf> leaves(X509Certificate signer, int count) {
        byte[] digest = HexFormat.of().parseHex(KeptLog.signerOf(signer));
        List<LogLeaf> leaves = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            leaves.add(LogLeaf.of(digest, content(i)));
        }
        return leaves;
    }

    private static byte[] content(int i) {
        return Sha256.of(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)});
    }

    /** Nanoseconds a look, half of them for what is not there. */
    private static long look(X509Certificate signer, int count) {
        KeptIdentities kept = KeptIdentities.of(
                leaves(signer, count).stream().map(LogLeaf::identity).toList());
        List<byte[]> asked = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            byte[] identity = LogLeaf.of(new byte[32], content(i * 97 % count)).identity();
            identity[15] ^= (byte) (i & 1);
            asked.add(identity);
        }
        long found = 0;
        long best = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long before = cpu();
            for (int i = 0; i < LOOKUPS; i++) {
                found += kept.contains(asked.get(i % asked.size())) ? 1 : 0;
            }
            best = Math.min(best, cpu() - before);
        }
        if (found != (long) RUNS * LOOKUPS / 2) {
            throw new IllegalStateException("half of them are there, found " + found);
        }
        return best / LOOKUPS;
    }

    private static int deflated(byte[] zip) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(zip);
        deflater.finish();
        byte[] part = new byte[65_536];
        int size = 0;
        while (!deflater.finished()) {
            size += deflater.deflate(part);
        }
        deflater.end();
        return size;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
