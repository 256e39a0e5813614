package org.stayseal.trust.authority.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.authority.CeremonyWorkshop;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisterDiff;
import org.stayseal.trust.authority.register.RegisteredService;

/** The register is the replay of transcripts (TRUST-240 to TRUST-251). */
class CeremonyHistoryTest {

    private static final Instant SECOND = CeremonyWorkshop.FIRST.plus(Duration.ofDays(1));

    private final CeremonyWorkshop workshop = new CeremonyWorkshop();

    private Service.PermitSigner second() {
        return CeremonyWorkshop.announced(workshop.sealCertificate("seal-signer-p384", "R2", 0x20), SECOND);
    }

    @Test
    void theFirstCeremonyBringsTheRootAndWhatIsActive() throws Exception {
        Register register = workshop.begun().register().orElseThrow();
        assertThat(register.roots()).hasSize(1);
        assertThat(register.services()).hasSize(4).allMatch(service -> service.state() == KeyState.ACTIVE);
    }

    @Test
    void theSameTranscriptsAlwaysGiveTheSameRegister() throws Exception {
        CeremonyHistory history = announced();
        CeremonyHistory again = CeremonyHistory.replay(
                history.transcripts().stream().map(Transcript::bytes).toList());
        assertThat(again.register().orElseThrow().digest())
                .isEqualTo(history.register().orElseThrow().digest());
        assertThat(again.register().orElseThrow().canonical())
                .isEqualTo(history.register().orElseThrow().canonical());
        assertThat(again.rootDocuments()).hasSize(1);
    }

    private CeremonyHistory announced() throws CeremonyRefusedException {
        CeremonyHistory begun = workshop.begun();
        return workshop.held(
                begun,
                begun.next(
                        SECOND,
                        "A new seal signer",
                        "The first one retires soon",
                        List.of(new AnnounceStep(second()))));
    }

    @Test
    void aSignerGoesThroughItsLifeByCeremonies() throws Exception {
        CeremonyHistory history = announced();
        String id = RegisteredService.idOf(second());
        Instant later = SECOND.plus(Duration.ofDays(9));
        history = workshop.held(
                history,
                history.next(
                        later,
                        "Exchange",
                        "Planned",
                        List.of(new ActivateStep(id), new RetiringStep(workshop.sealSigner()))));
        Instant last = later.plus(Duration.ofDays(9));
        history = workshop.held(
                history,
                history.next(
                        last,
                        "End",
                        "Planned",
                        List.of(new RetireStep(workshop.sealSigner(), Optional.of(last), Optional.empty()))));
        RegisteredService old =
                history.register().orElseThrow().service(workshop.sealSigner()).orElseThrow();
        assertThat(old.service().states().changes())
                .extracting(change -> change.state())
                .containsExactly(KeyState.RETIRED, KeyState.RETIRING, KeyState.ACTIVE);
        assertThat(((Service.PermitSigner) old.service()).term().signsUntil()).isEqualTo(last);
        assertThat(history.register().orElseThrow().service(id).orElseThrow().state())
                .isEqualTo(KeyState.ACTIVE);
    }

    @Test
    void theDifferenceIsSaidInWords() throws Exception {
        CeremonyHistory begun = workshop.begun();
        CeremonyFile file = begun.next(
                SECOND,
                "A key is stolen",
                "Found on a market",
                List.of(new AnnounceStep(second()), new RevokeStep(workshop.sealSigner(), "keyCompromise", SECOND)));
        DryRun run = begun.dryRun(file, new Circumstances(SECOND, PublishedLists.NONE));
        assertThat(run.changes())
                .anyMatch(line -> line.startsWith("new seal signer") && line.contains("announced"))
                .anyMatch(line -> line.contains("active → revoked (keyCompromise, since 2026-11-23T12:00:00Z)"));
        assertThat(RegisterDiff.lines(run.before(), run.before())).isEmpty();
    }

    @Test
    void whatIsRevokedStaysRevoked() throws Exception {
        CeremonyHistory begun = workshop.begun();
        CeremonyHistory revoked = workshop.held(
                begun,
                begun.next(
                        SECOND,
                        "Revoke",
                        "Stolen",
                        List.of(new RevokeStep(workshop.sealSigner(), "keyCompromise", SECOND))));
        assertThatThrownBy(() -> revoked.next(
                        SECOND.plusSeconds(60), "Undo", "Found", List.of(new ActivateStep(workshop.sealSigner()))))
                .isInstanceOf(CeremonyRefusedException.class)
                .hasMessageContaining("TRUST-246")
                .hasMessageContaining("for good");
    }

    @Test
    void statesMoveOneWayOnly() throws Exception {
        CeremonyHistory begun = workshop.begun();
        assertThatThrownBy(() -> begun.next(SECOND, "Again", "None", List.of(new ActivateStep(workshop.sealSigner()))))
                .hasMessageContaining("one way only");
        assertThatThrownBy(() -> begun.next(
                        SECOND,
                        "Early",
                        "None",
                        List.of(new RevokeStep(workshop.sealSigner(), "keyCompromise", SECOND.plusSeconds(1)))))
                .hasMessageContaining("TRUST-248");
    }

    @Test
    void aCeremonyForAnotherRegisterIsRefused() throws Exception {
        CeremonyHistory begun = workshop.begun();
        CeremonyFile stale =
                begun.next(SECOND, "Retire", "Planned", List.of(new RetiringStep(workshop.credentialSigner())));
        CeremonyHistory moved = announced();
        assertThatThrownBy(() -> workshop.held(moved, stale))
                .isInstanceOf(CeremonyRefusedException.class)
                .hasMessageContaining("number 2, and the next is 3");
    }

