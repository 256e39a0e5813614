package org.stayseal.spec.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;

/** Reads the payload of a trust list (TRUST-40, TRUST-41, TRUST-48, TRUST-140). */
final class TrustListReader {

    private static final int MAX_ENTITIES = 1_000;
    private static final int MAX_SERVICES = 10_000;

    private final Instant issued;
    private final List<Neighbour> neighbours;
    private final Set<String> identities = new HashSet<>();
    private int services;
    private int notUsed;

    private TrustListReader(Instant issued, List<Neighbour> neighbours) {
        this.issued = issued;
        this.neighbours = neighbours;
    }

    static TrustList read(byte[] payload) throws FormatException {
        JsonObject lote =
                StrictJson.object(payload, DocumentKind.TRUST_LIST.maxBytes()).object("LoTE", "TRUST-40");
        JsonObject scheme = lote.object("ListAndSchemeInformation", "TRUST-40");
        if (scheme.number("LoTEVersionIdentifier") != 1) {
            throw FormatException.unsupported("TRUST-40", "a version of the trust list that is not known");
        }
        if (!scheme.text("LoTEType", "TRUST-40").equals(Names.LIST_TYPE)) {
            throw FormatException.wrongFormat("TRUST-40", "not a list for residence permits");
        }
        JsonObject own = ownExtension(scheme);
        Set<String> required = own.refuseRequirementsBut(Set.of(Names.CLASS_SUSPENSION));
        Head head = head(scheme, own);
        String territory = scheme.text("SchemeTerritory", "TRUST-40");
        if (!territory.matches("[A-Z]{2}")) {
            throw FormatException.wrongFormat("TRUST-40", "the territory has not two letters");
        }
        List<Neighbour> neighbours = NeighbourReader.read(lote, head);
        TrustListReader reader = new TrustListReader(head.issued(), neighbours);
        List<TrustedEntity> entities = reader.entities(lote);
        List<Notice> notices = reader.notices(lote);
        List<Bulletin> bulletins = Bulletin.readAll(lote, head.issued());
        TrustList list = new TrustList(
                head,
                territory,
                scheme.localTexts("SchemeOperatorName"),
                scheme.localTexts("SchemeName"),
                entities,
                notices,
                neighbours,
                bulletins,
                reader.notUsed);
        NeighbourReader.refuseOwnServicesOf(list);
        NeighbourReader.refuseNoticesForOthers(list);
        if (list.suspendsAClass() && !required.contains(Names.CLASS_SUSPENSION)) {
            throw FormatException.wrongFormat("TRUST-145", "a suspension in force that older readers would overlook");
        }
        return list;
    }

    private List<Notice> notices(JsonObject lote) throws FormatException {
        List<Notice> known = new ArrayList<>();
        if (lote.has("Notices")) {
            Set<String> ids = new HashSet<>();
            int most = Notice.MAX_NOTICES * (1 + neighbours.size());
            for (JsonObject notice : lote.objects("Notices", 0, most, "TRUST-140")) {
                Optional<Notice> read = NoticeReader.read(notice, ids);
                read.ifPresent(known::add);
                notUsed += read.isPresent() ? 0 : 1;
            }
        }
        if (TrustList.tooManyNotices(known)) {
            throw FormatException.wrongFormat(
                    "TRUST-140", "more than " + Notice.MAX_NOTICES + " notices of one origin");
        }
        return known;
    }

    private static JsonObject ownExtension(JsonObject scheme) throws FormatException {
        JsonObject own = null;
        for (JsonObject extension : scheme.extensions("SchemeExtensions")) {
            if (extension.text("type", "TRUST-47").equals(Names.SCHEME)) {
                own = extension;
            } else if (extension.flag("critical", "TRUST-47")) {
                throw FormatException.unsupported("TRUST-47", "a critical extension of the list that is not known");
            }
        }
        if (own == null) {
            throw FormatException.wrongFormat("TRUST-40", "the list does not name its country and environment");
        }
        return own;
    }

    private static Head head(JsonObject scheme, JsonObject own) throws FormatException {
        String country = own.text("country", "TRUST-40");
        Environment environment = Environment.of(own.text("environment", "TRUST-40"));
        long sequence = scheme.sequence("LoTESequenceNumber");
        Instant issued = scheme.time("ListIssueDateTime");
        Instant nextUpdate = scheme.time("NextUpdate");
        if (!Head.COUNTRY.matcher(country).matches() || !nextUpdate.isAfter(issued)) {
            throw FormatException.wrongFormat(
                    "TRUST-40", "country has another form, or NextUpdate is not after the issue");
        }
        return new Head(country, environment, sequence, issued, nextUpdate);
    }

    private List<TrustedEntity> entities(JsonObject lote) throws FormatException {
        List<TrustedEntity> entities = new ArrayList<>();
        for (JsonObject entity : lote.objects("TrustedEntitiesList", 1, MAX_ENTITIES, "TRUST-41")) {
            List<LocalText> name =
                    entity.object("TrustedEntityInformation", "TRUST-41").localTexts("TEName");
            List<Service> known = new ArrayList<>();
            Set<Optional<String>> origins = new HashSet<>();
            for (JsonObject service : entity.objects("TrustedEntityServices", 1, MAX_SERVICES, "TRUST-41")) {
                if (++services > MAX_SERVICES) {
                    throw FormatException.wrongFormat("TRUST-41", "more than " + MAX_SERVICES + " services");
                }
                Optional<String> origin = ServiceReader.origin(service);
                origins.add(origin);
                Optional<Service> read = ServiceReader.read(service, issued).filter(one -> counts(one, origin));
                if (read.isPresent()) {
                    requireNew(read.get(), origin);
                    known.add(read.get());
                } else {
                    notUsed++;
                }
            }
            if (origins.size() > 1) {
                throw FormatException.wrongFormat("TRUST-222", "services of several origins in one entity");
            }
            entities.add(new TrustedEntity(name, known, origins.iterator().next()));
        }
        return entities;
    }

    /** TRUST-223, TRUST-224: what a neighbour may not say is left aside; so is what is not revoked of one that is withdrawn. */
    private boolean counts(Service service, Optional<String> origin) {
        return origin.isEmpty()
                || neighbours.stream()
                        .filter(neighbour -> neighbour.country().equals(origin.get()))
                        .filter(neighbour ->
                                neighbour.trusted() || service.states().now() == KeyState.REVOKED)
                        .anyMatch(neighbour -> neighbour.covers(service));
    }

    /** TRUST-42: a certificate is in one service; a status key, which everybody can copy, in one service of its origin. */
    private void requireNew(Service service, Optional<String> origin) throws FormatException {
        String identity = service instanceof Service.StatusKey status
                ? "key " + origin.orElse("") + " " + status.key().kid()
                : "certificate "
                        + KeptLog.signerOf(
                                service instanceof Service.Csca csca
                                        ? csca.certificate()
                                        : ((Service.PermitSigner) service).certificate());
        if (!identities.add(identity)) {
            throw FormatException.wrongFormat("TRUST-42", "one certificate or key is listed in two services");
        }
    }
}
