package org.stayseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;
import org.stayseal.spec.verify.Check;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Result;
import org.stayseal.spec.verify.SignerCandidate;
import org.stayseal.spec.verify.StatusSource;
import org.stayseal.spec.verify.TrustKnowledge;
import org.stayseal.spec.verify.TrustSource;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.Verifier;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.SnapshotResult;

/** Whatever notices a list has, they move ends and suspend, and nothing else (VER-64, VER-65): random ones, over every vector. */
@Tag("whole")
class NoticesForgiveNothingTest {

    private static final Set<String> MOVED = Set.of("dates", "certificate-dates", "suspension");
    private static final Set<Reason> ENDS = Set.of(Reason.EXPIRED, Reason.EXPIRED_CERTIFICATE);
    private static final int LISTS_FOR_EACH = 1;

    private final Random random = new Random(20261122);
    private final Map<String, SnapshotResult> opened = new HashMap<>();
    private Map<String, byte[]> snapshots = Map.of();

    @Test
    void noNoticeMakesAnythingValidButWhatOnlyItsEndsMadeInvalid() throws Exception {
        UtopianVectors utopia = new UtopianVectors(keys());
        snapshots = Snapshots.of(utopia);
        int extended = 0;
        int suspended = 0;
        int revived = 0;
        for (Vector vector : Vectors.of(utopia)) {
            if (!vector.asked().continuations().isEmpty()) {
                // Of a notice and a continuation the later end leads: their vectors and ContinuationsNeverHarmTest say
                // so.
                continue;
            }
            Verdict without = judge(vector, List.of());
            for (int list = 0; list < LISTS_FOR_EACH; list++) {
                List<Notice> notices = notices(without);
                Verdict with = judge(vector, notices);
                assertThat(others(with)).as(vector.name() + " " + notices).isEqualTo(others(without));
                assertThat(reason(with, "dates"))
                        .as(vector.name() + " " + notices)
                        .isIn(
                                reason(without, "dates"),
                                reason(without, "dates").equals(Optional.of(Reason.EXPIRED))
                                        ? Optional.of(Reason.EXTENDED_BY_NOTICE)
                                        : reason(without, "dates"));
                if (with.outcome() == Outcome.VALID && without.outcome() != Outcome.VALID) {
                    assertThat(ENDS).as(vector.name()).containsAll(faults(without));
                    revived++;
                }
                extended += reason(with, "dates").equals(Optional.of(Reason.EXTENDED_BY_NOTICE)) ? 1 : 0;
                suspended += reason(with, "suspension").isPresent() ? 1 : 0;
            }
        }
        assertThat(List.of(extended, suspended, revived))
                .as("a test that reaches nothing shows nothing")
                .allMatch(count -> count > 20);
    }

    private List<Notice> notices(Verdict verdict) {
        List<Notice> all = new ArrayList<>();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            all.add(notice("UT-" + count, verdict));
        }
        return all;
    }

    /** Most of them reach the permit of the verdict. */
    private Notice notice(String id, Verdict verdict) {
        boolean extension = random.nextInt(4) > 0;
        LocalDate end = verdict.at().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(random.nextInt(1000) - 100);
        NoticeScope scope = new NoticeScope(
                Set.of("UTO", random.nextBoolean() ? "D" : "ATL"),
                types(verdict),
                sometimes("temporary-protection"),
                sometimes(random.nextBoolean() ? "AR" : "V"),
                Set.of(),
                extension || random.nextBoolean() ? Optional.of(LocalDate.of(2000, 1, 1)) : Optional.empty(),
                extension ? Optional.of(end) : Optional.empty());
        return new Notice(
                id,
                extension ? Notice.Kind.EXTENSION : Notice.Kind.SUSPENSION,
                random.nextInt(8) > 0 ? Notice.State.IN_FORCE : Notice.State.WITHDRAWN,
                new Notice.Act("Order", LocalDate.of(2026, 1, 1), Optional.empty()),
                List.of(new LocalText("en", "It goes on.")),
                scope,
                extension ? Optional.of(end.plusDays(1 + random.nextInt(1000))) : Optional.empty(),
                random.nextInt(4) > 0 ? Optional.empty() : Optional.of(end.minusDays(random.nextInt(50))),
                extension ? Optional.empty() : Optional.of(end));
    }

    private Set<String> sometimes(String word) {
        return random.nextInt(6) > 0 ? Set.of() : Set.of(word);
    }

    private static Set<String> types(Verdict verdict) {
        Set<String> types = new HashSet<>(Set.of("FB06", "RP1", "uto.residence-permit", "IDB-86-10", "5D01"));
        if (verdict.document().get("type") instanceof String type
                && !verdict.format().equals("credential")) {
            types.add(type);
        }
        return types;
    }

    private static List<String> others(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> !MOVED.contains(check.name()))
                .map(check -> check.name() + " " + check.result() + " " + check.reason())
                .toList();
    }

    private static Optional<Reason> reason(Verdict verdict, String name) {
        return verdict.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .flatMap(Check::reason);
    }

    private static List<Reason> faults(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> check.result() != Result.PASSED)
                .flatMap(check -> check.reason().stream())
                .toList();
    }

    private Verdict judge(Vector vector, List<Notice> notices) {
        TrustSource trust = TrustSource.none("no trust list at hand");
        StatusSource status = StatusSource.none();
        if (vector.trust().snapshot().isPresent()) {
            SnapshotResult result = opened.computeIfAbsent(
                    vector.trust().root() + vector.trust().snapshot().get(),
                    key -> org.stayseal.trust.reader.Snapshots.open(
                            snapshots.get(vector.trust().snapshot().get()),
                            new Pin(Fingerprint.parse(vector.trust().root()))));
            trust = result.taken().isPresent()
                    ? result.taken().get().trustSource()
                    : TrustSource.without(((SnapshotResult.Refused) result).knowledge());
            status = result.taken().isPresent() ? result.taken().get().statusSource() : status;
        }
        return new Verifier(
                        new WithNotices(trust, notices),
                        status,
                        Clock.fixed(vector.asked().clock(), ZoneOffset.UTC))
                .verify(vector.code(), vector.asked().asked());
    }

    private static Path keys() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("spec/vectors"))) {
                return at.resolve("spec/vectors/keys");
            }
        }
        throw new IllegalStateException("not inside the repository");
    }

    /** The same source with other notices, also where a list counts for nothing. */
    private record WithNotices(TrustSource of, List<Notice> notices) implements TrustSource {

        @Override
        public TrustKnowledge knowledge() {
            return of.knowledge();
        }

        @Override
        public List<SignerCandidate> sealSigners(String signerIdentifier, String certificateReference) {
            return of.sealSigners(signerIdentifier, certificateReference);
        }

        @Override
        public List<SignerCandidate> credentialSigners(byte[] kid) {
            return of.credentialSigners(kid);
        }

        @Override
        public List<SignerCandidate> signersByReference(String reference) {
            return of.signersByReference(reference);
        }

        @Override
        public List<SignerCandidate> signersByCertificate(byte[] certificate) {
            return of.signersByCertificate(certificate);
        }
    }
}
