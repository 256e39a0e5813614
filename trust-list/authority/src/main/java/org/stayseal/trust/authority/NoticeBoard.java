package org.stayseal.trust.authority;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.authority.register.ListedNotices;

/**
 * All notices that an authority ever made, in the order in which it made them, and how they change (TRUST-146): one is added, one is withdrawn, nothing else.
 *
 * @param all in force, withdrawn, and over
 */
record NoticeBoard(List<Notice> all) {

    static final NoticeBoard EMPTY = new NoticeBoard(List.of());

    /** How many an authority makes in its life. Far more than a list may have at a time. */
    static final int MOST = 10_000;

    NoticeBoard {
        all = List.copyOf(all);
    }

    /**
     * The same with one more.
     *
     * @param services those of the list: a notice reaches no further
     */
    NoticeBoard with(Notice notice, List<Service> services, LocalDate today) throws NoticeRefusedException {
        refuseIf(!notice.inForce(), notice, "it is withdrawn before it was made");
        refuseIf(
                all.stream().anyMatch(made -> made.id().equals(notice.id())),
                notice,
                "its id was used before; withdraw that notice and make one with another id");
        refuseIf(notice.lastDay().isBefore(today), notice, "it is over");
        refuseIf(all.size() >= MOST || listed(today).size() >= Notice.MAX_NOTICES, notice, "there are too many");
        Optional<String> beyond = ListedNotices.beyond(services, notice);
        refuseIf(beyond.isPresent(), notice, beyond.orElse(""));
        return new NoticeBoard(Stream.concat(all.stream(), Stream.of(notice)).toList());
    }

    /** The same with one of them withdrawn, for good. */
    NoticeBoard withdrawn(String id) throws NoticeRefusedException {
        Notice made = all.stream()
                .filter(notice -> notice.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoticeRefusedException("there is no notice " + id));
        refuseIf(!made.inForce(), made, "it was withdrawn before");
        List<Notice> changed = new ArrayList<>(all);
        changed.set(all.indexOf(made), made.withdrawn());
        return new NoticeBoard(changed);
    }

    /** The one of that id. */
    Optional<Notice> ofId(String id) {
        return all.stream().filter(notice -> notice.id().equals(id)).findFirst();
    }

    /** Whether this very notice was published, in force or withdrawn. */
    static boolean isPublished(Notice notice, List<Notice> published) {
        return published.stream()
                .anyMatch(before -> before.equals(notice) || before.withdrawn().equals(notice.withdrawn()));
    }

    /** Those that are to be listed: a notice stays for a year after its end, an extension longer. */
    List<Notice> listed(LocalDate today) {
        return all.stream()
                .filter(notice -> !ListedNotices.mayLeave(notice, today))
                .toList();
    }

    /**
     * What is listed next must say what was published: the same notices, at most withdrawn since.
     *
     * @throws PublicationRefusedException otherwise; such a record is older than the newest publication
     */
    static void requirePermanence(List<Notice> published, List<Notice> next, LocalDate today)
            throws PublicationRefusedException {
        Map<String, Notice> after = next.stream().collect(Collectors.toMap(Notice::id, Function.identity()));
        for (Notice before : published) {
            Notice now = after.get(before.id());
            boolean kept = now == null
                    ? ListedNotices.mayLeave(before, today)
                    : now.equals(before) || now.equals(before.withdrawn());
            if (!kept) {
                throw new PublicationRefusedException("not published: notice " + before.id() + " was published "
                        + before.state().word() + (now == null ? " and would be gone" : " and would be another")
                        + "; the record is older than the newest publication, so restore both from the same moment");
            }
        }
    }

    private static void refuseIf(boolean wrong, Notice notice, String why) throws NoticeRefusedException {
        if (wrong) {
            throw new NoticeRefusedException("notice " + notice.id() + ": " + why);
        }
    }
}
