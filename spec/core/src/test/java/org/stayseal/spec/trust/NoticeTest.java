package org.stayseal.spec.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;

/** What a notice may say (TRUST-140 to TRUST-143); lists with wrong ones are vectors. */
class NoticeTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 2, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 3, 4);
    private static final LocalDate NEW = LocalDate.of(2028, 3, 4);
    private static final Optional<LocalDate> NONE = Optional.empty();

    @Test
    void anExtensionMovesTheEndsThatItNamesToALaterDay() {
        assertThatCode(() -> notice(Notice.Kind.EXTENSION, FIRST, LAST, Optional.of(NEW), NONE, NONE))
                .doesNotThrowAnyException();
        refused(Notice.Kind.EXTENSION, FIRST, LAST, Optional.of(LAST), NONE, NONE);
        refused(Notice.Kind.EXTENSION, FIRST, LAST, NONE, NONE, NONE);
        refused(Notice.Kind.EXTENSION, FIRST, LAST, Optional.of(NEW), NONE, Optional.of(NEW));
        refused(Notice.Kind.EXTENSION, FIRST, LAST, Optional.of(NEW), Optional.of(NEW.plusDays(1)), NONE);
    }

    @Test
    void aSuspensionHasAnEndAndNoNewOne() {
        assertThatCode(() -> notice(Notice.Kind.SUSPENSION, FIRST, LAST, NONE, Optional.of(NEW), Optional.of(NEW)))
                .doesNotThrowAnyException();
        refused(Notice.Kind.SUSPENSION, FIRST, LAST, NONE, NONE, NONE);
        refused(Notice.Kind.SUSPENSION, FIRST, LAST, Optional.of(NEW), NONE, Optional.of(NEW));
        refused(Notice.Kind.SUSPENSION, FIRST, LAST, NONE, Optional.of(NEW), Optional.of(LAST));
    }

    @Test
    void aScopeNamesCountriesAndTypesAndItsEndsInOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> NoticeScope.of(Set.of(), Set.of("RP1"), FIRST, LAST));
        assertThatIllegalArgumentException().isThrownBy(() -> NoticeScope.of(Set.of("UTO"), Set.of(), FIRST, LAST));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoticeScope.of(Set.of("UTO"), Set.of("RP1"), LAST, FIRST));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoticeScope.of(Set.of("UTO"), Set.of("RP1"), LocalDate.of(1999, 1, 1), LAST));
    }

    @Test
    void bothEndsOfTheScopeAreMeantAndAPermitWithoutAnEndIsNot() {
        NoticeScope scope = NoticeScope.of(Set.of("UTO"), Set.of("RP1"), FIRST, LAST);
        assertThat(List.of(FIRST, LAST)).allMatch(day -> scope.fitsEnd(Optional.of(day)));
        assertThat(List.of(FIRST.minusDays(1), LAST.plusDays(1))).noneMatch(day -> scope.fitsEnd(Optional.of(day)));
        assertThat(scope.fitsEnd(Optional.empty())).isFalse();
        assertThat(withoutEnds().fitsEnd(Optional.empty())).isTrue();
    }

    @Test
    void aTextIsForItsReaderElseInEnglishElseTheFirst() {
        List<LocalText> texts =
                List.of(new LocalText("de-AT", "a"), new LocalText("en-GB", "b"), new LocalText("uk", "c"));
        assertThat(LocalText.forReader(texts, List.of("uk-UA", "de")).value()).isEqualTo("c");
        assertThat(LocalText.forReader(texts, List.of("de-CH")).value()).isEqualTo("a");
        assertThat(LocalText.forReader(texts, List.of("fr")).value()).isEqualTo("b");
        assertThat(LocalText.forReader(texts.subList(2, 3), List.of("fr")).value())
                .isEqualTo("c");
    }

    @Test
    void aRecordWithANoticeThatIsNotKnownIsUnsupported() {
        byte[] json = "{\"Notices\":[{\"id\":\"UT-1\",\"kind\":\"reminder\"}]}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Notices.read(json, 1))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.rule()).isEqualTo("TRUST-144"));
    }

    private static NoticeScope withoutEnds() {
        return new NoticeScope(Set.of("UTO"), Set.of("RP1"), Set.of(), Set.of(), Set.of(), NONE, NONE);
    }

    private static void refused(
            Notice.Kind kind,
            LocalDate endsFrom,
            LocalDate endsUntil,
            Optional<LocalDate> newEnd,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {
        assertThatIllegalArgumentException().isThrownBy(() -> notice(kind, endsFrom, endsUntil, newEnd, from, until));
    }

    private static Notice notice(
            Notice.Kind kind,
            LocalDate endsFrom,
            LocalDate endsUntil,
            Optional<LocalDate> newEnd,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {
        return new Notice(
                "UT-1",
                kind,
                Notice.State.IN_FORCE,
                new Notice.Act("Order 3", FIRST, Optional.empty()),
                List.of(new LocalText("en", "It goes on.")),
                NoticeScope.of(Set.of("UTO"), Set.of("RP1"), endsFrom, endsUntil),
                newEnd,
                from,
                until);
    }
}
