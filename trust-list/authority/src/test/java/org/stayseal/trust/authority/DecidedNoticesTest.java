package org.stayseal.trust.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stayseal.spec.trust.Notice;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.ceremony.NoticeStep;

/** TRUST-263: notices of ceremonies beside those that are made from day to day. */
class DecidedNoticesTest {

    @TempDir
    Path directory;

    private final MovedClock clock = new MovedClock();
    private AuthorityHome home;
    private DemoCeremonies ceremonies;

    @BeforeEach
    void open() {
        home = AuthorityHome.openOrCreateDemo(directory, Utopia.PROFILE, clock);
        ceremonies = new DemoCeremonies(directory, clock);
    }

    @AfterEach
    void close() {
        home.close();
    }

    private static Notice extension(String id) {
        return NoticeBoardTest.reaching(id, Set.of("UTO"), Set.of("FB06"), Set.of());
    }

    /** The same id for another class of permits. */
    private static Notice other(String id) {
        return NoticeBoardTest.reaching(id, Set.of("UTO"), Set.of("RP1"), Set.of());
    }

    private void refused(Notice notice, String why) {
        assertThatThrownBy(() -> ceremonies.hold(new NoticeStep(notice)))
                .isInstanceOf(CeremonyRefusedException.class)
                .hasMessageContaining("TRUST-263")
                .hasMessageContaining(why);
    }

    @Test
    void aCeremonyTakesNoIdOfANoticeFromDayToDay() throws Exception {
        home.announce(extension("UT-1"));
        refused(other("UT-1"), "was made from day to day");
        ceremonies.hold(new NoticeStep(other("UT-2")));
        assertThatThrownBy(() -> home.announce(extension("UT-2")))
                .isInstanceOf(NoticeRefusedException.class)
                .hasMessageContaining("a ceremony made one of this id");
        assertThat(NoticeBoardTest.listed(home.publish(Utopia.input())))
                .containsExactly(other("UT-2"), extension("UT-1"));
    }

    @Test
    void aNoticeOfACeremonyReachesNoFurtherThanTheListedSignersAndIsNotOver() {
        refused(NoticeBoardTest.reaching("UT-1", Set.of("ATL"), Set.of("FB06"), Set.of()), "of ATL");
        refused(NoticeBoardTest.reaching("UT-1", Set.of("UTO"), Set.of("FB06", "FA06"), Set.of()), "of type FA06");
        clock.pass(Duration.ofDays(800));
        refused(extension("UT-1"), "it is over");
    }

    @Test
    void oneIdThatWasUsedTwiceStopsNoPublication() throws Exception {
        home.announce(extension("UT-1"));
        byte[] board = Files.readAllBytes(directory.resolve("notices.json"));
        home.publish(Utopia.input());
        // Held where nobody knew of the notices from day to day.
        Files.delete(directory.resolve("notices.json"));
        ceremonies.hold(new NoticeStep(other("UT-1")));
        Files.write(directory.resolve("notices.json"), board);
        clock.pass(Duration.ofMinutes(1));
        assertThat(NoticeBoardTest.listed(home.publish(Utopia.input())))
                .as("what was published stays")
                .isEqualTo(List.of(extension("UT-1")));
        assertThat(home.shortcomings())
                .singleElement()
                .asString()
                .contains("notice UT-1", "only that from day to day is listed");
        home.withdraw("UT-1");
        assertThat(NoticeBoardTest.listed(home.publish(Utopia.input())))
                .containsExactly(extension("UT-1").withdrawn());
    }
}
