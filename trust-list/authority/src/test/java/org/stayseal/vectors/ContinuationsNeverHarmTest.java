package org.stayseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.verify.Asked;
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

/** Whatever continuations lie beside a code, they never make it worse, and never revive it (VER-93, VER-94): random ones, beside every vector. */
@Tag("whole")
class ContinuationsNeverHarmTest {

    private static final Set<String> MOVED = Set.of("dates", "certificate-dates", "continuation");
    private static final Set<Reason> ENDS = Set.of(Reason.EXPIRED, Reason.EXPIRED_CERTIFICATE);
    private static final List<Outcome> WORSE = List.of(Outcome.VALID, Outcome.INDETERMINATE, Outcome.INVALID);

    private final Random random = new Random(20261123);
    private final Map<String, SnapshotResult> opened = new HashMap<>();
    private Map<String, byte[]> snapshots = Map.of();

    @Test
    void noContinuationMakesACodeWorseAndNoneRevivesWhatMoreThanItsEndsMadeInvalid() throws Exception {
        UtopianVectors utopia = new UtopianVectors(VectorFilesTest.root().resolve("spec/vectors/keys"));
        snapshots = Snapshots.of(utopia);
        Signer signer = new ContinuationLists(utopia).signer();
        int continued = 0;
        int opened = 0;
        int held = 0;
        // What breaks a format has no identity, and beside the zones of papers a continuation says nothing.
        List<Vector> vectors = Vectors.of(utopia).stream()
                .filter(vector -> !vector.name().matches("([a-z-]+-(format|algorithm)|holder|chain)/.*"))
                .toList();
        for (Vector vector : vectors) {
            Verdict without = judge(vector, List.of());
            Optional<Paper> paper = paper(without, utopia);
            if (paper.isEmpty()) {
                continue;
            }
            List<String> papers = papers(paper.get(), signer, utopia);
            Verdict with = judge(vector, papers);
            String name = vector.name() + " " + papers;
            assertThat(WORSE.indexOf(with.outcome())).as(name).isLessThanOrEqualTo(WORSE.indexOf(without.outcome()));
            assertThat(others(with)).as(name).isEqualTo(others(without));
            if (without.outcome() == Outcome.VALID
                    && !without.reason().equals(Optional.of(Reason.EXTENDED_BY_NOTICE))) {
                assertThat(with.reason()).as(name).isEqualTo(without.reason());
                held++;
            }
            if (with.outcome() != without.outcome()) {
                assertThat(ENDS).as(name).containsAll(failed(without));
            }
            if (!failed(without).contains(Reason.EXPIRED)) {
                assertThat(with.outcome()).as(name).isEqualTo(without.outcome());
            }
            continued += with.reason().equals(Optional.of(Reason.EXTENDED_BY_CONTINUATION)) ? 1 : 0;
            opened += with.outcome() == Outcome.INDETERMINATE && without.outcome() == Outcome.INVALID ? 1 : 0;
        }
        assertThat(List.of(continued, opened, held))
                .as("a test that reaches nothing shows nothing")
                .allMatch(count -> count > 4);
    }

    /** A continuation of the code of a verdict, if it names anything; long enough for any of the vectors' moments. */
    private Optional<Paper> paper(Verdict verdict, UtopianVectors utopia) {
        Object identity = verdict.document()
                .getOrDefault("credentialId", verdict.document().get("identity"));
        if (!(identity instanceof String hex)) {
            return Optional.empty();
        }
        Optional<Purpose> purpose = verdict.format().equals("credential")
                ? Arrays.stream(Purpose.values())
                        .filter(one -> one.key().equals(verdict.document().get("purpose")))
                        .findFirst()
                : Optional.empty();
        LocalDate day = LocalDate.ofInstant(verdict.at(), ZoneOffset.UTC);
        return Optional.of(Paper.of(HexFormat.of().parseHex(hex), utopia)
                .with(Optional.empty(), purpose)
                .signedOn(day.minusDays(20))
                .days(day.minusDays(random.nextInt(20)), day.plusDays(random.nextInt(200))));
    }

