package org.stayseal.spec.trust;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the neighbours and the bulletin of a trust list (TRUST-220, TRUST-235), always in the same order. */
final class NeighbourWriter {

    private NeighbourWriter() {}

    static void put(ObjectNode json, Neighbour neighbour) {
        json.put("country", neighbour.country());
        json.put("environment", neighbour.environment().word());
        json.put("rootFingerprint", neighbour.rootFingerprint().hex());
        json.put("rootSequence", neighbour.rootSequence());
        json.put("listSequence", neighbour.listSequence());
        json.put("issued", Times.text(neighbour.issued()));
        json.put("nextUpdate", Times.text(neighbour.nextUpdate()));
        json.put("fetched", Times.text(neighbour.fetched()));
        TrustListWriter.putAll(json, "countries", neighbour.countries());
        TrustListWriter.putAll(json, "documentTypes", neighbour.documentTypes());
        TrustListWriter.putAll(json, "purposes", neighbour.purposes());
        TrustListWriter.putAll(json, "prefixes", neighbour.prefixes());
        neighbour.log().ifPresent(role -> {
            ObjectNode log = json.putObject("log").put("threshold", role.threshold());
            ArrayNode keys = log.putArray("keys");
            role.keys().forEach(key -> TrustListWriter.putJwk(keys.addObject(), key));
        });
        json.put("state", neighbour.state().word());
    }

    static void put(ObjectNode json, Bulletin bulletin) {
        json.put("id", bulletin.id());
        json.put("published", Times.text(bulletin.published()));
        json.put("until", Times.text(bulletin.until()));
        json.put("severity", bulletin.severity().word());
        TrustListWriter.putTexts(json, "text", bulletin.text());
        TrustListWriter.putAll(json, "services", bulletin.services());
    }
}
