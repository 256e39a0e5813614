package org.stayseal.trust.authority.neighbours;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.spec.trust.TrustedEntity;
import org.stayseal.trust.reader.RevokedKeys;

/** From the last good snapshots of neighbours to what one publication takes of them (TRUST-223 to TRUST-228). */
final class Adoption {

    private final Set<String> listed = new HashSet<>();
    private final List<Neighbour> neighbours = new ArrayList<>();
    private final List<TrustedEntity> entities = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<AdoptedFile> files = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();

    private Adoption() {}

    /**
     * @param own services of this country: what stands among them is nobody else's
     * @param last in the order in which they were pinned
     */
    static Adopted of(Stream<Service> own, List<LastGood> last) {
        Adoption adoption = new Adoption();
        own.forEach(service -> certificate(service).ifPresent(adoption.listed::add));
        last.forEach(adoption::take);
        return new Adopted(
                adoption.neighbours, adoption.entities, adoption.notices, adoption.files, adoption.decisions);
    }

    private void take(LastGood last) {
        NeighbourPin pin = last.pin();
        TrustList list = last.snapshot().snapshot().trustList();
        ServiceAdoption services = new ServiceAdoption(pin, last.withdrawn(), RevokedKeys.of(list), listed, decisions);
        List<Service> taken = new ArrayList<>();
        Optional<TrustedEntity> first = Optional.empty();
        for (TrustedEntity entity : list.entities()) {
            entity.services().stream()
                    .flatMap(service -> services.take(service, entity.origin()).stream())
                    .forEach(taken::add);
            if (first.isEmpty() && !taken.isEmpty()) {
                first = Optional.of(entity);
            }
        }
        // One for all of them: a thousand small ones would use up what the list has for everybody (TRUST-41).
        first.ifPresent(entity -> entities.add(new TrustedEntity(entity.name(), taken, Optional.of(pin.country()))));
        if (last.withdrawn().isEmpty()) {
            list.notices().forEach(notice -> notice(notice, pin));
            files.addAll(new FileAdoption(pin, last.snapshot(), taken, decisions).files());
        }
        neighbours.add(neighbour(last));
    }

    /** TRUST-225: its notices, for its own countries. */
    private void notice(Notice notice, NeighbourPin pin) {
        Decision.Why why = notice.origin().isPresent()
                ? Decision.Why.OF_A_THIRD_COUNTRY
                : pin.countries().containsAll(notice.scope().countries())
                        ? Decision.Why.TAKEN
                        : Decision.Why.OTHER_COUNTRY;
        decisions.add(new Decision(pin.country(), "notice " + notice.id(), why));
        if (why == Decision.Why.TAKEN) {
            notices.add(notice.of(pin.country()));
        }
    }

    /** What of it is good no longer than the neighbour says: root and trust list. Its CRLs say their own end. */
    static Neighbour neighbour(LastGood last) {
        NeighbourPin pin = last.pin();
        Head list = last.snapshot().snapshot().trustList().head();
        Head root = last.snapshot().snapshot().root().head();
        return new Neighbour(
                pin.country(),
                pin.environment(),
                last.snapshot().root(),
                root.sequence(),
                list.sequence(),
                list.issued(),
                Stream.of(list.nextUpdate(), root.nextUpdate())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                last.fetched(),
                pin.countries(),
                pin.documentTypes(),
                pin.purposes(),
                pin.prefixes(),
                Optional.of(last.snapshot().log()),
                last.withdrawn().isPresent() ? Neighbour.State.WITHDRAWN : Neighbour.State.TRUSTED);
    }

    private static Optional<String> certificate(Service service) {
        if (service instanceof Service.Csca csca) {
            return Optional.of(NoticeScope.fingerprint(csca.certificate()));
        }
        return service instanceof Service.PermitSigner signer
                ? Optional.of(NoticeScope.fingerprint(signer.certificate()))
                : Optional.empty();
    }

    /**
     * The newest snapshot of a neighbour that was good when it came.
     *
     * @param withdrawn since when nothing of it is believed
     */
    record LastGood(NeighbourPin pin, NeighbourSnapshot snapshot, Instant fetched, Optional<Instant> withdrawn) {

        /** The same, taken in at that moment at the latest. */
        LastGood fetchedBy(Instant moment) {
            return fetched.isAfter(moment)
                    ? new LastGood(pin, snapshot, moment.truncatedTo(ChronoUnit.SECONDS), withdrawn)
                    : this;
        }
    }
}
