package org.stayseal.spec.verify;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.trust.Notice;

/**
 * What lets the end of a permit pass that is over by itself (VER-64, VER-93).
 *
 * @param notice the extension that covers the moment asked about
 * @param continuation the one that counts and ends last
 * @param open the first one of which too little is known, where nothing else lets the end pass
 */
record Prolongation(
        Optional<Notice> notice, Optional<JudgedContinuation> continuation, Optional<JudgedContinuation> open) {

    private static final Prolongation NONE = new Prolongation(Optional.empty(), Optional.empty(), Optional.empty());

    /** Of one that is not over there is none. */
    static Prolongation of(Case file) {
        if (!file.isOver()) {
            return NONE;
        }
        Optional<Notice> notice =
                file.notices().extension().filter(found -> ReachingNotices.covers(found, file.presented, file.at));
        Optional<JudgedContinuation> counting = file.continuations().stream()
                .filter(JudgedContinuation::counts)
                .max(Comparator.comparing(JudgedContinuation::ends));
        boolean covered = notice.isPresent() || counting.isPresent();
        return new Prolongation(
                notice,
                counting,
                file.continuations().stream()
                        .filter(one -> !covered && one.isOpen())
                        .findFirst());
    }

    boolean isOpen() {
        return open.isPresent();
    }

    /** Whether a continuation moves the end, or keeps it open. */
    boolean byContinuation() {
        return continuation.isPresent() || isOpen();
    }

    /** What the step {@code dates} says: the later end leads, and the notice where both are the same. Empty where nothing lets the end pass. */
    Optional<Reason> reason(Presented permit) {
        Optional<Instant> noticeEnd =
                notice.map(found -> ReachingNotices.endOf(found.newEnd().orElseThrow(), permit));
        Optional<Instant> continuationEnd = continuation.map(JudgedContinuation::ends);
        if (continuationEnd.isPresent()
                && noticeEnd.filter(end -> !end.isBefore(continuationEnd.get())).isEmpty()) {
            return Optional.of(Reason.EXTENDED_BY_CONTINUATION);
        }
        return noticeEnd.isPresent()
                ? Optional.of(Reason.EXTENDED_BY_NOTICE)
                : open.map(JudgedContinuation::openStatus);
    }
}
