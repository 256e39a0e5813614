package org.stayseal.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.trust.authority.masterlist.MasterList;

/**
 * What the import of a master list costs a process that does nothing else: two seconds beyond its start at most, every certificate taken or refused.
 *
 * <p>The start is that of this very process, until the provider of cryptography is there; a busy machine slows both, so their ratio says more than either, and the time of
 * processors says most: two of them share the signatures.
 */
public final class MasterListImport {

    private static final long MOST_MILLIS = 2_000;
    private static final Path GERMAN = Path.of("..", "shared", "conformance", "masterlist", "germany-2025-08-14.ml");

    private MasterListImport() {}

    /**
     * Prints one line; exits with 1 if the import took more than two seconds.
     *
     * @param args nothing, or a master list
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        byte[] file = Files.readAllBytes(args.length == 0 ? GERMAN : Path.of(args[0]));
        Crypto.provider();
        long started = ManagementFactory.getRuntimeMXBean().getUptime();
        long startedCpu = cpuMillis();
        long before = System.nanoTime();
        MasterList list = MasterList.read(file, Instant.parse("2025-08-14T12:00:00Z"));
        long millis = (System.nanoTime() - before) / 1_000_000;
        long cpu = cpuMillis() - startedCpu;
        out.printf(
                Locale.ROOT,
                "start %,d ms; import %,d ms, %.1f times the start; of processors %,d ms and %,d ms, %.1f times; %d taken, %d refused%n",
                started,
                millis,
                (double) millis / started,
                startedCpu,
                cpu,
                (double) cpu / startedCpu,
                list.taken().size(),
                list.refused().size());
        System.exit(millis <= MOST_MILLIS ? 0 : 1);
    }

    /** What all threads of this process used so far, the compiler's among them. */
    private static long cpuMillis() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1_000_000;
    }
}
