package org.stayseal.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a hostile input costs: every bomb must be refused within 100 ms of processor time and 32 MiB of allocation, warmed up.
 *
 * <p>Time is that of the thread's processor, so that a busy machine changes little, and the middle of several readings. Memory is all that the thread allocated,
 * garbage included: what it holds at any moment is less.
 */
public final class Bounds {

    private static final long MOST_NANOS = 100_000_000;
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    /** A document of several megabytes, which may be a good one, is held as bytes, as characters and as what is in it, before its form is known. */
    private static final int FORMS = 10;

    private static final int READINGS = 9;
    private static final long WARM_UP_NANOS = 500_000_000;

    private final com.sun.management.ThreadMXBean thread =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Bounds() {}

    /**
     * Prints the table of docs/quality.md; exits with 1 if a bomb was taken, or cost more than it may.
     *
     * @param args nothing, or a part of the names of the bombs that are wanted
     */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Bomb> bombs = new ArrayList<>(Bombs.ofCodes());
        bombs.addAll(Bombs.ofLists());
        bombs.addAll(FileBombs.all());
        bombs.addAll(FaceBombs.all());
        Bounds bounds = new Bounds();
        boolean good = true;
        out.println("| bomb | bytes | refused | time, of 100 ms | allocated, of 32 MiB |");
        out.println("|---|---|---|---|---|");
        for (Bomb bomb : bombs) {
            if (args.length == 0 || bomb.name().contains(args[0])) {
                good &= bounds.measure(bomb, out);
            }
        }
        System.exit(good ? 0 : 1);
    }

    private boolean measure(Bomb bomb, PrintStream out) throws Exception {
        byte[] bytes = bomb.made().get();
        long self = Thread.currentThread().getId();
        boolean refused = true;
        long warm = thread.getCurrentThreadCpuTime() + WARM_UP_NANOS;
        for (int i = 0; i < 3 || i < 2_000 && thread.getCurrentThreadCpuTime() < warm; i++) {
            refused &= bomb.reader().refuses(bytes);
        }
        long[] nanos = new long[READINGS];
        long allocated = 0;
        for (int i = 0; i < READINGS; i++) {
            long before = thread.getThreadAllocatedBytes(self);
            long start = thread.getCurrentThreadCpuTime();
            refused &= bomb.reader().refuses(bytes);
            nanos[i] = thread.getCurrentThreadCpuTime() - start;
            allocated = Math.max(allocated, thread.getThreadAllocatedBytes(self) - before);
        }
        Arrays.sort(nanos);
        long time = nanos[READINGS / 2];
        out.printf(
                Locale.ROOT,
                "| %s | %,d | %s | %.3f | %.3f |%n",
                bomb.name(),
                bytes.length,
                refused ? "yes" : "NO",
                (double) time / MOST_NANOS,
                (double) allocated / MOST_BYTES);
        return refused && time <= MOST_NANOS && allocated <= MOST_BYTES + FORMS * (long) bytes.length;
    }
}
