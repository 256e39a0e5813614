package org.stayseal.spec.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stayseal.spec.FormatException;

/**
 * The trust list (TRUST-40): which keys sign what, and in what state they are.
 *
 * @param head its number, times, country and environment; written in the names of TS 119 602
 * @param territory two-letter signer code of the country
 * @param operatorName who keeps the list
 * @param schemeName what it is called
 * @param entities authorities with their services
 * @param notices acts that move the end of classes of permits, or suspend them (TRUST-140)
 * @param neighbours other countries, and how far they are believed (TRUST-220)
 * @param bulletins incidents of which verifiers are told (TRUST-235)
 * @param notUsed how many services and notices a reader left aside because of something in them that it does not know
 */
public record TrustList(
        Head head,
        String territory,
        List<LocalText> operatorName,
        List<LocalText> schemeName,
        List<TrustedEntity> entities,
        List<Notice> notices,
        List<Neighbour> neighbours,
        List<Bulletin> bulletins,
        int notUsed) {

    /** Keeps its own lists. */
    public TrustList {
        operatorName = List.copyOf(operatorName);
        schemeName = List.copyOf(schemeName);
        entities = List.copyOf(entities);
        notices = List.copyOf(notices);
        neighbours = List.copyOf(neighbours);
        bulletins = List.copyOf(bulletins);
        if (!territory.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("a territory has two letters");
        }
        if (notices.stream()
                                .map(notice -> notice.origin().orElse("") + " " + notice.id())
                                .distinct()
                                .count()
                        != notices.size()
                || bulletins.stream().map(Bulletin::id).distinct().count() != bulletins.size()
                || bulletins.size() > Bulletin.MAX_ENTRIES
                || neighbours.size() > Neighbour.MAX_NEIGHBOURS
                || tooManyNotices(notices)) {
            throw new IllegalArgumentException(
                    "a list has at most " + Notice.MAX_NOTICES + " notices of one origin, and no id twice");
        }
    }

    /** A list of this country alone. */
    public TrustList(
            Head head,
            String territory,
            List<LocalText> operatorName,
            List<LocalText> schemeName,
            List<TrustedEntity> entities,
            List<Notice> notices,
            int notUsed) {
        this(head, territory, operatorName, schemeName, entities, notices, List.of(), List.of(), notUsed);
    }

    static boolean tooManyNotices(List<Notice> notices) {
        return notices.stream().collect(Collectors.groupingBy(Notice::origin, Collectors.counting())).values().stream()
                .anyMatch(count -> count > Notice.MAX_NOTICES);
    }

    /**
     * Reads a trust list. Its signatures are another question: {@link SignedDocument#requireAcceptedBy}.
     *
     * @throws FormatException for any other form, with the number of the rule
     */
    public static TrustList read(SignedDocument document) throws FormatException {
        if (document.kind() != DocumentKind.TRUST_LIST) {
            throw new IllegalArgumentException("not a trust list");
        }
        return TrustListReader.read(document.payload());
    }

    /**
     * The payload to sign.
     *
     * @throws IllegalStateException for a list that was read with services or notices left aside: signed again it would be without them
     */
    public byte[] payload() {
        if (notUsed > 0) {
            throw new IllegalStateException("a list of which " + notUsed + " services or notices were left aside");
        }
        return TrustListWriter.payload(this);
    }

    /** When it was issued. */
    public Instant issued() {
        return head.issued();
    }

    /** Whether a suspension is in force, of which a reader must know (TRUST-145). */
    boolean suspendsAClass() {
        return notices.stream().anyMatch(notice -> notice.kind() == Notice.Kind.SUSPENSION && notice.inForce());
    }

    /** All services of all entities. */
    public Stream<Service> services() {
        return entities.stream().flatMap(entity -> entity.services().stream());
    }

    /** The services of one kind. */
    public <S extends Service> Stream<S> services(Class<S> kind) {
        return services().filter(kind::isInstance).map(kind::cast);
    }

    /** The keys that may sign the status list of that URI, now (TRUST-44). */
    public List<TrustKey> statusKeys(String statusUri) {
        return services(Service.StatusKey.class)
                .filter(service -> service.signs(statusUri))
                .map(Service.StatusKey::key)
                .toList();
    }

    /** The neighbour of that name, believed or not. */
    public Optional<Neighbour> neighbour(String country) {
        return neighbours.stream()
                .filter(neighbour -> neighbour.country().equals(country))
                .findFirst();
    }

    /** The neighbour whose permits these are: that which speaks for the issuing country. */
    public Optional<Neighbour> neighbourFor(String issuingCountry) {
        return neighbours.stream()
                .filter(neighbour -> neighbour.countries().contains(issuingCountry))
                .findFirst();
    }

    /** The neighbour whose status address this is; empty for one of the list's own. */
    public Optional<Neighbour> neighbourAt(String statusUri) {
        return neighbours.stream()
                .filter(neighbour -> neighbour.hasAddress(statusUri))
                .findFirst();
    }

    /** The status services of one origin, in whatever state. */
    public Stream<Service.StatusKey> statusServices(Optional<String> origin) {
        return entities.stream()
                .filter(entity -> entity.origin().equals(origin))
                .flatMap(entity -> entity.services().stream())
                .filter(Service.StatusKey.class::isInstance)
                .map(Service.StatusKey.class::cast);
    }

    /** The keys that may sign the seal revocation list of a neighbour, now (TRUST-226). */
    public List<TrustKey> sealRevocationKeys(Neighbour neighbour) {
        return sealRevocationKeys(Optional.of(neighbour.country()));
    }

    /** The keys that may sign the seal revocation list, now. */
    public List<TrustKey> sealRevocationKeys() {
        return sealRevocationKeys(Optional.empty());
    }

    private List<TrustKey> sealRevocationKeys(Optional<String> origin) {
        return statusServices(origin)
                .filter(service ->
                        service.sealRevocations() && service.states().now().signs())
                .map(Service.StatusKey::key)
                .toList();
    }
}
