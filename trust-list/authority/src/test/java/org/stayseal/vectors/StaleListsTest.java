package org.stayseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Verdict;

/** A list that is over never yields VALID, whatever the code (TRUST-70): every vector that is VALID is asked again after its lists have ended. */
@Tag("whole")
class StaleListsTest {

    private static final List<Duration> LATER =
            List.of(Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(30));

    @Test
    void noCodeIsValidOnceItsTrustListIsOver() throws Exception {
        UtopianVectors utopia = new UtopianVectors(VectorFilesTest.root().resolve("spec/vectors/keys"));
        Map<String, byte[]> snapshots = Snapshots.of(utopia);
        int asked = 0;
        int stale = 0;
        for (Vector vector : Vectors.of(utopia)) {
            if (vector.outcome() != Outcome.VALID) {
                continue;
            }
            Instant end = VectorFilesTest.judge(vector, snapshots)
                    .trust()
                    .list()
                    .orElseThrow()
                    .nextUpdate();
            for (Duration after : LATER) {
                Verdict verdict = VectorFilesTest.judge(at(vector, end.plus(after)), snapshots);
                assertThat(verdict.outcome())
                        .as("%s, %s after its list ended", vector.name(), after)
                        .isNotEqualTo(Outcome.VALID);
                asked++;
                stale +=
                        verdict.reason().filter(Reason.TRUST_LIST_STALE::equals).isPresent() ? 1 : 0;
            }
        }
        assertThat(asked).isGreaterThan(200);
        assertThat(stale).as("most of them for that reason alone").isGreaterThan(asked / 2);
    }

    private static Vector at(Vector vector, Instant moment) {
        Vector.Asking asked = vector.asked();
        return new Vector(
                vector.name(),
                vector.why(),
                vector.code(),
                new Vector.Asking(
                        moment,
                        Optional.empty(),
                        asked.purpose(),
                        asked.mrz(),
                        asked.passportMrz(),
                        asked.continuations()),
                vector.trust(),
                vector.outcome(),
                vector.reason());
    }
}
