package org.stayseal.issuer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.trust.Term;

/** The days on which a signer of continuations may sign, as every verifier counts them (VER-27). */
class ContinuationTermTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private final Term term = new Term(Instant.parse("2026-11-22T12:00:00Z"), Instant.parse("2027-11-22T12:00:00Z"));

    @Test
    void aheadOfUtcItsFirstDayOfSigningIsTheOneAfterItsTermBegan() {
        ZoneId ahead = ZoneOffset.ofHours(13);
        assertThat(ContinuationLinter.isInTerm(term, DAY, ahead)).isFalse();
        assertThat(ContinuationLinter.isInTerm(term, DAY.plusDays(1), ahead)).isTrue();
        assertThat(ContinuationLinter.isInTerm(term, DAY.plusYears(1).plusDays(1), ahead))
                .isTrue();
    }

    @Test
    void byUtcAndBehindItIsTheDayOnWhichItBegan() {
        for (ZoneId zone : new ZoneId[] {ZoneOffset.UTC, ZoneOffset.ofHours(-10)}) {
            assertThat(ContinuationLinter.isInTerm(term, DAY, zone)).isTrue();
            assertThat(ContinuationLinter.isInTerm(term, DAY.minusDays(1), zone))
                    .isFalse();
            assertThat(ContinuationLinter.isInTerm(term, DAY.plusYears(1), zone))
                    .isTrue();
            assertThat(ContinuationLinter.isInTerm(term, DAY.plusYears(1).plusDays(1), zone))
                    .isFalse();
        }
    }
}
