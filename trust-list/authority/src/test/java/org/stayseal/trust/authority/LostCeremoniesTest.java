package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.ceremony.RetiringStep;
import org.stayseal.trust.authority.ceremony.RevokeStep;
import org.stayseal.trust.authority.register.RegisteredService;

/** TRUST-262: a folder of ceremonies that was shortened, or lost, gives nothing back that was revoked. */
class LostCeremoniesTest {

    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock();
    private Path ceremonies = Path.of("");
    private Path lists = Path.of("");
    private String credential = "";

    @BeforeEach
    void aRevocationIsPublished() throws Exception {
        ceremonies = directory.resolve("ceremonies");
        lists = directory.resolve("publications/lists.json");
        try (AuthorityHome home = home()) {
            home.publish(Utopia.input());
            clock.pass(Duration.ofHours(1));
            String seal = RegisteredService.fingerprint(home.sealSigner().certificate());
            credential = RegisteredService.fingerprint(home.credentialSigner().certificate());
            new DemoCeremonies(directory, clock).hold(new RevokeStep(seal, "keyCompromise", clock.instant()));
            home.publish(Utopia.input());
            clock.pass(Duration.ofHours(1));
        }
    }

    private AuthorityHome home() {
        return AuthorityHome.openOrCreateDemo(directory, Utopia.PROFILE, clock);
    }

    private void refuses(String words) {
        try (AuthorityHome home = home()) {
            assertThatThrownBy(() -> home.publish(Utopia.input()))
                    .isInstanceOf(PublicationRefusedException.class)
                    .hasMessageContaining("TRUST-262")
                    .hasMessageContaining(words);
        }
    }

    @Test
    void fewerCeremoniesThanWerePublishedPublishNothing() throws Exception {
        Path second = ceremonies.resolve("2.json");
        byte[] transcript = Files.readAllBytes(second);
        Files.delete(second);
        refuses("a list with ceremony 2 was published, and the last one here is 1");
        Files.delete(lists);
        refuses("was published as revoked since 2026-11-22T13:00:00Z, and its history is another now");
        Files.write(second, transcript);
        try (AuthorityHome home = home()) {
            assertThat(home.publish(Utopia.input()).sequence()).isEqualTo(3);
        }
    }

    @Test
    void noCeremonyIsHeldBehindOneThatIsGone() throws Exception {
        Files.delete(ceremonies.resolve("2.json"));
        assertThatThrownBy(() -> new DemoCeremonies(directory, clock).hold(new RetiringStep(credential)))
                .isInstanceOf(CeremonyRefusedException.class)
                .hasMessageContaining("TRUST-262")
                .hasMessageContaining("restore the folder ceremonies");
    }

    @Test
    void aLostFolderMakesNoNewAuthority() throws Exception {
        Files.move(ceremonies, directory.resolve("away"));
        assertThatThrownBy(this::home).hasMessageContaining("no new authority is made here");
        Files.move(directory.resolve("keys"), directory.resolve("no-keys"));
        Files.delete(lists);
        assertThatThrownBy(this::home).hasMessageContaining("no new authority is made here");
        assertThat(ceremonies).doesNotExist();
        Files.move(directory.resolve("no-keys"), directory.resolve("keys"));
        // Without the record it looks like a demo from before there were ceremonies: what was revoked stays so.
        refuses("was published as revoked");
    }
}