    /** One to three: good ones, and such as count for nothing. */
    private List<String> papers(Paper good, Signer signer, UtopianVectors utopia) {
        List<String> all = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            String text = good.text(signer);
            all.add(
                    switch (random.nextInt(9)) {
                        case 0 -> text.substring(0, text.length() - 1);
                        case 1 -> good.text(utopia.authority.credentialSigner());
                        case 2 -> good.index(UtopianVectors.REVOKED).text(signer);
                        case 3 ->
                            good.uri("https://permits.utopia.example/status/9").text(signer);
                        case 4 ->
                            good.days(good.from().minusDays(300), good.from().minusDays(30))
                                    .signedOn(good.from().minusDays(300))
                                    .text(signer);
                        case 5 -> good.country("ATL").text(signer);
                        case 6 -> forged(good, signer);
                        default -> text;
                    });
        }
        return all;
    }

    private static String forged(Paper paper, Signer signer) {
        byte[] message = paper.signedBy(signer).bytes();
        message[message.length - 1] ^= 1;
        return Paper.text(message);
    }

    private static List<String> others(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> !MOVED.contains(check.name()))
                .map(check -> check.name() + " " + check.result() + " " + check.reason())
                .toList();
    }

    private static List<Reason> failed(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> check.result() == Result.FAILED)
                .filter(check -> !check.name().equals("continuation"))
                .map(Check::reason)
                .flatMap(Optional::stream)
                .toList();
    }

    private Verdict judge(Vector vector, List<String> papers) {
        TrustSource trust = TrustSource.none("no trust list at hand");
        StatusSource status = StatusSource.none();
        if (vector.trust().snapshot().isPresent()) {
            SnapshotResult result =
                    open(vector.trust().root(), vector.trust().snapshot().get());
            trust = result.taken().isPresent()
                    ? result.taken().get().trustSource()
                    : TrustSource.without(((SnapshotResult.Refused) result).knowledge());
            status = result.taken().isPresent() ? result.taken().get().statusSource() : status;
        }
        TrustSource signers = open(vector.trust().root(), ContinuationLists.LISTED)
                .taken()
                .map(taken -> taken.trustSource())
                .orElse(trust);
        Asked asked = vector.asked()
                .asked()
                .continuations(papers.stream()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList());
        return new Verifier(
                        new WithSigner(trust, signers),
                        status,
                        Clock.fixed(vector.asked().clock(), ZoneOffset.UTC))
                .verify(vector.code(), asked);
    }

    private SnapshotResult open(String root, String file) {
        return opened.computeIfAbsent(
                root + file,
                key -> org.stayseal.trust.reader.Snapshots.open(snapshots.get(file), new Pin(Fingerprint.parse(root))));
    }

    /** The same source, which knows a signer of continuations as well. */
    private record WithSigner(TrustSource of, TrustSource more) implements TrustSource {

        @Override
        public TrustKnowledge knowledge() {
            return of.knowledge();
        }

        @Override
        public List<Notice> notices() {
            return of.notices();
        }

        @Override
        public List<SignerCandidate> sealSigners(String signerIdentifier, String certificateReference) {
            return of.sealSigners(signerIdentifier, certificateReference);
        }

        @Override
        public List<SignerCandidate> credentialSigners(byte[] kid) {
            List<SignerCandidate> found = of.credentialSigners(kid);
            return found.isEmpty() && Arrays.equals(kid, kid(more, kid)) ? more.credentialSigners(kid) : found;
        }

        /** Only of one that signs nothing else: an unlisted signer of permits stays unlisted. */
        private static byte[] kid(TrustSource more, byte[] kid) {
            return more.credentialSigners(kid).stream()
                    .filter(one -> one.scope().documentTypes().equals(Set.of("RPC1")))
                    .map(one -> Credential.keyIdOf(one.certificate()))
                    .findFirst()
                    .orElse(new byte[0]);
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
