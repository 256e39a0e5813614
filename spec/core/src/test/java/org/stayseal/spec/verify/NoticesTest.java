package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;

/** What the vectors of notices cannot show: years from now, a certificate given by hand, no list that counts (VER-62 to VER-66). */
class NoticesTest {

    /** After the signers' certificates and the CSCA's, too. */
    private static final Instant LATER = Instant.parse("2039-01-01T00:00:00Z");

    private final Utopia utopia = new Utopia();
    private final byte[] credential = utopia.credential(TestPermits.ordinary(), Purpose.FULL);

    @Test
    void whereSignerAndCscaAreBothOverAnExtensionLetsThemPass() {
        listsOf(LATER);
        assertThat(reasons(utopia.verify(credential))).contains(Reason.EXPIRED, Reason.EXPIRED_CERTIFICATE);

        utopia.notices = List.of(extension(LocalDate.of(2040, 12, 31)));
        Verdict verdict = utopia.verify(credential);
        assertThat(verdict.outcome()).isEqualTo(Outcome.VALID);
        assertThat(verdict.reason()).contains(Reason.EXTENDED_BY_NOTICE);
        assertThat(verdict.notices()).hasSize(1);
        assertThat(verdict.notices().get(0).printedEnd()).contains(LocalDate.of(2030, 11, 21));
    }

    @Test
    void aWithdrawnCscaStaysWithdrawn() {
        listsOf(LATER);
        utopia.notices = List.of(extension(LocalDate.of(2040, 12, 31)));
        utopia.cscaRevoked = true;
        assertThat(utopia.verify(credential).reason()).contains(Reason.REVOKED_CERTIFICATE);
    }

    @Test
    void aCertificateGivenByHandAsksNoList() {
        listsOf(LATER);
        utopia.notices = List.of(extension(LocalDate.of(2040, 12, 31)));
        Verdict verdict = utopia.verify(credential, Asked.residence().signer(utopia.credentialCertificate));
        assertThat(reasons(verdict)).contains(Reason.EXPIRED, Reason.EXPIRED_CERTIFICATE);
        assertThat(verdict.notices()).isEmpty();
    }

    @Test
    void aForeignListExtendsNothingAndSuspendsNothing() {
        utopia.knowledge = TrustKnowledge.unknownRoot(Optional.empty(), "another root");
        utopia.notices = List.of(extension(LocalDate.of(2040, 12, 31)), suspension());
        Verdict now = utopia.verify(credential);
        assertThat(now.reason()).contains(Reason.UNKNOWN_ROOT);
        assertThat(now.checks()).noneMatch(check -> check.name().equals(SuspensionStep.NAME));
        utopia.clock = Clock.fixed(LATER, ZoneOffset.UTC);
        assertThat(utopia.verify(credential).reason()).contains(Reason.EXPIRED);
    }

    @Test
    void theVerdictAsJsonHoldsTheNoticeWithBothDaysAndEveryLanguage() {
        listsOf(LATER);
        utopia.notices = List.of(extension(LocalDate.of(2040, 12, 31)));
        Map<String, ?> json = VerdictJson.of(utopia.verify(credential));
        assertThat(String.valueOf(json.get("notices")))
                .isEqualTo("[{id=UT-1, kind=extension, act={reference=Order 3, published=2030-11-01,"
                        + " uri=https://law.utopia.example/3}, text=[{lang=en, value=It goes on.}, {lang=uk, value=Триває.}],"
                        + " printedEnd=2030-11-21, newEnd=2040-12-31}]");
    }

    @Test
    void aVerdictWithoutNoticesHasNoSuchMember() {
        assertThat(VerdictJson.of(utopia.verify(credential))).doesNotContainKeys("notices", "legalEffect");
    }

    private void listsOf(Instant moment) {
        utopia.clock = Clock.fixed(moment, ZoneOffset.UTC);
        utopia.knowledge = TrustKnowledge.pinned(new TrustKnowledge.ListAtHand(
                "ab".repeat(32), "UTO", false, 7, moment.minusSeconds(3600), moment.plusSeconds(86400)));
        utopia.statusIssued = moment.minusSeconds(3600);
        utopia.statusExpires = moment.plusSeconds(86400);
    }

    private static List<Reason> reasons(Verdict verdict) {
        return verdict.checks().stream()
                .flatMap(check -> check.reason().stream())
                .toList();
    }

    private static Notice extension(LocalDate newEnd) {
        return notice(Notice.Kind.EXTENSION, Optional.of(newEnd), Optional.empty());
    }

    private static Notice suspension() {
        return notice(Notice.Kind.SUSPENSION, Optional.empty(), Optional.of(LocalDate.of(2027, 1, 1)));
    }

    private static Notice notice(Notice.Kind kind, Optional<LocalDate> newEnd, Optional<LocalDate> until) {
        return new Notice(
                "UT-1",
                kind,
                Notice.State.IN_FORCE,
                new Notice.Act("Order 3", LocalDate.of(2030, 11, 1), Optional.of("https://law.utopia.example/3")),
                List.of(new LocalText("en", "It goes on."), new LocalText("uk", "Триває.")),
                NoticeScope.of(Set.of("UTO"), Set.of("RP1"), LocalDate.of(2030, 11, 1), LocalDate.of(2030, 11, 21)),
                newEnd,
                Optional.empty(),
                until);
    }
}
