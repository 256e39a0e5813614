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
    private final Set<String> identities = new HashSet<>();
    private int services;
    private int notUsed;

    private TrustListReader(Instant issued) {
        this.issued = issued;
    }

    static TrustList read(byte[] payload) throws FormatException {
        JsonObject lote =
                StrictJson.object(payload, DocumentKind.TRUST_LIST.maxBytes()).object("LoTE", "TRUST-40");
        for (String reserved : List.of("Bulletin", "Neighbours")) {
            if (lote.has(reserved)) {
                lote.objects(reserved, 0, MAX_SERVICES, "TRUST-48");
            }
        }
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
        TrustListReader reader = new TrustListReader(head.issued());
        List<TrustedEntity> entities = reader.entities(lote);
        List<Notice> notices = reader.notices(lote);
        TrustList list = new TrustList(
                head,
                territory,
                scheme.localTexts("SchemeOperatorName"),
                scheme.localTexts("SchemeName"),
                entities,
                notices,
                reader.notUsed);
        if (list.suspendsAClass() && !required.contains(Names.CLASS_SUSPENSION)) {
            throw FormatException.wrongFormat("TRUST-145", "a suspension in force that older readers would overlook");
        }
        return list;
    }

    private List<Notice> notices(JsonObject lote) throws FormatException {
        List<Notice> known = new ArrayList<>();
        if (lote.has("Notices")) {
            Set<String> ids = new HashSet<>();
            for (JsonObject notice : lote.objects("Notices", 0, Notice.MAX_NOTICES, "TRUST-140")) {
                Optional<Notice> read = NoticeReader.read(notice, ids);
                read.ifPresent(known::add);
                notUsed += read.isPresent() ? 0 : 1;
            }
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
            for (JsonObject service : entity.objects("TrustedEntityServices", 1, MAX_SERVICES, "TRUST-41")) {
                if (++services > MAX_SERVICES) {
                    throw FormatException.wrongFormat("TRUST-41", "more than " + MAX_SERVICES + " services");
                }
                Optional<Service> read = ServiceReader.read(service, issued, identities);
                read.ifPresent(known::add);
                notUsed += read.isPresent() ? 0 : 1;
            }
            entities.add(new TrustedEntity(name, known));
        }
        return entities;
    }
}
