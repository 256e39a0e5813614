package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stayseal.spec.verify.AuthenticTest.assertVerdict;
import static org.stayseal.spec.verify.AuthenticTest.check;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.WorkRight;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.vds.Seal;

/** The second and third question: does it give the right asked about, now, and to whom? (docs 60, steps 10 to 15) */
class RightTest {

    private static final Asked RESIDENCE = Asked.residence();

    private final Utopia utopia = new Utopia();

    private byte[] code(Purpose purpose) {
        return utopia.credential(TestPermits.ordinary(), purpose);
    }

    @Test
    void aClockBeforeTheListsIsUnreliable() {
        byte[] code = code(Purpose.FULL);
        utopia.clock = Clock.fixed(Utopia.NOW.minusSeconds(3600 + 599), ZoneOffset.UTC);
        assertThat(check(utopia.verify(code), "clock").result()).isEqualTo(Result.PASSED);
        utopia.clock = Clock.fixed(Utopia.NOW.minusSeconds(3600 + 601), ZoneOffset.UTC);
        assertVerdict(utopia.verify(code), Outcome.INDETERMINATE, Reason.CLOCK_UNRELIABLE);
        utopia.clock = Clock.fixed(Utopia.NOW, ZoneOffset.UTC);
        utopia.statusIssued = Utopia.NOW.plusSeconds(601);
        assertVerdict(utopia.verify(code), Outcome.INDETERMINATE, Reason.CLOCK_UNRELIABLE);
        assertThat(check(utopia.verify(code, RESIDENCE.at(Utopia.NOW)), "clock").result())
                .isEqualTo(Result.NOT_ASKED);
    }

    @Test
    void theLastDayCountsToItsEndAndNotASecondMore() {
        listsThatLast();
        byte[] credential = code(Purpose.FULL);
        byte[] seal = utopia.seal(TestPermits.ordinary()).received();
        Instant over = Instant.parse("2030-11-22T00:00:00Z");
        for (byte[] code : java.util.List.of(credential, seal)) {
            assertThat(utopia.verify(code, RESIDENCE.at(over.minusSeconds(1))).outcome())
                    .isEqualTo(Outcome.VALID);
            assertVerdict(utopia.verify(code, RESIDENCE.at(over)), Outcome.INVALID, Reason.EXPIRED);
        }
    }

    @Test
    void aRightThatBeginsLaterIsNotYetValid() {
        listsThatLast();
        byte[] code = utopia.credential(
                TestPermits.right(LocalDate.of(2027, 1, 1), Optional.of(LocalDate.of(2030, 11, 21))), Purpose.STAY);
        Instant begins = Instant.parse("2027-01-01T00:00:00Z");
        assertVerdict(utopia.verify(code, RESIDENCE.at(begins.minusSeconds(1))), Outcome.INVALID, Reason.NOT_YET_VALID);
        assertThat(utopia.verify(code, RESIDENCE.at(begins)).outcome()).isEqualTo(Outcome.VALID);
        byte[] seal = utopia.seal(TestPermits.right(LocalDate.of(2027, 1, 1), Optional.of(LocalDate.of(2030, 11, 21))))
                .received();
        assertVerdict(utopia.verify(seal, RESIDENCE.at(begins.minusSeconds(1))), Outcome.INVALID, Reason.NOT_YET_VALID);
        assertThat(utopia.verify(seal, RESIDENCE.at(begins)).outcome()).isEqualTo(Outcome.VALID);
    }

    @Test
    void aSignatureDatedAfterTheTimeAskedAboutIsNotYetValid() {
        Asked before = RESIDENCE.at(Instant.parse("2026-11-21T23:59:59Z"));
        assertVerdict(utopia.verify(code(Purpose.FULL), before), Outcome.INVALID, Reason.NOT_YET_VALID);
        assertVerdict(
                utopia.verify(utopia.seal(TestPermits.ordinary()).received(), before),
                Outcome.INVALID,
                Reason.NOT_YET_VALID);
    }

    @Test
    void anUnlimitedRightEndsWithItsDocument() {
        listsThatLast();
        byte[] code = utopia.credential(TestPermits.right(LocalDate.of(2026, 11, 22), Optional.empty()), Purpose.FULL);
        assertThat(utopia.verify(code, RESIDENCE.at(Instant.parse("2030-11-21T23:59:59Z")))
                        .outcome())
                .isEqualTo(Outcome.VALID);
        assertVerdict(
                utopia.verify(code, RESIDENCE.at(Instant.parse("2030-11-22T00:00:00Z"))),
                Outcome.INVALID,
                Reason.EXPIRED);
    }

    @Test
    void theFullCredentialAnswersEveryPurpose() {
        for (Purpose purpose : Purpose.values()) {
            assertThat(utopia.verify(code(Purpose.FULL), RESIDENCE.purpose(purpose))
                            .outcome())
                    .isEqualTo(Outcome.VALID);
        }
    }

    @Test
    void aCredentialIsSilentOnPurposesItIsNotMadeFor() {
        assertVerdict(
                utopia.verify(code(Purpose.STAY), RESIDENCE.purpose(Purpose.WORK)),
                Outcome.INDETERMINATE,
                Reason.PURPOSE_NOT_STATED);
        assertVerdict(
                utopia.verify(code(Purpose.WORK), RESIDENCE.purpose(Purpose.BANK)),
                Outcome.INDETERMINATE,
                Reason.PURPOSE_NOT_STATED);
        assertVerdict(
                utopia.verify(code(Purpose.BANK), RESIDENCE.purpose(Purpose.FULL)),
                Outcome.INDETERMINATE,
                Reason.PURPOSE_NOT_STATED);
        assertThat(utopia.verify(code(Purpose.WORK), RESIDENCE.purpose(Purpose.STAY))
                        .outcome())
                .isEqualTo(Outcome.VALID);
    }

