package org.stayseal.barcode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.stayseal.barcode.DistortedSet.Expected;
import org.stayseal.barcode.DistortedSet.Sample;
import org.stayseal.barcode.DistortedSet.Which;

/**
 * Measures how many codes of the {@link DistortedSet} our reader finds, beside readers that share no code with it, in the same run. Started by {@code bench/reading}; prints a table in Markdown.
 *
 * <p>Arguments: {@code --seed N} (1), {@code --every N} (1: all pictures), {@code --only NAME} (a distortion or payload), {@code --alone} (no other readers), {@code --keep FOLDER} (leaves the
 * pictures there).
 */
public final class ReadRate {
    private final Map<String, int[][]> found = new TreeMap<>();
    private final Map<Distortion, int[]> all = new EnumMap<>(Distortion.class);
    private final List<String> lost = new ArrayList<>();
    private final List<Long> cpuMillis = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private ReadRate() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> args = Arrays.asList(arguments);
        long seed = Long.parseLong(option(args, "--seed", "1"));
        int every = Integer.parseInt(option(args, "--every", "1"));
        String only = option(args, "--only", "").toUpperCase(Locale.ROOT);
        List<OtherReader> others =
                args.contains("--alone") ? List.of() : OtherReader.installed(Path.of("verifier-web"));
        Path folder = args.contains("--keep")
                ? Files.createDirectories(Path.of(option(args, "--keep", "")))
                : Files.createTempDirectory("reading");
        List<Which> pictures = new ArrayList<>();
        List<Which> set = DistortedSet.all(seed);
        for (int i = 0; i < set.size(); i++) {
            Which which = set.get(i);
            boolean asked = only.isEmpty()
                    || which.distortion().name().equals(only)
                    || which.payload().name().equals(only);
            if (i % every == 0 && asked) {
                pictures.add(which);
            }
        }
        ReadRate rate = new ReadRate();
        for (int i = 0; i < pictures.size(); i++) {
            System.err.printf(
                    "\r%d of %d %-50s", i + 1, pictures.size(), pictures.get(i).name());
            rate.measure(pictures.get(i), others, folder, args.contains("--keep"));
        }
        System.err.println();
        if (!args.contains("--keep")) {
            Files.delete(folder);
        }
        rate.print(pictures.size(), others);
    }

    private static String option(List<String> args, String name, String otherwise) {
        int at = args.indexOf(name);
        return at >= 0 && at + 1 < args.size() ? args.get(at + 1) : otherwise;
    }

    private void measure(Which which, List<OtherReader> others, Path folder, boolean keep)
            throws IOException, InterruptedException {
        Sample sample = DistortedSet.make(which);
        Path file = folder.resolve(which.name() + ".pgm");
        Files.write(file, pgm(sample.picture()));
        if (keep) {
            Files.write(folder.resolve(which.name() + (sample.pdf().isPresent() ? ".pdf" : ".png")), sample.file());
        }
        List<Boolean> ours = ours(sample);
        StringBuilder readBy = new StringBuilder();
        count("ours", which, sample.expected(), ours);
        for (OtherReader other : others) {
            if (sample.expected().stream().noneMatch(e -> other.reads().contains(e.symbology()))) {
                continue;
            }
            List<Boolean> theirs = other.finds(file, sample.expected());
            count(other.name(), which, sample.expected(), theirs);
            for (int i = 0; i < ours.size(); i++) {
                if (theirs.get(i) && !ours.get(i)) {
                    readBy.append(' ').append(other.name());
                }
            }
        }
        int[] counts = all.computeIfAbsent(which.distortion(), d -> new int[Symbology.values().length]);
        sample.expected().forEach(e -> counts[e.symbology().ordinal()]++);
        if (ours.contains(false)) {
            lost.add(which.name() + (readBy.isEmpty() ? "" : " read by" + readBy));
        }
        if (!keep) {
            Files.delete(file);
        }
    }

    private List<Boolean> ours(Sample sample) {
        byte[] file = sample.file();
        // The reader's own limits of time count processor time here, so that a busy machine does not change the
        // outcome.
        LongSupplier cpuTime = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
        long start = cpuTime.getAsLong();
        ReadResult result = Scenes.patientReader().read(file);
        cpuMillis.add((cpuTime.getAsLong() - start) / 1_000_000);
        List<FoundCode> codes = result instanceof ReadResult.Found some ? some.codes() : List.of();
        codes.stream()
                .filter(code -> sample.expected().stream().noneMatch(e -> isSame(code, e)))
                .forEach(code -> wrong.add(sample.which().name() + ": "
                        + code.symbology().title() + " of " + code.bytes().length + " bytes"));
        return sample.expected().stream()
                .map(e -> codes.stream().anyMatch(code -> isSame(code, e)))
                .toList();
    }

    private static boolean isSame(FoundCode code, Expected expected) {
        return code.symbology() == expected.symbology() && Arrays.equals(code.bytes(), expected.content());
    }

    private void count(String reader, Which which, List<Expected> expected, List<Boolean> read) {
        int[][] counts =
                found.computeIfAbsent(reader, r -> new int[Distortion.values().length][Symbology.values().length]);
        for (int i = 0; i < expected.size(); i++) {
            counts[which.distortion().ordinal()][expected.get(i).symbology().ordinal()] += read.get(i) ? 1 : 0;
        }
    }

    private void print(int pictures, List<OtherReader> others) {
        System.out.print("| distortion | codes | ours |");
        others.forEach(other -> System.out.print(" " + other.name() + " |"));
        System.out.print("\n|---|---|---|" + "---|".repeat(others.size()) + "\n");
        int[] total = new int[Symbology.values().length];
        all.forEach((distortion, counts) -> {
            row(distortion.title(), counts, List.of(distortion.ordinal()), others);
            for (int i = 0; i < total.length; i++) {
                total[i] += counts[i];
            }
        });
        List<Integer> every = all.keySet().stream().map(Distortion::ordinal).toList();
        for (Symbology symbology : Symbology.values()) {
            int[] justThis = new int[total.length];
            justThis[symbology.ordinal()] = total[symbology.ordinal()];
            row("**every " + symbology.title() + "**", justThis, every, others);
        }
        row("**all**", total, every, others);
        cpuMillis.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%n%d pictures. Ours: median %d ms, ninth decile %d ms, worst %d ms of processor time a picture; %d codes with wrong bytes.%n",
                pictures,
                cpuMillis.get(cpuMillis.size() / 2),
                cpuMillis.get(cpuMillis.size() * 9 / 10),
                cpuMillis.get(cpuMillis.size() - 1),
                wrong.size());
        wrong.forEach(name -> System.out.println("- wrong: " + name));
        System.out.println("\nNot (all) read by ours:");
        lost.forEach(name -> System.out.println("- " + name));
    }

    private void row(String title, int[] counts, List<Integer> distortions, List<OtherReader> others) {
        StringBuilder row =
                new StringBuilder("| " + title + " | " + Arrays.stream(counts).sum());
        row.append(" | ").append(cell("ours", counts, distortions, java.util.EnumSet.allOf(Symbology.class)));
        others.forEach(other -> row.append(" | ").append(cell(other.name(), counts, distortions, other.reads())));
        System.out.println(row + " |");
    }

    /** Found of those that the reader knows at all. */
    private String cell(String reader, int[] counts, List<Integer> distortions, java.util.Set<Symbology> reads) {
        int of = 0;
        int read = 0;
        int[][] by = found.getOrDefault(reader, new int[Distortion.values().length][Symbology.values().length]);
        for (Symbology symbology : reads) {
            if (counts[symbology.ordinal()] > 0) {
                of += counts[symbology.ordinal()];
                read += distortions.stream()
                        .mapToInt(d -> by[d][symbology.ordinal()])
                        .sum();
            }
        }
        int asked = Arrays.stream(counts).sum();
        return of == 0 ? "–" : of == asked ? String.valueOf(read) : read + " of " + of;
    }

    private static byte[] pgm(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(("P5\n" + picture.getWidth() + " " + picture.getHeight() + "\n255\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        return out.toByteArray();
    }
}
