package org.stayseal.spec.trust;

import java.time.Instant;
import java.util.List;
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
 * @param notUsed how many services and notices a reader left aside because of something in them that it does not know
 */
public record TrustList(
        Head head,
        String territory,
        List<LocalText> operatorName,
        List<LocalText> schemeName,
        List<TrustedEntity> entities,
        List<Notice> notices,
        int notUsed) {

    /** Keeps its own lists. */
    public TrustList {
        operatorName = List.copyOf(operatorName);
        schemeName = List.copyOf(schemeName);
        entities = List.copyOf(entities);
        notices = List.copyOf(notices);
        if (!territory.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("a territory has two letters");
        }
        if (notices.size() > Notice.MAX_NOTICES
                || notices.stream().map(Notice::id).distinct().count() != notices.size()) {
            throw new IllegalArgumentException("a list has " + Notice.MAX_NOTICES + " notices, none of one id twice");
        }
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

    /** The keys that may sign the seal revocation list, now. */
    public List<TrustKey> sealRevocationKeys() {
        return services(Service.StatusKey.class)
                .filter(service ->
                        service.sealRevocations() && service.states().now().signs())
                .map(Service.StatusKey::key)
                .toList();
    }
}
