package org.stayseal.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Result;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.VerdictJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes mutants with the Java engine's verdicts to {@code target/mutants.jsonl}, for the page's tests to read ({@code verifier-web/test/mutants.test.ts}). More of them, or others:
 * {@code -Dstayseal.mutants.count=10000 -Dstayseal.mutants.seed=1 -Dstayseal.mutants.file=FILE}.
 */
@Tag("whole")
class MutantsTest {

    private static final int COUNT = Integer.getInteger("stayseal.mutants.count", 600);
    private static final long SEED = Long.getLong("stayseal.mutants.seed", 1);
    private static final Path FILE = Path.of(System.getProperty("stayseal.mutants.file", "target/mutants.jsonl"));

    /** Where VALID is most of what is asked, and where format is most of what fails, a difference would hide. */
    private static final int REASONS = 15;

    private static final Set<Result> ANSWERS = EnumSet.of(Result.MATCHED, Result.MISMATCH, Result.COMPARE);
    private static final List<String> LINES = Stream.of("continuation", "credential", "idb", "vds", "vds-nc")
            .flatMap(format -> Stream.of(format + " passport-mrz", format + " printed-mrz"))
            .toList();

    @Test
    void everyMutantGetsAVerdictAndManyReasonsAreMet() throws Exception {
        Path vectors = vectors();
        Signers signers = Signers.of(vectors);
        Bases bases = Bases.of(vectors, signers);
        Judge judge = new Judge(vectors);
        Map<String, Integer> met = new TreeMap<>();
        Path absolute = FILE.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        // Whole or not at all: the page's tests may read while this writes.
        Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
        try (Writer out = Files.newBufferedWriter(part)) {
            for (int number = 0; number < COUNT; number++) {
                Mutant mutant = Mutant.of(SEED, number, bases, signers);
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
        System.out.println("mutants of " + bases.codes().size() + " vectors: " + met);
        assertThat(met).hasSizeGreaterThanOrEqualTo(REASONS);
    }

    /** Lines beside a code are compared in every way that there is, or a difference would have nowhere to show. */
    @Test
    void linesAreGivenBesideEveryFormatAndComparedInEveryWay() throws Exception {
        Path vectors = vectors();
        Signers signers = Signers.of(vectors);
        Bases bases = Bases.of(vectors, signers);
        Judge judge = new Judge(vectors);
        Map<String, Set<Result>> met = new TreeMap<>();
        // As many as it takes, for some are rare; without an end of its own a way that no longer comes up would never
        // be told.
        for (int number = 0; number < 40 * bases.codes().size() && !complete(met); number++) {
            Verdict verdict = judge.verdict(Mutant.of(2, number, bases, signers));
            verdict.checks().stream()
                    .filter(check -> check.name().endsWith("-mrz"))
                    .forEach(check -> met.computeIfAbsent(
                                    verdict.format() + " " + check.name(), name -> EnumSet.noneOf(Result.class))
                            .add(check.result()));
        }
        assertThat(met.keySet()).containsExactlyElementsOf(LINES);
        assertThat(met.values().stream().flatMap(Set::stream)).containsAll(ANSWERS);
    }

    private static boolean complete(Map<String, Set<Result>> met) {
        return met.size() == LINES.size()
                && met.values().stream()
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet())
                        .containsAll(ANSWERS);
    }

    @Test
    void theSameNumberIsTheSameMutant() throws Exception {
        Path vectors = vectors();
        Signers signers = Signers.of(vectors);
        Bases bases = Bases.of(vectors, signers);
        for (int number = 0; number < 50; number++) {
            Mutant first = Mutant.of(7, number, bases, signers);
            Mutant second = Mutant.of(7, number, bases, signers);
            assertThat(second.json()).isEqualTo(first.json());
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
