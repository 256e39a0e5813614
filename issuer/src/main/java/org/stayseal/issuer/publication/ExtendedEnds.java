package org.stayseal.issuer.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.spec.trust.Notice;

/**
 * Until when a document can be shown: its own end, or the latest to which an extension in force may move it (TRUST-147).
 *
 * <p>Only the end is compared, not the rest of the scope: an entry that stays too long costs sixteen bytes, one that goes too early makes a revoked permit good again.
 */
final class ExtendedEnds {

    private ExtendedEnds() {}

    static LocalDate of(LocalDate printedEnd, List<Notice> notices) {
        Stream<LocalDate> moved = notices.stream()
                .filter(Notice::inForce)
                .filter(notice -> notice.scope().fitsEnd(Optional.of(printedEnd)))
                .flatMap(notice -> notice.newEnd().stream());
        return Stream.concat(Stream.of(printedEnd), moved)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
