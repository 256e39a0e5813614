package org.stayseal.spec.trust;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the payload of a trust list in the names of TS 119 602 (TRUST-40 to TRUST-47), always in the same order. */
final class TrustListWriter {

    private TrustListWriter() {}

    static byte[] payload(TrustList list) {
        ObjectNode root = StrictJson.MAPPER.createObjectNode();
        ObjectNode lote = root.putObject("LoTE");
        ObjectNode scheme = lote.putObject("ListAndSchemeInformation");
        scheme.put("LoTEVersionIdentifier", 1);
        scheme.put("LoTESequenceNumber", list.head().sequence());
        scheme.put("LoTEType", Names.LIST_TYPE);
        putTexts(scheme, "SchemeOperatorName", list.operatorName());
        putTexts(scheme, "SchemeName", list.schemeName());
        scheme.put("SchemeTerritory", list.territory());
        scheme.put("ListIssueDateTime", Times.text(list.head().issued()));
        scheme.put("NextUpdate", Times.text(list.head().nextUpdate()));
        ObjectNode extension = extension(scheme.putArray("SchemeExtensions"), Names.SCHEME, true);
        extension.put("country", list.head().country());
        extension.put("environment", list.head().environment().word());
        if (list.suspendsAClass()) {
            extension.putArray("requires").add(Names.CLASS_SUSPENSION);
        }
        ArrayNode entities = lote.putArray("TrustedEntitiesList");
        for (TrustedEntity entity : list.entities()) {
            ObjectNode entityJson = entities.addObject();
            putTexts(entityJson.putObject("TrustedEntityInformation"), "TEName", entity.name());
            ArrayNode services = entityJson.putArray("TrustedEntityServices");
            entity.services().forEach(service -> putService(services.addObject(), service, entity.origin()));
        }
        if (!list.notices().isEmpty()) {
            ArrayNode notices = lote.putArray("Notices");
            list.notices().forEach(notice -> NoticeWriter.put(notices.addObject(), notice));
        }
        if (!list.neighbours().isEmpty()) {
            ArrayNode neighbours = lote.putArray("Neighbours");
            list.neighbours().forEach(neighbour -> NeighbourWriter.put(neighbours.addObject(), neighbour));
        }
        if (!list.bulletins().isEmpty()) {
            ArrayNode bulletins = lote.putArray("Bulletin");
            list.bulletins().forEach(bulletin -> NeighbourWriter.put(bulletins.addObject(), bulletin));
        }
        return StrictJson.MAPPER.writeValueAsBytes(root);
    }

    static void putService(ObjectNode json, Service service) {
        putService(json, service, Optional.empty());
    }

    private static void putService(ObjectNode json, Service service, Optional<String> origin) {
        ObjectNode information = json.putObject("ServiceInformation");
        information.put("ServiceTypeIdentifier", Names.typeOf(service));
        putTexts(information, "ServiceName", service.name());
        ObjectNode identity = information.putObject("ServiceDigitalIdentity");
        information.put("ServiceStatus", service.states().now().uri());
        information.put("StatusStartingTime", Times.text(service.states().since()));
        ArrayNode extensions = information.putArray("ServiceInformationExtensions");
        if (service instanceof Service.Csca csca) {
            putCertificate(identity, csca.certificate());
            putScope(extensions, csca.scope());
        } else if (service instanceof Service.PermitSigner signer) {
            putCertificate(identity, signer.certificate());
            putScope(extensions, signer.scope());
            ObjectNode term = extension(extensions, Names.TERM, true);
            term.put("signsFrom", Times.text(signer.term().signsFrom()));
            term.put("signsUntil", Times.text(signer.term().signsUntil()));
            signer.legalEffect().ifPresent(effect -> putLegalEffect(extensions, effect));
        } else if (service instanceof Service.StatusKey status) {
            putJwk(identity.putArray("PublicKeyValues").addObject(), status.key());
            ObjectNode duty = extension(extensions, Names.STATUS, true);
            putAll(duty, "prefixes", status.prefixes());
            duty.put("sealRevocations", status.sealRevocations());
        }
        origin.ifPresent(country -> extension(extensions, Names.ORIGIN, true).put("country", country));
        service.states().revocation().ifPresent(revocation -> {
            ObjectNode why = extension(extensions, Names.REVOCATION, false);
            why.put("cause", revocation.cause());
            why.put("compromisedSince", Times.text(revocation.compromisedSince()));
        });
        List<StateChange> changes = service.states().changes();
        ArrayNode history = json.putArray("ServiceHistory");
        for (StateChange change : changes.subList(1, changes.size())) {
            history.addObject()
                    .put("ServiceStatus", change.state().uri())
                    .put("StatusStartingTime", Times.text(change.since()));
        }
    }

    private static void putScope(ArrayNode extensions, Scope scope) {
        ObjectNode json = extension(extensions, Names.SCOPE, true);
        putAll(json, "countries", scope.countries());
        if (!scope.documentTypes().isEmpty()) {
            putAll(json, "documentTypes", scope.documentTypes());
        }
        if (!scope.purposes().isEmpty()) {
            putAll(json, "purposes", scope.purposes());
        }
    }

    private static void putLegalEffect(ArrayNode extensions, LegalEffect effect) {
        ObjectNode json = extension(extensions, Names.LEGAL_EFFECT, false);
        json.put("notification", effect.notification());
        putAll(json, "territory", effect.territory());
        json.put("onlyWithPassport", effect.onlyWithPassport());
    }

    private static ObjectNode extension(ArrayNode extensions, String type, boolean critical) {
        return extensions.addObject().put("type", type).put("critical", critical);
    }

    private static void putCertificate(ObjectNode identity, X509Certificate certificate) {
        try {
            identity.putArray("X509Certificates").addObject().put("val", Base64Form.padded(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that cannot be encoded", e);
        }
    }

    static void putJwk(ObjectNode json, TrustKey key) {
        json.put("crv", key.crv()).put("kty", "EC").put("x", key.x()).put("y", key.y());
    }

    static void putTexts(ObjectNode json, String name, List<LocalText> texts) {
        ArrayNode array = json.putArray(name);
        texts.forEach(text -> array.addObject().put("lang", text.lang()).put("value", text.value()));
    }

    static void putAll(ObjectNode json, String name, Collection<String> texts) {
        ArrayNode array = json.putArray(name);
        texts.forEach(array::add);
    }
}
