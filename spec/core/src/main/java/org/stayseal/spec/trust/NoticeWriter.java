package org.stayseal.spec.trust;

import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the notices of a trust list (TRUST-140 to TRUST-142), always in the same order. */
final class NoticeWriter {

    private NoticeWriter() {}

    static void put(ObjectNode json, Notice notice) {
        json.put("id", notice.id());
        json.put("kind", notice.kind().word());
        json.put("state", notice.state().word());
        ObjectNode act = json.putObject("act");
        act.put("reference", notice.act().reference());
        act.put("published", notice.act().published().toString());
        notice.act().uri().ifPresent(uri -> act.put("uri", uri));
        TrustListWriter.putTexts(json, "text", notice.text());
        ObjectNode scope = json.putObject("scope");
        putSet(scope, "countries", notice.scope().countries());
        putSet(scope, "documentTypes", notice.scope().documentTypes());
        putSet(scope, "categories", notice.scope().categories());
        putSet(scope, "documentCodes", notice.scope().documentCodes());
        putSet(scope, "signers", notice.scope().signers());
        notice.scope().endsFrom().ifPresent(day -> scope.put("endsFrom", day.toString()));
        notice.scope().endsUntil().ifPresent(day -> scope.put("endsUntil", day.toString()));
        notice.scope().signedUntil().ifPresent(day -> scope.put("signedUntil", day.toString()));
        notice.newEnd().ifPresent(day -> json.put("newEnd", day.toString()));
        notice.from().ifPresent(day -> json.put("from", day.toString()));
        notice.until().ifPresent(day -> json.put("until", day.toString()));
        notice.origin().ifPresent(country -> json.put("origin", country));
    }

    private static void putSet(ObjectNode json, String name, Set<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = json.putArray(name);
            texts.forEach(array::add);
        }
    }
}
