package org.stayseal.operator;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.ceremony.PublishedLists;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;
import org.stayseal.trust.reader.Snapshot;

/**
 * What must be done by when, out of the register and the newest publication.
 *
 * @param history all ceremonies, also those that hold later
 * @param register what holds now
 * @param published the newest publication, if there is one
 * @param lists which lists were published
 * @param listValidity how long a list counts
 */
record Timeline(
        CeremonyHistory history,
        Register register,
        Optional<Snapshot> published,
        PublishedLists lists,
        Duration listValidity,
        Instant now) {

    /** Before a key is over: time for people to meet, twice. */
    static final Duration AHEAD = Duration.ofDays(90);

    /** Beside the validity of a list: for readers whose clock is behind, and for an operator's holidays. */
    static final Duration MARGIN = Duration.ofDays(7);

    /** Before a notice ends: time to make another. */
    private static final Duration NOTICE_AHEAD = Duration.ofDays(30);

    /** A CSCA signs for three years, as its {@code privateKeyUsagePeriod} says, and its certificate goes on. */
    private static final Duration CSCA_SIGNS = Duration.ofDays(3 * 365);

    List<Deadline> deadlines() {
        List<Deadline> all = new ArrayList<>();
        publication(all);
        register.root()
                .ifPresent(root -> all.add(new Deadline(
                        "hold a ceremony for the next root before root "
                                + root.root().head().sequence() + " ends: trust rotate-root",
                        root.root().head().nextUpdate().minus(AHEAD),
                        root.root().head().nextUpdate().minus(listValidity))));
        noSigner(all);
        register.services().forEach(service -> service(service, all));
        register.notices().stream().filter(Notice::inForce).forEach(notice -> notice(notice, all));
        all.sort(Deadline.order(now));
        return all;
    }

    private void publication(List<Deadline> all) {
        if (published.isEmpty()) {
            all.add(new Deadline("publish: nobody has a list of this authority yet", now, now.plus(listValidity)));
            return;
        }
        Snapshot snapshot = published.get();
        Instant made = snapshot.trustList().issued();
        Instant end = snapshot.trustedUntil();
        all.add(new Deadline(
                "publish the next list: after this nothing is VALID by list "
                        + snapshot.trustList().head().sequence(),
                middle(made, end),
                end));
        snapshot.statusLists().values().stream()
                .map(list -> new Deadline(
                        "publish the next status lists", middle(list.issued(), list.expires()), list.expires()))
                .min(Comparator.comparing(Deadline::by))
                .ifPresent(all::add);
        snapshot.sealRevocations()
                .map(list -> list.head())
                .ifPresent(head -> all.add(new Deadline(
                        "publish the next seal revocation list",
                        middle(head.issued(), head.nextUpdate()),
                        head.nextUpdate())));
        int shown = lists.lists().stream()
                .mapToInt(PublishedLists.Published::ceremony)
                .max()
                .orElse(0);
        history.transcripts().stream()
                .map(transcript -> transcript.ceremony())
                .filter(ceremony -> ceremony.number() > shown)
                .forEach(ceremony -> all.add(new Deadline(
                        "publish ceremony " + ceremony.number() + ", \"" + ceremony.title()
                                + "\": verifiers do not know it yet",
                        ceremony.at(),
                        ceremony.at().plus(listValidity))));
    }

    private void service(RegisteredService service, List<Deadline> all) {
        if (service.service() instanceof Service.PermitSigner signer) {
            signer(service, signer, all);
        } else if (service.service() instanceof Service.Csca csca
                && service.state().signs()) {
            Instant end = csca.certificate().getNotBefore().toInstant().plus(CSCA_SIGNS);
            if (follower(service, end).isEmpty()) {
                all.add(new Deadline(
                        "announce the next CSCA: " + service.words() + " should sign no certificates after " + end,
                        end.minus(AHEAD),
                        end.minus(listValidity).minus(MARGIN)));
            }
        }
    }

    private void signer(RegisteredService service, Service.PermitSigner signer, List<Deadline> all) {
        Instant end = signer.term().signsUntil();
        if (service.state() == KeyState.REVOKED && nobodyDoesTheWorkOf(service)) {
            if (isSaidOfALater(service)) {
                return;
            }
            replace("the " + service.words() + " is revoked and nothing signs in its place: ", spareFor(service), all);
        } else if (service.state() == KeyState.ANNOUNCED) {
            announced(service, signer, all);
        } else if (service.state().signs()) {
            Optional<RegisteredService> follower = follower(service, end);
            if (follower.isEmpty()) {
                all.add(new Deadline(
                        "announce the follower of the " + service.words() + ", which signs until " + end
                                + ": trust announce",
                        end.minus(AHEAD),
                        end.minus(listValidity).minus(MARGIN)));
            }
            boolean replaced = follower.filter(next -> next.state().signs()).isPresent();
            if (service.state() == KeyState.ACTIVE && replaced) {
                all.add(new Deadline(
                        "let the " + service.words() + " retire, its follower signs: trust retiring, trust retire",
                        now,
                        end));
            } else {
                all.add(new Deadline(
                        "retire the " + service.words() + ", whose term is over: trust retire", end, end.plus(AHEAD)));
            }
        }
    }

    private void announced(RegisteredService service, Service.PermitSigner signer, List<Deadline> all) {
        boolean named = register.services().stream()
                .anyMatch(other -> other.state() == KeyState.REVOKED
                        && nobodyDoesTheWorkOf(other)
                        && spareFor(other).equals(Optional.of(service)));
        if (named || nobodySigns() && firstSpare().equals(Optional.of(service))) {
            return;
        }
        Instant possible = possibleFrom(service).orElse(now);
        Optional<Instant> end = predecessorEnd(service);
        if (end.filter(last -> !signer.term().signsUntil().isAfter(last)).isPresent()) {
            return;
        }
        Instant from =
                end.map(last -> last.minus(AHEAD)).filter(possible::isBefore).orElse(possible);
        Instant by = end.orElse(signer.term().signsUntil());
        all.add(new Deadline(
                activation(service) + (from.isAfter(now) && end.isPresent() ? "; until then it is the spare" : ""),
                from,
                by.isBefore(from) ? from : by));
    }

    /** Of several that were revoked and did the same work, the last one is what is to be replaced. */
    private boolean isSaidOfALater(RegisteredService service) {
        List<RegisteredService> all = register.services();
        Instant since = service.service().states().since();
        return all.stream()
                .filter(other -> other != service && other.state() == KeyState.REVOKED && sameWork(service, other))
                .anyMatch(other -> {
                    Instant its = other.service().states().since();
                    return its.isAfter(since) || its.equals(since) && all.indexOf(other) > all.indexOf(service);
                });
    }

    /** Signers in whose place nothing else is announced or signs: what TRUST-252 asks for, one spare of each kind always. */
    List<RegisteredService> withoutSpare() {
        return register.services().stream()
                .filter(service -> service.service() instanceof Service.PermitSigner
                        && service.state().signs())
                .filter(service -> register.services().stream()
                        .noneMatch(other -> other != service
                                && sameWork(service, other)
                                && (other.state() == KeyState.ANNOUNCED
                                        || other.state().signs())))
                .toList();
    }

    /** Without a signer there is no permit, whatever else is well. */
    private void noSigner(List<Deadline> all) {
        boolean revoked = register.services().stream()
                .anyMatch(service -> service.service() instanceof Service.PermitSigner
                        && service.state() == KeyState.REVOKED
                        && nobodyDoesTheWorkOf(service));
        if (nobodySigns() && !revoked) {
            replace("no signer: no permit can be signed; ", firstSpare(), all);
        }
    }

    private void replace(String why, Optional<RegisteredService> spare, List<Deadline> all) {
        Instant by = spare.flatMap(this::possibleFrom).filter(now::isBefore).orElse(now);
        all.add(new Deadline(
                why
                        + spare.map(this::activation)
                                .orElse("announce and activate one: trust certify, trust announce, trust activate"),
                now,
                by));
    }

    private String activation(RegisteredService announced) {
        return possibleFrom(announced)
                .map(from -> "activate the " + announced.words()
                        + (from.isAfter(now) ? ", possible from " + from : ", possible now") + ": trust activate")
                .orElseGet(() -> "publish, then activate the " + announced.words()
                        + ": it may sign when every list without it is over");
    }

    /** Not before every list without it is over (TRUST-252), nor before its own term begins (TRUST-254). */
    Optional<Instant> possibleFrom(RegisteredService announced) {
        Instant term = announced.service() instanceof Service.PermitSigner signer
                ? signer.term().signsFrom()
                : Instant.EPOCH;
        return lists.knownEverywhereFrom(announced.announcedIn()).map(known -> known.isAfter(term) ? known : term);
    }

    private boolean nobodySigns() {
        return register.services().stream()
                .noneMatch(service -> service.service() instanceof Service.PermitSigner
                        && service.state().signs());
    }

    private Optional<RegisteredService> firstSpare() {
        return spares().findFirst();
    }

    private Optional<RegisteredService> spareFor(RegisteredService service) {
        return spares().filter(other -> sameWork(service, other)).findFirst();
    }

    /** Announced signers, the one that can be activated first before the others. */
    private Stream<RegisteredService> spares() {
        return register.services().stream()
                .filter(service ->
                        service.service() instanceof Service.PermitSigner && service.state() == KeyState.ANNOUNCED)
                .sorted(Comparator.comparing(service -> possibleFrom(service).orElse(Instant.MAX)));
    }

    private boolean nobodyDoesTheWorkOf(RegisteredService service) {
        return register.services().stream()
                .noneMatch(other -> sameWork(service, other) && other.state().signs());
    }

    private Optional<Instant> predecessorEnd(RegisteredService service) {
        return register.services().stream()
                .filter(other -> other != service
                        && sameWork(service, other)
                        && other.state().signs())
                .map(other -> ((Service.PermitSigner) other.service()).term().signsUntil())
                .max(Comparator.naturalOrder());
    }

    /** Another that is announced or active, does the same work, and goes on after that moment. */
    private Optional<RegisteredService> follower(RegisteredService service, Instant end) {
        return register.services().stream()
                .filter(other -> other != service && sameWork(service, other))
                .filter(other -> other.state() == KeyState.ANNOUNCED || other.state() == KeyState.ACTIVE)
                .filter(other -> goesOnAfter(other, end))
                .findFirst();
    }

    private static boolean goesOnAfter(RegisteredService other, Instant end) {
        return other.service() instanceof Service.PermitSigner signer
                ? signer.term().signsUntil().isAfter(end)
                : other.service() instanceof Service.Csca csca
                        && csca.certificate()
                                .getNotBefore()
                                .toInstant()
                                .plus(CSCA_SIGNS)
                                .isAfter(end);
    }

    private static boolean sameWork(RegisteredService one, RegisteredService other) {
        if (one.service() instanceof Service.PermitSigner mine && other.service() instanceof Service.PermitSigner its) {
            return mine.kind() == its.kind()
                    && its.scope().documentTypes().containsAll(mine.scope().documentTypes());
        }
        return one.service() instanceof Service.Csca && other.service() instanceof Service.Csca;
    }

    private void notice(Notice notice, List<Deadline> all) {
        LocalDate last = notice.newEnd().or(notice::until).orElseThrow();
        Instant end = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        all.add(new Deadline(
                "decide what comes after the notice " + notice.id() + ", whose last day is " + last,
                end.minus(NOTICE_AHEAD),
                end));
    }

    private static Instant middle(Instant from, Instant until) {
        return from.plus(Duration.between(from, until).dividedBy(2));
    }

    /** Until when it signs; a status key has no end. */
    static Optional<Instant> signsUntil(RegisteredService service) {
        return service.service() instanceof Service.PermitSigner signer
                ? Optional.of(signer.term().signsUntil())
                : service.certificate()
                        .map(certificate ->
                                certificate.getNotBefore().toInstant().plus(CSCA_SIGNS));
    }

    /** Until when a service's certificate is good; status keys have none. */
    static Optional<Instant> certificateEnd(RegisteredService service) {
        return service.certificate().map(X509Certificate::getNotAfter).map(java.util.Date::toInstant);
    }
}
