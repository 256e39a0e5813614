package org.stayseal.issuer.continuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stayseal.issuer.lint.Item;
import org.stayseal.spec.continuation.ContinuationClaims;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;

/** CONT-17: on which day a continuation of all codes of a permit begins. */
class FirstDayTest {

    private static final LocalDate END = LocalDate.of(2026, 3, 31);
    private static final LocalDate MOVED = END.plusDays(1_000);
    private static final LocalDate LAST_FROM_THE_PRINTED_END = END.plusDays(ContinuationClaims.MAX_DAYS);

    private final NoticeScope everything = NoticeScope.of(Set.of("UTO"), Set.of("RP1", "FB06"), END, END);

    @Test
    void withoutANoticeItBeginsWithThePrintedEndAndLasts731DaysAtMost() {
        FirstDay day = firstDay(END, END);
        assertThat(day.end()).isEqualTo(END);
        assertThat(day.of(END.plusDays(40))).isEqualTo(END.plusDays(1));
        assertThat(day.latest()).isEqualTo(LAST_FROM_THE_PRINTED_END);
        assertThat(day.allows(END.plusDays(1))).isTrue();
        assertThat(day.allows(END.plusDays(2))).isFalse();
    }

    @Test
    void whatTheFormatReachesFromThePrintedEndNeedsNoNotice() {
        FirstDay day = firstDay(END, END, extension(everything, END.plusDays(300)));
        assertThat(day.end()).isEqualTo(END.plusDays(300));
        assertThat(day.of(LAST_FROM_THE_PRINTED_END)).isEqualTo(END.plusDays(1));
        assertThat(day.of(LAST_FROM_THE_PRINTED_END.plusDays(1))).isEqualTo(END.plusDays(301));
    }

    @Test
    void aNoticeOfMoreThan731DaysIsFollowedFromItsEnd() {
        FirstDay day = firstDay(END, END, extension(everything, MOVED));
        assertThat(day.of(MOVED.plusDays(1))).isEqualTo(MOVED.plusDays(1));
        assertThat(day.latest()).isEqualTo(MOVED.plusDays(ContinuationClaims.MAX_DAYS));
    }

    @Test
    void theCodeThatNoNoticeReachesDecides() {
        NoticeScope seals = NoticeScope.of(Set.of("UTO"), Set.of("FB06"), END, END);
        assertThat(firstDay(END, END, extension(seals, MOVED)).end()).isEqualTo(END);
    }

    @Test
    void aCodeThatLastsLongerByItselfDoesNotHold() {
        FirstDay day = firstDay(END.plusDays(20), END, extension(everything, MOVED));
        assertThat(day.printedEnd()).isEqualTo(END);
        assertThat(day.end()).isEqualTo(END.plusDays(20));
    }

    @Test
    void noMemberOfTheScopeIsForgotten() {
        assertThat(end(everything)).isEqualTo(MOVED);
        assertThat(end(everything.signedUntil(LocalDate.of(2025, 4, 1)))).isEqualTo(MOVED);
        assertThat(end(everything.signedUntil(LocalDate.of(2025, 3, 31)))).isEqualTo(END);
        assertThat(end(NoticeScope.of(Set.of("ATL"), Set.of("RP1", "FB06"), END, END)))
                .isEqualTo(END);
        assertThat(end(NoticeScope.of(Set.of("UTO"), Set.of("RP1", "FB06"), END.plusDays(1), END.plusDays(1))))
                .isEqualTo(END);
        assertThat(end(scope(Set.of("temporary"), Set.of(), Set.of())))
                .as("no seal states a category")
                .isEqualTo(END);
        assertThat(end(scope(Set.of(), Set.of("AR"), Set.of())))
                .as("no credential has a zone")
                .isEqualTo(END);
        assertThat(end(scope(Set.of(), Set.of(), Set.of("ab".repeat(32))))).isEqualTo(MOVED);
        assertThat(end(scope(Set.of(), Set.of(), Set.of("cd".repeat(32))))).isEqualTo(END);
    }

    @Test
    void noticesOfNeighboursAndWithdrawnOnesMoveNothing() {
        assertThat(firstDay(END, END, extension(everything, MOVED).withdrawn()).end())
                .isEqualTo(END);
        Notice own = extension(everything, MOVED);
        Notice theirs = new Notice(
                own.id(),
                own.kind(),
                own.state(),
                own.act(),
                own.text(),
                own.scope(),
                own.newEnd(),
                own.from(),
                own.until(),
                Optional.of("ATL"));
        assertThat(firstDay(END, END, theirs).end()).isEqualTo(END);
    }

    private static LocalDate end(NoticeScope scope) {
        return firstDay(END, END, extension(scope, MOVED)).end();
    }

    private static FirstDay firstDay(LocalDate credential, LocalDate seal, Notice... notices) {
        LocalDate signed = LocalDate.of(2025, 4, 1);
        Optional<String> signer = Optional.of("ab".repeat(32));
        return FirstDay.of(
                List.of(
                        new CodeOfPermit(
                                Item.FULL,
                                new byte[16],
                                Optional.empty(),
                                credential,
                                "RP1",
                                signed,
                                Optional.of("temporary"),
                                Optional.empty(),
                                signer),
                        new CodeOfPermit(
                                Item.SEAL,
                                new byte[16],
                                Optional.empty(),
                                seal,
                                "FB06",
                                signed,
                                Optional.empty(),
                                Optional.of("AR"),
                                signer)),
                "UTO",
                List.of(notices));
    }

    private NoticeScope scope(Set<String> categories, Set<String> documentCodes, Set<String> signers) {
        return new NoticeScope(
                everything.countries(),
                everything.documentTypes(),
                categories,
                documentCodes,
                signers,
                everything.endsFrom(),
                everything.endsUntil());
    }

    private static Notice extension(NoticeScope scope, LocalDate newEnd) {
        return new Notice(
                "UT-1",
                Notice.Kind.EXTENSION,
                Notice.State.IN_FORCE,
                new Notice.Act("Order 3", END, Optional.empty()),
                List.of(new LocalText("en", "It goes on.")),
                scope,
                Optional.of(newEnd),
                Optional.empty(),
                Optional.empty());
    }
}
