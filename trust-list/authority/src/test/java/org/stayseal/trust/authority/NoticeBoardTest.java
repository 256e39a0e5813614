package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;
import org.stayseal.spec.trust.Notices;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshots;

/** TRUST-146: notices are made and withdrawn, and nothing else becomes of them. */
class NoticeBoardTest {

    private static final LocalDate END = LocalDate.of(2026, 12, 1);
    private static final LocalDate NEW_END = LocalDate.of(2027, 12, 1);

    @TempDir
    private Path directory;

    @Test
    void whatIsAnnouncedIsInEveryListFromTheNextOnAlsoAfterARestart() throws Exception {
        try (AuthorityHome home = open(Utopia.NOW)) {
            home.announce(extension("UT-1"));
            assertThat(listed(home.publish(Utopia.input()))).containsExactly(extension("UT-1"));
        }
        try (AuthorityHome home = open(Utopia.NOW.plusSeconds(3600))) {
            assertThat(home.notices()).containsExactly(extension("UT-1"));
            home.withdraw("UT-1");
            assertThat(listed(home.publish(Utopia.input())))
                    .containsExactly(extension("UT-1").withdrawn());
        }
    }

    @Test
    void anIdIsNeverUsedAgain() throws Exception {
        VectorAuthority authority = Utopia.authority();
        authority.announce(extension("UT-1"));
        refused("used before", () -> authority.announce(extension("UT-1")));
        authority.withdraw("UT-1");
        refused("used before", () -> authority.announce(extension("UT-1")));
        authority.at(Instant.parse("2032-01-01T00:00:00Z"));
        assertThat(authority.notices())
                .as("a year after the last continuation that may begin with its end it is listed no more")
                .isEmpty();
        refused("used before", () -> authority.announce(extension("UT-1")));
    }

    @Test
    void aWithdrawnNoticeStaysWithdrawn() throws Exception {
        VectorAuthority authority = Utopia.authority();
        refused("there is no notice", () -> authority.withdraw("UT-1"));
        authority.announce(extension("UT-1"));
        authority.withdraw("UT-1");
        refused("withdrawn before", () -> authority.withdraw("UT-1"));
        refused(
                "withdrawn before it was made",
                () -> authority.announce(extension("UT-2").withdrawn()));
    }

    @Test
    void aNoticeReachesNoFurtherThanTheListedSigners() {
        VectorAuthority authority = Utopia.authority();
        refused("of ATL", () -> authority.announce(reaching(Set.of("UTO", "ATL"), Set.of("FB06"), Set.of())));
        refused("of type FA06", () -> authority.announce(reaching(Set.of("UTO"), Set.of("FB06", "FA06"), Set.of())));
        String seals = NoticeScope.fingerprint(authority.sealSigner().certificate());
        refused("the certificate", () -> authority.announce(reaching(Set.of("UTO"), Set.of("RP1"), Set.of(seals))));
        assertThat(authority.notices()).isEmpty();
    }

    @Test
    void aNoticeThatIsOverIsNotMade() {
        VectorAuthority authority = Utopia.authority().at(Instant.parse("2027-12-02T00:00:00Z"));
        refused("it is over", () -> authority.announce(extension("UT-1")));
    }

    @Test
    void aListHasNoMoreThan256() throws Exception {
        VectorAuthority authority = Utopia.authority();
        for (int i = 0; i < Notice.MAX_NOTICES; i++) {
            authority.announce(extension("UT-" + i));
        }
        refused("too many", () -> authority.announce(extension("UT-256")));
        assertThat(listed(authority.publish(Utopia.input()))).hasSize(Notice.MAX_NOTICES);
    }

    @Test
    void aRecordThatIsOlderThanTheNewestPublicationIsNotPublished() throws Exception {
        Path file = directory.resolve("notices.json");
        byte[] before;
        try (AuthorityHome home = open(Utopia.NOW)) {
            home.announce(extension("UT-1"));
            before = Files.readAllBytes(file);
            home.withdraw("UT-1");
            home.publish(Utopia.input());
        }
        Files.write(file, before);
        try (AuthorityHome home = open(Utopia.NOW)) {
            assertThatThrownBy(() -> home.publish(Utopia.input()))
                    .as("a withdrawn notice would be in force again")
                    .isInstanceOf(PublicationRefusedException.class)
                    .hasMessageContaining("UT-1 was published withdrawn and would be another");
        }
        Files.delete(file);
        try (AuthorityHome home = open(Utopia.NOW)) {
            assertThatThrownBy(() -> home.publish(Utopia.input()))
                    .isInstanceOf(PublicationRefusedException.class)
                    .hasMessageContaining("UT-1 was published withdrawn and would be gone");
        }
        try (AuthorityHome home = open(Instant.parse("2030-12-02T00:00:00Z"))) {
            assertThat(listed(home.publish(Utopia.input())))
                    .as("a year after the last continuation that may begin with its end a notice may be left out")
                    .isEmpty();
        }
    }

    @Test
    void aDamagedRecordIsSaidAndNotTakenForAnEmptyOne() throws Exception {
        open(Utopia.NOW).close();
        Files.writeString(directory.resolve("notices.json"), "{\"Notices\":[{}]}", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> open(Utopia.NOW))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("TRUST-140");
    }

    @Test
    void theRecordOnTheDiskIsReadBackAsItWasWritten() throws Exception {
        List<Notice> all = List.of(extension("UT-1"), extension("UT-2").withdrawn());
        assertThat(Notices.read(Notices.write(all), 2)).isEqualTo(all);
    }

    private interface Act {
        void run() throws NoticeRefusedException;
    }

    private static void refused(String why, Act act) {
        assertThatThrownBy(act::run).isInstanceOf(NoticeRefusedException.class).hasMessageContaining(why);
    }

    private AuthorityHome open(Instant now) {
        return AuthorityHome.openOrCreateDemo(directory, Utopia.PROFILE, Clock.fixed(now, ZoneOffset.UTC));
    }

    static List<Notice> listed(Publication publication) {
        byte[] root = publication.roots().get(publication.roots().firstKey());
        return Snapshots.open(publication.snapshot(), pin(root))
                .taken()
                .orElseThrow()
                .trustList()
                .notices();
    }

    private static Pin pin(byte[] root) {
        try {
            return new Pin(org.stayseal.spec.trust.SignedDocument.read(root, org.stayseal.spec.trust.DocumentKind.ROOT)
                    .fingerprint());
        } catch (org.stayseal.spec.FormatException e) {
            throw new AssertionError(e);
        }
    }

    private static Notice extension(String id) {
        return notice(id, NoticeScope.of(Set.of("UTO"), Set.of("FB06", "RP1"), END, END));
    }

    private static Notice reaching(Set<String> countries, Set<String> types, Set<String> signers) {
        return reaching("UT-1", countries, types, signers);
    }

    static Notice reaching(String id, Set<String> countries, Set<String> types, Set<String> signers) {
        return notice(
                id, new NoticeScope(countries, types, Set.of(), Set.of(), signers, Optional.of(END), Optional.of(END)));
    }

    private static Notice notice(String id, NoticeScope scope) {
        return new Notice(
                id,
                Notice.Kind.EXTENSION,
                Notice.State.IN_FORCE,
                new Notice.Act("Order 3", END, Optional.of("https://law.utopia.example/3")),
                List.of(new LocalText("en", "It goes on.")),
                scope,
                Optional.of(NEW_END),
                Optional.empty(),
                Optional.empty());
    }
}
