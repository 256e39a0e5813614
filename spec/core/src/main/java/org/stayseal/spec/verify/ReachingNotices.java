package org.stayseal.spec.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;

/**
 * The notices that reach a permit (VER-62) and apply at the moment asked about (VER-63): of each kind the one that counts (VER-64, VER-65).
 *
 * @param extension the one with the latest new end
 * @param suspension the one that lasts longest
 */
record ReachingNotices(Optional<Notice> extension, Optional<Notice> suspension) {

    private static final ReachingNotices NONE = new ReachingNotices(Optional.empty(), Optional.empty());

    /** Those for one case; none by a certificate given by hand, by a foreign list, or for what grants nothing. */
    static ReachingNotices of(Case file) {
        if (file.explicit()
                || file.knowledge.kind() != TrustKnowledge.Kind.PINNED
                || !file.presented.grant().givesSomething()) {
            return NONE;
        }
        List<Notice> applying = file.trust.notices().stream()
                .filter(Notice::inForce)
                .filter(notice -> applies(notice, file) && reaches(notice.scope(), file))
                .toList();
        return new ReachingNotices(
                longest(
                        applying,
                        Notice.Kind.EXTENSION,
                        notice -> notice.newEnd().orElseThrow()),
                longest(
                        applying,
                        Notice.Kind.SUSPENSION,
                        notice -> notice.until().orElseThrow()));
    }

    /** Whether the extension still lets a date pass at {@code at}. */
    static boolean covers(Notice extension, Presented presented, Instant at) {
        return at.isBefore(endOf(extension.newEnd().orElseThrow(), presented));
    }

    /** VER-63. */
    private static boolean applies(Notice notice, Case file) {
        Presented presented = file.presented;
        boolean begun = notice.from()
                .map(day -> !file.at.isBefore(day.atStartOfDay(presented.zone()).toInstant()))
                .orElse(true);
        return begun
                && notice.until()
                        .map(day -> file.at.isBefore(endOf(day, presented)))
                        .orElse(true);
    }

    /** VER-62: what the permit does not say fits no member that is there. */
    private static boolean reaches(NoticeScope scope, Case file) {
        Presented presented = file.presented;
        return scope.countries().contains(presented.country())
                && scope.documentTypes().contains(presented.documentType())
                && fits(scope.categories(), presented.category())
                && fits(scope.documentCodes(), presented.mrz().map(Mrz::documentCode))
                && fits(
                        scope.signers(),
                        file.candidate().map(candidate -> NoticeScope.fingerprint(candidate.certificate())))
                && scope.fitsEnd(presented.term().lastDay(presented.zone()))
                && scope.fitsSigning(presented.signedOn());
    }

    private static boolean fits(Set<String> member, Optional<String> said) {
        return member.isEmpty() || said.filter(member::contains).isPresent();
    }

    /** The first of the latest. */
    private static Optional<Notice> longest(List<Notice> all, Notice.Kind kind, Function<Notice, LocalDate> last) {
        return all.stream()
                .filter(notice -> notice.kind() == kind)
                .max(Comparator.comparing(last).thenComparing(all::indexOf, Comparator.reverseOrder()));
    }

    /** The first moment after a day. */
    static Instant endOf(LocalDate day, Presented presented) {
        return day.plusDays(1).atStartOfDay(presented.zone()).toInstant();
    }
}
