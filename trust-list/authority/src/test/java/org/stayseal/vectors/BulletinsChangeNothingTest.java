package org.stayseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.SignerCandidate;
import org.stayseal.spec.verify.TrustKnowledge;
import org.stayseal.spec.verify.TrustSource;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.VerdictJson;
import org.stayseal.spec.verify.Verifier;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.Snapshots;

/** TRUST-236: whatever a bulletin says of a signer, every verdict is as without it but for the bulletin itself. */
@Tag("whole")
class BulletinsChangeNothingTest {

    private static final int EVERY = 9;

    @Test
    void everyVerdictIsTheSameWithAndWithoutCriticalBulletinsAboutEverySigner() throws Exception {
        UtopianVectors utopia = new UtopianVectors(VectorFilesTest.root().resolve("spec/vectors/keys"));
        Map<String, byte[]> snapshots = org.stayseal.vectors.Snapshots.of(utopia);
        int shown = 0;
        int asked = 0;
        for (Vector vector : Vectors.of(utopia)) {
            Optional<Snapshot> snapshot = vector.trust()
                    .snapshot()
                    .flatMap(name -> Snapshots.open(
                                    snapshots.get(name),
                                    new Pin(Fingerprint.parse(vector.trust().root())))
                            .taken());
            boolean ofTheNeighbour = vector.name().startsWith("neighbour/");
            if (snapshot.isEmpty() || asked++ % EVERY != 0 && !ofTheNeighbour) {
                continue;
            }
            Verdict with = judge(vector, snapshot.get(), loud(snapshot.get()));
            Verdict without = judge(vector, snapshot.get(), List.of());

            assertThat(told(with)).as(vector.name()).isEqualTo(told(without));
            assertThat(without.bulletins()).isEmpty();
            shown += with.bulletins().size();
        }
        assertThat(shown).isGreaterThan(20);
    }

    private static Map<String, @Nullable Object> told(Verdict verdict) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(VerdictJson.of(verdict));
        json.remove("bulletins");
        return json;
    }

    /** About every certificate of the list. */
    private static List<Bulletin> loud(Snapshot snapshot) {
        Set<String> all = Stream.concat(
                        snapshot.trustList()
                                .services(Service.PermitSigner.class)
                                .map(Service.PermitSigner::certificate),
                        snapshot.trustList().services(Service.Csca.class).map(Service.Csca::certificate))
                .map(NoticeScope::fingerprint)
                .collect(Collectors.toSet());
        return List.of(new Bulletin(
                "UT-LOUD",
                Instant.parse("2020-01-01T00:00:00Z"),
                Instant.parse("2190-01-01T00:00:00Z"),
                Bulletin.Severity.CRITICAL,
                List.of(new LocalText("en", "Believe nothing of this.")),
                all));
    }

    private static Verdict judge(Vector vector, Snapshot snapshot, List<Bulletin> bulletins) {
        return new Verifier(
                        new Telling(snapshot.trustSource(), bulletins),
                        snapshot.statusSource(),
                        Clock.fixed(vector.asked().clock(), ZoneOffset.UTC))
                .verify(
                        vector.code(),
                        new Asked(
                                vector.asked().purpose(),
                                vector.asked().at(),
                                Optional.empty(),
                                vector.asked().mrz(),
                                vector.asked().passportMrz()));
    }

    /** The same list with other bulletins. */
    private record Telling(TrustSource list, List<Bulletin> told) implements TrustSource {

        @Override
        public List<Bulletin> bulletins() {
            return told;
        }

        @Override
        public TrustKnowledge knowledge() {
            return list.knowledge();
        }

        @Override
        public List<Notice> notices() {
            return list.notices();
        }

        @Override
        public Optional<TrustKnowledge.NeighbourAtHand> neighbour(String issuingCountry) {
            return list.neighbour(issuingCountry);
        }

        @Override
        public List<SignerCandidate> sealSigners(String signerIdentifier, String certificateReference) {
            return list.sealSigners(signerIdentifier, certificateReference);
        }

        @Override
        public List<SignerCandidate> credentialSigners(byte[] kid) {
            return list.credentialSigners(kid);
        }

        @Override
        public List<SignerCandidate> signersByReference(String reference) {
            return list.signersByReference(reference);
        }

        @Override
        public List<SignerCandidate> signersByCertificate(byte[] certificate) {
            return list.signersByCertificate(certificate);
        }
    }
}
