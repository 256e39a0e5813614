package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stayseal.spec.verify.AuthenticTest.assertVerdict;
import static org.stayseal.spec.verify.AuthenticTest.check;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Limits;
import org.stayseal.spec.registry.Reason;

/** Where a check turns: the last value that is good, and the first that is not. */
class BoundariesTest {

    private final Utopia utopia = new Utopia();
    private final byte[] seal = utopia.seal(TestPermits.ordinary()).received();
    private final byte[] credential = utopia.credential(TestPermits.ordinary(), Purpose.FULL);

    @Test
    void aTrustListIsFreshToItsLastMomentAndStaleAfterIt() {
        Instant last = Utopia.list(false).nextUpdate();
        utopia.statusExpires = last.plusSeconds(3600);
        assertThat(utopia.verify(seal, Asked.residence().at(last)).outcome()).isEqualTo(Outcome.VALID);
        assertVerdict(
                utopia.verify(seal, Asked.residence().at(last.plusNanos(1))),
                Outcome.INDETERMINATE,
                Reason.TRUST_LIST_STALE);
    }

    @Test
    void aStatusListIsGoodToItsLastMomentAndStaleAfterIt() {
        utopia.statusExpires = Utopia.NOW;
        assertThat(utopia.verify(credential).outcome()).isEqualTo(Outcome.VALID);
        utopia.statusExpires = Utopia.NOW.minusNanos(1);
        assertVerdict(utopia.verify(credential), Outcome.INDETERMINATE, Reason.STATUS_STALE);
    }

    @Test
    void aStatusThatHasNoMeaningIsUnknownAndNotGood() {
        for (int value : new int[] {4, 15, 255}) {
            utopia.statuses.put((long) Purpose.FULL.code(), value);
            assertVerdict(utopia.verify(credential), Outcome.INDETERMINATE, Reason.STATUS_UNKNOWN);
        }
    }

    @Test
    void aClockMayBeBehindAListByTheToleranceAndByNoMore() {
        Instant issued = Utopia.list(false).issued();
        utopia.clock = Clock.fixed(issued.minusSeconds(Limits.CLOCK_TOLERANCE_SECONDS), ZoneOffset.UTC);
        assertThat(check(utopia.verify(seal), "clock").result()).isEqualTo(Result.PASSED);
        utopia.clock =
                Clock.fixed(issued.minusSeconds(Limits.CLOCK_TOLERANCE_SECONDS).minusNanos(1), ZoneOffset.UTC);
        assertThat(check(utopia.verify(seal), "clock").reason()).contains(Reason.CLOCK_UNRELIABLE);
    }

    @Test
    void theMomentOfALaterListThatIsNotBelievedProvesNothing() {
        utopia.knowledge = TrustKnowledge.unknownRoot(Optional.of(Utopia.list(false)), "another root");
        utopia.hasStatusLists = false;
        utopia.clock = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);
        assertThat(check(utopia.verify(seal), "clock").result()).isEqualTo(Result.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31T23:59:59Z, false",
        "2026-11-01T00:00:00Z, true",
        "2038-11-01T00:00:00Z, true",
        "2038-11-01T00:00:01Z, false"
    })
    void aCertificateIsInDateFromItsFirstToItsLastSecond(Instant at, boolean inDate) {
        Check dates = check(utopia.verify(seal, Asked.residence().at(at)), "certificate-dates");
        assertThat(dates.reason()).isEqualTo(inDate ? Optional.empty() : Optional.of(Reason.EXPIRED_CERTIFICATE));
        assertThat(dates.detail()).isEqualTo("in date from 2026-11-01T00:00:00Z until 2038-11-01T00:00:00Z");
    }

    @Test
    void anAuthorityThatWasNotYetInDateWhenTheCertificateBeganSignedNothing() {
        utopia.certificatesFrom = Instant.parse("2026-11-01T00:00:01Z");
        utopia.csca = utopia.authority("Utopia CSCA");
        Verdict verdict = utopia.verify(seal);
        assertVerdict(verdict, Outcome.INVALID, Reason.UNTRUSTED_CERTIFICATE);
        assertThat(check(verdict, "chain").detail()).isEqualTo("the CSCA was not in date when it signed it");
    }

    @Test
    void aCodeOfTheMostBytesIsDecodedAndALongerOneIsNot() {
        // Neither is a good one; the rule tells who refused it.
        assertThat(check(utopia.verify(Arrays.copyOf(seal, Limits.MAX_CODE_BYTES)), "format")
                        .detail())
                .doesNotContain("VER-11");
        assertThat(check(utopia.verify(Arrays.copyOf(seal, Limits.MAX_CODE_BYTES + 1)), "format")
                        .detail())
                .contains("VER-11: the code has 4297 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "RP1:, true, credential",
        "RP2:, true, unknown",
        "RP9:x, true, unknown",
        "RPL1:, true, credential",
        "RPL2:, true, unknown",
        "RDB1, true, idb",
        "NDB1, true, idb",
        "RP0:, false, unknown",
        "RP10:, false, unknown",
        "rp1:, false, unknown",
        "RP, false, unknown",
        "'', false, unknown"
    })
    void theFirstCharactersSayOfWhatKindACodeIs(String start, boolean known, String format) {
        byte[] code = start.getBytes(StandardCharsets.UTF_8);
        assertThat(Recognition.isKnownKind(code)).isEqualTo(known);
        assertThat(Recognition.format(code)).isEqualTo(format);
    }

    @Test
    void theFirstByteOfASealIsEnough() {
        assertThat(Recognition.isKnownKind(new byte[] {(byte) 0xDC})).isTrue();
        assertThat(Recognition.format(seal)).isEqualTo("vds");
        assertThat(Recognition.isKnownKind(new byte[] {(byte) 0xDB, (byte) 0xDC}))
                .isFalse();
    }

    @Test
    void aKeySignsFromTheDayOfItsFirstMomentToTheDayOfItsLast() {
        // Signed on 22 November 2026, and the code says no hour.
        utopia.signsFrom = Optional.of(Instant.parse("2026-11-22T23:59:59Z"));
        assertThat(utopia.verify(seal).outcome()).isEqualTo(Outcome.VALID);
        utopia.signsFrom = Optional.of(Instant.parse("2026-11-23T00:00:00Z"));
        assertVerdict(utopia.verify(seal), Outcome.INVALID, Reason.OUT_OF_SCOPE);
        utopia.signsFrom = Optional.empty();
        utopia.signsUntil = Optional.of(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(utopia.verify(seal).outcome()).isEqualTo(Outcome.VALID);
        utopia.signsUntil = Optional.of(Instant.parse("2026-11-21T23:59:59Z"));
        assertVerdict(utopia.verify(seal), Outcome.INVALID, Reason.OUT_OF_SCOPE);
    }
}