    @Test
    void aPaperPermitSealIsSilentOnWork() {
        byte[] seal = utopia.seal(TestPermits.ordinary()).received();
        assertVerdict(
                utopia.verify(seal, RESIDENCE.purpose(Purpose.WORK)), Outcome.INDETERMINATE, Reason.PURPOSE_NOT_STATED);
        assertThat(utopia.verify(seal, RESIDENCE.purpose(Purpose.FULL)).outcome())
                .isEqualTo(Outcome.VALID);
    }

    @Test
    void workIsGrantedRefusedOrGrantedWithinConditions() {
        Asked work = RESIDENCE.purpose(Purpose.WORK);
        assertThat(utopia.verify(code(Purpose.WORK), work).reason()).isEmpty();
        assertVerdict(
                utopia.verify(utopia.credential(TestPermits.work(WorkRight.none()), Purpose.WORK), work),
                Outcome.INVALID,
                Reason.PURPOSE_NOT_GRANTED);
        Verdict limited = utopia.verify(
                utopia.credential(TestPermits.work(WorkRight.underConditions("harvest only")), Purpose.WORK), work);
        assertVerdict(limited, Outcome.VALID, Reason.WITH_CONDITIONS);
        assertThat(check(limited, "purpose").detail()).isEqualTo("harvest only");
        Verdict separate = utopia.verify(
                utopia.credential(
                        TestPermits.work(new WorkRight(WorkRight.Access.SEPARATE_PERMIT, Optional.empty())),
                        Purpose.WORK),
                work);
        assertVerdict(separate, Outcome.VALID, Reason.WITH_CONDITIONS);
        // Who does not ask about work is not told INVALID for it.
        assertThat(utopia.verify(utopia.credential(TestPermits.work(WorkRight.none()), Purpose.WORK))
                        .outcome())
                .isEqualTo(Outcome.VALID);
    }

    @Test
    void everyStatusHasItsReason() {
        byte[] code = code(Purpose.BANK);
        Reason[] reasons = {Reason.REVOKED, Reason.SUSPENDED, Reason.SUPERSEDED};
        for (int status = 1; status <= 3; status++) {
            utopia.statuses.put((long) Purpose.BANK.code(), status);
            assertVerdict(utopia.verify(code), Outcome.INVALID, reasons[status - 1]);
        }
        assertThat(utopia.verify(code(Purpose.WORK)).outcome()).isEqualTo(Outcome.VALID);
    }

    @Test
    void aSealIsRevokedByItsIdentityAndTheTwinOfItsSignatureIsToo() throws Exception {
        Seal seal = utopia.seal(TestPermits.ordinary());
        utopia.seals.put(Hex.encode(seal.identity()), 1);
        assertVerdict(utopia.verify(seal.received()), Outcome.INVALID, Reason.REVOKED);
        byte[] twin = SignatureTwins.of(seal.received(), seal.signature().length);
        assertThat(twin).isNotEqualTo(seal.received());
        assertVerdict(utopia.verify(twin), Outcome.INVALID, Reason.REVOKED);
    }

    @Test
    void anOldListNeverTurnsGreenButStillTurnsRed() {
        byte[] code = code(Purpose.STAY);
        utopia.statusExpires = Utopia.NOW.minusSeconds(1);
        assertVerdict(utopia.verify(code), Outcome.INDETERMINATE, Reason.STATUS_STALE);
        utopia.statuses.put((long) Purpose.STAY.code(), 1);
        assertVerdict(utopia.verify(code), Outcome.INVALID, Reason.REVOKED);
    }

    @Test
    void withoutAListOfItsOwnCountryTheStatusIsUnknown() {
        byte[] code = code(Purpose.STAY);
        utopia.statusCountry = "UTA";
        assertVerdict(utopia.verify(code), Outcome.INDETERMINATE, Reason.STATUS_UNKNOWN);
        utopia.hasStatusLists = false;
        assertVerdict(utopia.verify(code), Outcome.INDETERMINATE, Reason.STATUS_UNKNOWN);
    }

    @Test
    void aLiveOnlyCredentialWithoutAProofIsNeverValid() {
        Verdict verdict = utopia.verify(utopia.credential(TestPermits.liveOnly(), Purpose.FULL));
        assertVerdict(verdict, Outcome.INDETERMINATE, Reason.STALE_LIVE_CODE);
        assertThat(verdict.holder()).isEqualTo(Result.COMPARE);
        assertThat(verdict.right()).isEqualTo(Result.PASSED);
    }

    @Test
    void theGravestReasonLeads() {
        utopia.statuses.put((long) Purpose.WORK.code(), 1);
        utopia.state = SignerCandidate.State.REVOKED;
        listsThatLast();
        Verdict verdict = utopia.verify(code(Purpose.WORK), RESIDENCE.at(Instant.parse("2031-01-01T00:00:00Z")));
        assertVerdict(verdict, Outcome.INVALID, Reason.REVOKED_CERTIFICATE);
        assertThat(verdict.checks().stream().flatMap(check -> check.reason().stream()))
                .contains(Reason.REVOKED, Reason.EXPIRED, Reason.REVOKED_CERTIFICATE);
    }

    private void listsThatLast() {
        utopia.statusExpires = Instant.parse("2037-01-01T00:00:00Z");
        utopia.knowledge = TrustKnowledge.pinned(new TrustKnowledge.ListAtHand(
                "ab".repeat(32), "UTO", false, 7, Utopia.NOW, Instant.parse("2037-01-01T00:00:00Z")));
    }
}
