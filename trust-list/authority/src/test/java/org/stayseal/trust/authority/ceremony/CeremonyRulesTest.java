package org.stayseal.trust.authority.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.Term;
import org.stayseal.trust.authority.CeremonyWorkshop;
import org.stayseal.trust.authority.register.RegisteredService;

/** What a new ceremony is refused for, beside what makes none (TRUST-252 to TRUST-255). */
class CeremonyRulesTest {

    private static final Instant SECOND = CeremonyWorkshop.FIRST.plus(Duration.ofDays(1));
    private static final Instant LISTED_UNTIL = SECOND.plus(Duration.ofDays(7));

    private final CeremonyWorkshop workshop = new CeremonyWorkshop();
    private CeremonyHistory begun = CeremonyHistory.NONE;

    @BeforeEach
    void begin() throws CeremonyRefusedException {
        begun = workshop.begun();
    }

    private static DryRun run(CeremonyHistory history, PublishedLists lists, Instant at, Step... steps)
            throws CeremonyRefusedException {
        return history.dryRun(history.next(at, "Test", "A test", List.of(steps)), new Circumstances(at, lists));
    }

    private void refused(String rule, String words, Step... steps) {
        assertThatThrownBy(() -> run(begun, PublishedLists.NONE, SECOND, steps))
                .isInstanceOf(CeremonyRefusedException.class)
                .hasMessageStartingWith(rule)
                .hasMessageContaining(words);
    }

    private X509Certificate certificate() {
        return workshop.sealCertificate("outsider", "R2", 0x20);
    }

    @Test
    void aKeyIsActivatedWhenNoListCountsAnyMoreThatLacksIt() throws Exception {
        CeremonyFile announcing = begun.next(
                SECOND, "New", "Planned", List.of(new AnnounceStep(CeremonyWorkshop.announced(certificate(), SECOND))));
        CeremonyHistory announced = workshop.held(begun, announcing);
        ActivateStep step = new ActivateStep(RegisteredService.fingerprint(certificate()));
        PublishedLists old =
                PublishedLists.NONE.with(new PublishedLists.Published(1, 4, LISTED_UNTIL.plus(Duration.ofDays(2))));
        PublishedLists both = old.with(new PublishedLists.Published(2, 5, LISTED_UNTIL.plus(Duration.ofDays(9))));
        Instant early = LISTED_UNTIL.plus(Duration.ofDays(2)).minusSeconds(1);
        assertThatThrownBy(() -> run(announced, old, early, step)).hasMessageContaining("publish one first");
        assertThatThrownBy(() -> run(announced, both, early, step)).hasMessageContaining("TRUST-252");
        assertThat(run(announced, both, early.plusSeconds(1), step).changes()).hasSize(1);
    }

    @Test
    void aKeyIsNotActivatedOutsideItsTerm() throws Exception {
        Term late = new Term(SECOND.plus(Duration.ofDays(30)), SECOND.plus(Duration.ofDays(60)));
        CeremonyHistory announced = workshop.held(
                begun,
                begun.next(
                        SECOND,
                        "New",
                        "Planned",
                        List.of(new AnnounceStep(CeremonyWorkshop.announced(certificate(), SECOND, late)))));
        PublishedLists lists = PublishedLists.NONE.with(new PublishedLists.Published(2, 5, LISTED_UNTIL));
        ActivateStep step = new ActivateStep(RegisteredService.fingerprint(certificate()));
        assertThatThrownBy(() -> run(announced, lists, SECOND.plus(Duration.ofDays(29)), step))
                .hasMessageContaining("TRUST-254");
        assertThat(run(announced, lists, SECOND.plus(Duration.ofDays(30)), step).warnings())
                .isEmpty();
    }

    @Test
    void theLastSignerIsRetiredOnlyWithAReason() throws Exception {
        refused("TRUST-253", "activate another first", retire(Optional.empty()));
        assertThat(run(begun, PublishedLists.NONE, SECOND, retire(Optional.of("No seals any more")))
                        .warnings())
                .singleElement()
                .asString()
                .contains("No seals any more");
        assertThat(run(begun, PublishedLists.NONE, SECOND, new RetiringStep(workshop.sealSigner()))
                        .warnings())
                .hasSize(1);
    }

    private RetireStep retire(Optional<String> override) {
        return new RetireStep(workshop.sealSigner(), Optional.of(SECOND), override);
    }

    @Test
    void aStolenLastKeyIsRevokedAllTheSame() throws Exception {
        DryRun run =
                run(begun, PublishedLists.NONE, SECOND, new RevokeStep(workshop.sealSigner(), "keyCompromise", SECOND));
        assertThat(run.warnings()).singleElement().asString().contains("nothing is signed until");
    }

    @Test
    void aTermEndsWithItsCertificate() {
        Instant end = certificate().getNotAfter().toInstant();
        refused(
                "TRUST-254",
                "keep the term inside",
                new AnnounceStep(
                        CeremonyWorkshop.announced(certificate(), SECOND, new Term(SECOND, end.plusSeconds(1)))));
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNotAnnounced() {
        refused(
                "TRUST-254",
                "not issued by a CSCA of the register",
                new AnnounceStep(CeremonyWorkshop.announced(CeremonyWorkshop.strangersSealCertificate(), SECOND)));
    }

    @Test
    void aCertificateThatBreaksARuleIsNotAnnounced() {
        // A credential signer's certificate, announced for seals.
        refused(
                "TRUST-254",
                "breaks its profile: ",
                new AnnounceStep(CeremonyWorkshop.announced(workshop.credentialCertificate("outsider", 0x21), SECOND)));
    }

    @Test
    void aKeyDoesNotComeBackUnderAnotherCertificate() throws Exception {
        X509Certificate again = workshop.sealCertificate("seal-signer", "R9", 0x29);
        AnnounceStep step = new AnnounceStep(CeremonyWorkshop.announced(again, SECOND));
        refused("TRUST-255", "which is active", step);
        refused("TRUST-255", "which is revoked", new RevokeStep(workshop.sealSigner(), "keyCompromise", SECOND), step);
    }

    @Test
    void aSignerHasNoKeyOfARole() {
        refused(
                "TRUST-255",
                "a role of the root",
                new AnnounceStep(CeremonyWorkshop.announced(workshop.sealCertificate("log", "RL", 0x2A), SECOND)));
    }

    @Test
    void aStatusKeyIsNoSignersKey() {
        Service.StatusKey key = new Service.StatusKey(
                CeremonyWorkshop.announced(certificate(), SECOND).name(),
                org.stayseal.spec.trust.TrustKey.of(
                        workshop.sealCertificate("seal-signer", "R9", 0x29).getPublicKey()),
                StateHistory.only(KeyState.ANNOUNCED, SECOND),
                List.of("https://utopia.example/status/"),
                false);
        refused("TRUST-255", "has the key of", new AnnounceStep(key));
    }
}
