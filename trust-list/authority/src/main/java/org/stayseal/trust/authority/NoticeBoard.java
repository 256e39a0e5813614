package org.stayseal.trust.authority;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stayseal.spec.continuation.ContinuationClaims;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;
import org.stayseal.spec.trust.Service;

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
        refuseBeyond(services, notice);
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

    /** Those that are to be listed: a notice stays for a year after its end, an extension longer. */
    List<Notice> listed(LocalDate today) {
        return all.stream().filter(notice -> !mayLeave(notice, today)).toList();
    }

    /** TRUST-146: whether a notice, and whatever continuation began with its end, ended more than a year ago. */
    static boolean mayLeave(Notice notice, LocalDate today) {
        int continued = notice.kind() == Notice.Kind.EXTENSION ? ContinuationClaims.MAX_DAYS : 0;
        return notice.lastDay().plusDays(continued).plusYears(1).isBefore(today);
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
            boolean kept = now == null ? mayLeave(before, today) : now.equals(before) || now.equals(before.withdrawn());
            if (!kept) {
                throw new PublicationRefusedException("not published: notice " + before.id() + " was published "
                        + before.state().word() + (now == null ? " and would be gone" : " and would be another")
                        + "; the record is older than the newest publication, so restore both from the same moment");
            }
        }
    }

    private static void refuseBeyond(List<Service> services, Notice notice) throws NoticeRefusedException {
        NoticeScope scope = notice.scope();
        List<Service.PermitSigner> reached = services.stream()
                .filter(Service.PermitSigner.class::isInstance)
                .map(Service.PermitSigner.class::cast)
                .filter(signer -> signer.scope().countries().stream().anyMatch(scope.countries()::contains)
                        && signer.scope().documentTypes().stream().anyMatch(scope.documentTypes()::contains))
                .toList();
        for (String country : scope.countries()) {
            refuseIf(
                    reached.stream()
                            .noneMatch(signer -> signer.scope().countries().contains(country)),
                    notice,
                    "no listed signer signs such documents of " + country);
        }
        for (String type : scope.documentTypes()) {
            refuseIf(
                    reached.stream()
                            .noneMatch(signer -> signer.scope().documentTypes().contains(type)),
                    notice,
                    "no listed signer of these countries signs documents of type " + type);
        }
        for (String fingerprint : scope.signers()) {
            refuseIf(
                    reached.stream()
                            .noneMatch(signer -> NoticeScope.fingerprint(signer.certificate())
                                    .equals(fingerprint)),
                    notice,
                    "no listed signer of such documents has the certificate " + fingerprint);
        }
    }

    private static void refuseIf(boolean wrong, Notice notice, String why) throws NoticeRefusedException {
        if (wrong) {
            throw new NoticeRefusedException("notice " + notice.id() + ": " + why);
        }
    }
}
