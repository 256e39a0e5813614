package org.stayseal.spec.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.cwt.CredentialDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What fuzzing starts from: the codes and lists of {@code spec/vectors}, read when asked for, and mutants of them. */
final class Seeds {

    private static final int SHORT_SEEDS = 15;
    private static final int SHORT_MUTANTS = 30;

    private Seeds() {}

    /** The bytes of every vector's code. */
    static List<byte[]> codes() {
        Path vectors = Conformance.root().resolve("spec/vectors");
        try (Stream<Path> files = Files.walk(vectors)) {
            List<byte[]> codes = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                JsonNode code = JsonMapper.shared()
                        .readTree(Files.readString(file, StandardCharsets.UTF_8))
                        .path("code");
                if (code.has("hex")) {
                    codes.add(Hex.decode(code.get("hex").stringValue(), "VDS-1"));
                } else if (code.has("text")) {
                    codes.add(code.get("text").stringValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }

    /** The codes that begin so, as bytes. */
    static List<byte[]> codes(String prefix) {
        byte[] start = prefix.getBytes(StandardCharsets.ISO_8859_1);
        return codes().stream()
                .filter(code -> Arrays.equals(start, Arrays.copyOf(code, start.length)))
                .toList();
    }

    /** The COSE bytes in every credential that can be unpacked. */
    static List<byte[]> credentials() {
        List<byte[]> all = new ArrayList<>();
        for (byte[] code : codes(CredentialDecoder.PREFIX)) {
            try {
                all.add(CredentialDecoder.bytesOf(new String(code, StandardCharsets.ISO_8859_1)));
            } catch (FormatException e) {
                // A vector that already breaks on the way to the bytes is no seed for what comes after them.
                continue;
            }
        }
        return all;
    }

    /** The files of the vectors' snapshots whose names end so. */
    static List<byte[]> published(String ending) {
        List<byte[]> all = new ArrayList<>();
        for (String folder : List.of("trust", "snapshot")) {
            Path path = Conformance.root().resolve("spec/vectors").resolve(folder);
            try (Stream<Path> zips = Files.list(path)) {
                for (Path zip :
                        zips.filter(f -> f.toString().endsWith(".zip")).sorted().toList()) {
                    unzip(Files.readAllBytes(zip), ending, all);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private static void unzip(byte[] zip, String ending, List<byte[]> into) {
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(ending)) {
                    into.add(in.readAllBytes());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // Some of these archives are broken on purpose; what came before the break is as good a seed.
            return;
        }
    }

    /** The texts as UTF-8. */
    static List<byte[]> texts(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /**
     * What a target begins with: all of these when Jazzer fuzzes ({@code JAZZER_FUZZ} is set), since it mutates by itself; in the tests some of them,
     * evenly chosen, and some mutants, always the same.
     */
    static Stream<byte[]> start(List<byte[]> seeds) {
        if (seeds.isEmpty()) {
            throw new IllegalStateException("no seeds: the vectors are missing or their names have changed");
        }
        if (System.getenv("JAZZER_FUZZ") != null) {
            return seeds.stream();
        }
        Random random = new Random(169);
        List<byte[]> some = new ArrayList<>();
        int step = (seeds.size() + SHORT_SEEDS - 1) / SHORT_SEEDS;
        for (int i = 0; i < seeds.size(); i += step) {
            some.add(seeds.get(i));
        }
        for (int i = 0; i < SHORT_MUTANTS; i++) {
            some.add(mutant(seeds.get(random.nextInt(seeds.size())), random));
        }
        return some.stream();
    }

    private static byte[] mutant(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes = splice(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
                case 1 -> bytes = splice(bytes, at, at + 1 + random.nextInt(8), new byte[0]);
                case 2 -> bytes = splice(bytes, at, at, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
                default -> bytes = splice(bytes, at, at + 1, new byte[] {(byte) 0xFF, (byte) 0xFF});
            }
        }
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] put) {
        int end = Math.min(to, bytes.length);
        byte[] out = new byte[from + put.length + bytes.length - end];
        System.arraycopy(bytes, 0, out, 0, from);
        System.arraycopy(put, 0, out, from, put.length);
        System.arraycopy(bytes, end, out, from + put.length, bytes.length - end);
        return out;
    }
}