    @Test
    void aCeremonyWhoseRegisterIsNotTheReviewedOneIsRefused() throws Exception {
        CeremonyHistory begun = workshop.begun();
        CeremonyFile file = begun.next(SECOND, "New", "Planned", List.of(new AnnounceStep(second())));
        CeremonyFile other = CeremonyFile.read(new String(file.bytes(), StandardCharsets.UTF_8)
                .replace(file.ceremony().after().hex(), "0".repeat(64))
                .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> workshop.held(begun, other)).hasMessageContaining("not the one that was reviewed");
    }

    @Test
    void aBrokenChainIsRefusedWithItsNumber() throws Exception {
        List<byte[]> files =
                announced().transcripts().stream().map(Transcript::bytes).toList();
        assertThatThrownBy(() -> CeremonyHistory.replay(List.of(files.get(0), files.get(0))))
                .hasMessageContaining("ceremony 2 does not count");
        assertThatThrownBy(() -> CeremonyHistory.replay(List.of(files.get(1))))
                .hasMessageContaining("ceremony 1 does not count");
        byte[] changed = files.get(1).clone();
        changed[changed.length / 2] ^= 1;
        assertThatThrownBy(() -> CeremonyHistory.replay(List.of(files.get(0), changed)))
                .isInstanceOf(CeremonyRefusedException.class)
                .hasMessageContaining("ceremony 2 does not count");
    }

    @Test
    void aCeremonyHoldsFromItsMomentOn() throws Exception {
        CeremonyHistory history = announced();
        assertThat(history.at(SECOND.minusSeconds(1)).number()).isEqualTo(1);
        assertThat(history.at(SECOND.minusSeconds(1)).register().orElseThrow().services())
                .hasSize(4);
        assertThat(history.at(SECOND).number()).isEqualTo(2);
    }

    @Test
    void whatWasNeverActiveDoesNotRetire() throws Exception {
        CeremonyHistory history = announced();
        String id = RegisteredService.idOf(second());
        Instant later = SECOND.plus(Duration.ofDays(30));
        assertThatThrownBy(() -> history.next(later, "Round", "No waiting", List.of(new RetiringStep(id))))
                .isInstanceOf(CeremonyRefusedException.class)
                .hasMessageContaining("TRUST-246")
                .hasMessageContaining("was never active");
        RetireStep retire = new RetireStep(id, Optional.of(later), Optional.empty());
        assertThatThrownBy(() -> history.next(later, "End", "Not needed", List.of(retire)))
                .hasMessageContaining("revoke it: nothing is lost");
        CeremonyHistory revoked = workshop.held(
                history,
                history.next(later, "End", "Not needed", List.of(new RevokeStep(id, "cessationOfOperation", SECOND))));
        assertThat(revoked.register().orElseThrow().service(id).orElseThrow().state())
                .isEqualTo(KeyState.REVOKED);
    }

    @Test
    void aTheftCanTurnOutToBeEarlierAndNeverLater() throws Exception {
        CeremonyHistory begun = workshop.begun();
        String id = workshop.sealSigner();
        CeremonyHistory revoked = workshop.held(
                begun, begun.next(SECOND, "Revoke", "Stolen", List.of(new RevokeStep(id, "keyCompromise", SECOND))));
        Instant later = SECOND.plusSeconds(60);
        CeremonyHistory earlier = workshop.held(
                revoked,
                revoked.next(
                        later,
                        "Earlier",
                        "A camera saw it",
                        List.of(new RevokeStep(id, "keyCompromise", SECOND.minusSeconds(7_200)))));
        RegisteredService service = earlier.register().orElseThrow().service(id).orElseThrow();
        assertThat(service.service().states().since()).isEqualTo(SECOND);
        assertThat(service.service().states().revocation().orElseThrow().compromisedSince())
                .isEqualTo(SECOND.minusSeconds(7_200));
        assertThat(RegisterDiff.lines(
                        revoked.register().orElseThrow(), earlier.register().orElseThrow()))
                .singleElement()
                .asString()
                .contains("since 2026-11-23T10:00:00Z");
        for (Instant since : List.of(SECOND, SECOND.plusSeconds(1))) {
            assertThatThrownBy(() -> revoked.next(
                            later, "Later", "A mistake", List.of(new RevokeStep(id, "keyCompromise", since))))
                    .isInstanceOf(CeremonyRefusedException.class)
                    .hasMessageContaining("TRUST-260")
                    .hasMessageContaining("only become an earlier one");
        }
        assertThatThrownBy(() -> revoked.next(
                        later,
                        "Milder",
                        "A mistake",
                        List.of(new RevokeStep(id, "superseded", SECOND.minusSeconds(1)))))
                .hasMessageContaining("would give it back");
    }

    @Test
    void aCeremonyOfNowIsNotBeforeTheLast() throws Exception {
        CeremonyHistory history = announced();
        assertThat(history.nextMoment(SECOND.plusMillis(300))).isEqualTo(SECOND);
        assertThat(history.nextMoment(SECOND.minusSeconds(200))).isEqualTo(SECOND);
        assertThat(CeremonyHistory.NONE.nextMoment(SECOND)).isEqualTo(SECOND);
    }

    @Test
    void aFileSaysTheSameWhenItIsReadAgain() throws Exception {
        CeremonyFile file = workshop.first();
        CeremonyFile again = CeremonyFile.read(file.bytes());
        assertThat(again.ceremony()).isEqualTo(file.ceremony());
        assertThat(CeremonyFile.of(again.ceremony()).bytes()).isEqualTo(file.bytes());
    }
}
