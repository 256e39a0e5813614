package org.stayseal.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.VerdictJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes mutants with the Java engine's verdicts to {@code target/mutants.jsonl}, for the page's tests to read ({@code verifier-web/test/mutants.test.ts}). More of them, or others:
 * {@code -Dstayseal.mutants.count=10000 -Dstayseal.mutants.seed=1 -Dstayseal.mutants.file=FILE}.
 */
class MutantsTest {

    private static final int COUNT = Integer.getInteger("stayseal.mutants.count", 600);
    private static final long SEED = Long.getLong("stayseal.mutants.seed", 1);
    private static final Path FILE = Path.of(System.getProperty("stayseal.mutants.file", "target/mutants.jsonl"));

    /** Where VALID is most of what is asked, and where format is most of what fails, a difference would hide. */
    private static final int REASONS = 15;

    @Test
    void everyMutantGetsAVerdictAndManyReasonsAreMet() throws Exception {
        Path vectors = vectors();
        Signers signers = Signers.of(vectors);
        List<Base> bases = Base.all(vectors);
        List<String> snapshots = snapshots(vectors);
        Judge judge = new Judge(vectors);
        Map<String, Integer> met = new TreeMap<>();
        Path absolute = FILE.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        // Whole or not at all: the page's tests may read while this writes.
        Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
        try (Writer out = Files.newBufferedWriter(part)) {
            for (int number = 0; number < COUNT; number++) {
                Mutant mutant = Mutant.of(SEED, number, bases, snapshots, signers);
                Verdict verdict = judge.verdict(mutant);
                Map<String, @Nullable Object> json = new java.util.LinkedHashMap<>(mutant.json());
                json.put("verdict", VerdictJson.of(verdict));
                out.write(JsonMapper.shared().writeValueAsString(json));
                out.write('\n');
                met.merge(
                        verdict.outcome() + " "
                                + verdict.reason().map(Reason::name).orElse("-"),
                        1,
                        Integer::sum);
                if (COUNT > 1_000 && (number + 1) % 1_000 == 0) {
                    System.out.println(number + 1 + " of " + COUNT + " mutants of seed " + SEED + " made and judged");
                }
            }
        }
        Files.move(part, absolute, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        System.out.println("mutants of " + bases.size() + " vectors: " + met);
        assertThat(met).hasSizeGreaterThanOrEqualTo(REASONS);
    }

    @Test
    void theSameNumberIsTheSameMutant() throws Exception {
        Path vectors = vectors();
        Signers signers = Signers.of(vectors);
        List<Base> bases = Base.all(vectors);
        for (int number = 0; number < 50; number++) {
            Mutant first = Mutant.of(7, number, bases, List.of("trust/utopia.zip"), signers);
            Mutant second = Mutant.of(7, number, bases, List.of("trust/utopia.zip"), signers);
            assertThat(second.json()).isEqualTo(first.json());
        }
    }

    private static List<String> snapshots(Path vectors) throws Exception {
        try (Stream<Path> files = Files.list(vectors.resolve("trust"))) {
            return files.map(file -> "trust/" + file.getFileName())
                    .filter(name -> name.endsWith(".zip"))
                    .sorted()
                    .toList();
        }
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
