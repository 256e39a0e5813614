package org.stayseal.trust.reader.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.trust.reader.Pin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the vectors publish: snapshots, their root, and codes. */
final class Published {

    static final Path VECTORS = vectors();
    private static final int SHORT_SEEDS = 15;
    private static final int SHORT_MUTANTS = 30;

    private Published() {}

    static Pin pin() {
        JsonNode vector = JsonMapper.shared().readTree(new String(file("seal/valid.json"), StandardCharsets.UTF_8));
        return new Pin(
                Fingerprint.parse(vector.required("trust").required("root").stringValue()));
    }

    static byte[] file(String name) {
        try {
            return Files.readAllBytes(VECTORS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<byte[]> snapshots() {
        return Stream.of("trust", "snapshot")
                .flatMap(folder -> files(folder, ".zip").stream())
                .toList();
    }

    static List<byte[]> codes() {
        List<byte[]> codes = new ArrayList<>();
        for (byte[] file : files("", ".json")) {
            JsonNode code = JsonMapper.shared()
                    .readTree(new String(file, StandardCharsets.UTF_8))
                    .path("code");
            if (code.has("hex")) {
                codes.add(HexFormat.of().parseHex(code.get("hex").stringValue()));
            } else if (code.has("text")) {
                codes.add(code.get("text").stringValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return codes;
    }

    private static List<byte[]> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(VECTORS.resolve(folder))) {
            List<byte[]> all = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
                all.add(Files.readAllBytes(file));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of these when Jazzer fuzzes; in the tests some of them, evenly chosen, and some with a byte or a few changed. */
    static Stream<byte[]> start(List<byte[]> seeds) {
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
            byte[] mutant = seeds.get(random.nextInt(seeds.size())).clone();
            for (int n = random.nextInt(3); n >= 0 && mutant.length > 0; n--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            some.add(random.nextInt(4) > 0 ? mutant : Arrays.copyOf(mutant, random.nextInt(mutant.length + 1)));
        }
        return some.stream();
    }

    private static Path vectors() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("spec/vectors"))) {
                return at.resolve("spec/vectors");
            }
        }
        throw new IllegalStateException("not inside the repository");
    }
}
