package org.stayseal.spec.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parts of a trust list may be, at the last value that is taken and the first that is not. */
class TrustValuesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aDocumentIsFreshToItsLastMomentAndStaleAfterIt() {
        Head head = new Head("UTO", Environment.DEMO, 1, NOON.minusSeconds(60), NOON);
        assertThat(head.staleAt(NOON)).isFalse();
        assertThat(head.staleAt(NOON.plusNanos(1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ANNOUNCED, false", "ACTIVE, true", "RETIRING, true", "RETIRED, false", "REVOKED, false"})
    void onlyAKeyThatIsActiveOrRetiringSignsNow(KeyState state, boolean signs) {
        assertThat(state.signs()).isEqualTo(signs);
    }

    @Test
    void statesGoRightwardsInTime() {
        StateChange active = new StateChange(KeyState.ACTIVE, NOON);
        StateChange revoked = new StateChange(KeyState.REVOKED, NOON.plusSeconds(60));
        assertThat(history(List.of(revoked, active), true).now()).isEqualTo(KeyState.REVOKED);
        assertThatIllegalArgumentException().isThrownBy(() -> history(List.of(), false));
        assertThatIllegalArgumentException().isThrownBy(() -> history(List.of(active, revoked), false));
        StateChange sameMoment = new StateChange(KeyState.REVOKED, NOON);
        assertThatIllegalArgumentException().isThrownBy(() -> history(List.of(sameMoment, active), false));
        StateChange backwards = new StateChange(KeyState.ANNOUNCED, NOON.plusSeconds(60));
        assertThatIllegalArgumentException().isThrownBy(() -> history(List.of(backwards, active), false));
        StateChange again = new StateChange(KeyState.ACTIVE, NOON.plusSeconds(60));
        assertThatIllegalArgumentException().isThrownBy(() -> history(List.of(again, active), false));
        assertThatIllegalArgumentException()
                .as("a cause without a revocation")
                .isThrownBy(() -> history(List.of(active), true));
    }

    private static StateHistory history(List<StateChange> changes, boolean cause) {
        return new StateHistory(
                changes, cause ? Optional.of(new StateHistory.Revocation("stolen", NOON)) : Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "english-is-no-tag-of-this-many-parts", "12", "en_GB"})
    void aTextSaysItsLanguageByATag(String tag) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalText(tag, "text"));
    }

    @Test
    void aTextHasOneToAThousandCharacters() {
        assertThat(new LocalText("en-GB", "t".repeat(1000)).value()).hasSize(1000);
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalText("en", "t".repeat(1001)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalText("en", ""));
    }

    @Test
    void aScopeNamesCountriesAndDocumentsAndPurposesInTheirForms() {
        Set<String> uto = Set.of("UTO");
        assertThat(new Scope(uto, Set.of("FB06"), Set.of("full")).documentTypes())
                .containsExactly("FB06");
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope(Set.of(), Set.of("FB06"), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope(Set.of("uto"), Set.of("FB06"), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope(uto, Set.of("?!"), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope(uto, Set.of("FB06"), Set.of("everything")));
    }

    @Test
    void anAddressOfStatusListsEndsInASlashAndHasOnlyPrintableCharacters() {
        String longest = "h" + "a".repeat(498) + "/";
        assertThat(Service.StatusKey.isPrefix(longest)).isTrue();
        assertThat(Service.StatusKey.isPrefix("a" + longest)).isFalse();
        assertThat(Service.StatusKey.isPrefix("a/")).isTrue();
        assertThat(Service.StatusKey.isPrefix("/")).isFalse();
        assertThat(Service.StatusKey.isPrefix("https://status.example/0")).isFalse();
        assertThat(Service.StatusKey.isPrefix("a b/")).isFalse();
        assertThat(Service.StatusKey.isPrefix("a\u007F/")).isFalse();
        assertThat(Service.StatusKey.isPrefix("!~/")).isTrue();
    }

    @Test
    void aListedSealIsRevokedSuspendedOrSupersededUnderItsIdentity() {
        Head head = new Head("UTO", Environment.DEMO, 1, NOON, NOON.plusSeconds(60));
        String identity = "0d5a3c1f9be7264490c2b1a7de03f5a8";
        for (int status = 1; status <= 3; status++) {
            assertThat(new SealRevocations(head, Map.of(identity, new SealRevocations.Entry(status, NOON))).entries())
                    .hasSize(1);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new SealRevocations.Entry(0, NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> new SealRevocations.Entry(4, NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SealRevocations(head, Map.of(identity.substring(1), new SealRevocations.Entry(1, NOON))));
    }
}
