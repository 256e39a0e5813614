package org.stayseal.spec.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.registry.Reason;

/** A verdict as the JSON object that the command prints, that vectors expect and that receipts keep. */
public final class VerdictJson {

    private VerdictJson() {}

    /** Members in a fixed order; values are text, numbers, booleans, lists, maps and null. */
    public static Map<String, @Nullable Object> of(Verdict verdict) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("format", verdict.format());
        json.put("outcome", verdict.outcome().name());
        json.put("reason", verdict.reason().map(Reason::name).orElse(null));
        json.put("authentic", verdict.authentic().name());
        json.put("right", verdict.right().name());
        json.put("holder", verdict.holder().name());
        json.put("at", verdict.at().toString());
        List<Map<String, @Nullable Object>> checks = new ArrayList<>();
        verdict.checks().forEach(check -> checks.add(check(check)));
        json.put("checks", checks);
        json.put("document", verdict.document());
        verdict.icao().ifPresent(icao -> json.put("icao", icao(icao)));
        if (!verdict.notices().isEmpty()) {
            json.put("notices", verdict.notices().stream().map(NoticeJson::of).toList());
        }
        if (!verdict.continuations().isEmpty()) {
            json.put(
                    "continuations",
                    verdict.continuations().stream().map(PresentedBeside::json).toList());
        }
        verdict.legalEffect().ifPresent(effect -> json.put("legalEffect", NoticeJson.of(effect)));
        if (!verdict.bulletins().isEmpty()) {
            json.put(
                    "bulletins",
                    verdict.bulletins().stream().map(NoticeJson::of).toList());
        }
        json.put("trust", trust(verdict.trust()));
        return json;
    }

    private static Map<String, @Nullable Object> check(Check check) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", check.name());
        json.put("question", check.question().name().toLowerCase(Locale.ROOT));
        json.put("result", check.result().name());
        json.put("reason", check.reason().map(Reason::name).orElse(null));
        json.put("detail", check.detail());
        return json;
    }

    private static Map<String, @Nullable Object> icao(Verdict.Icao icao) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("status", icao.status().orElse(null));
        json.put("subIndications", icao.subIndications());
        json.put("trustLevel", icao.trustLevel().orElse(null));
        json.put("documentCompared", icao.documentCompared());
        return json;
    }

    private static Map<String, @Nullable Object> trust(TrustKnowledge knowledge) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("known", knowledge.kind().name());
        // What a foreign list says of itself is proved by nothing, so it is not repeated (VER-36).
        TrustKnowledge.ListAtHand list = knowledge.kind() == TrustKnowledge.Kind.PINNED
                ? knowledge.list().orElse(null)
                : null;
        json.put("root", list == null ? null : list.rootFingerprint());
        json.put("country", list == null ? null : list.country());
        json.put("demo", list == null ? null : list.demo());
        json.put("listSequence", list == null ? null : list.sequence());
        json.put("madeAt", list == null ? null : list.issued().toString());
        json.put("validUntil", list == null ? null : list.nextUpdate().toString());
        knowledge.neighbour().ifPresent(neighbour -> json.put("neighbour", neighbour(neighbour)));
        return json;
    }

    /** VER-86. */
    private static Map<String, @Nullable Object> neighbour(TrustKnowledge.NeighbourAtHand neighbour) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("country", neighbour.country());
        json.put("listSequence", neighbour.sequence());
        json.put("madeAt", neighbour.issued().toString());
        json.put("validUntil", neighbour.nextUpdate().toString());
        json.put("withdrawn", neighbour.withdrawn());
        return json;
    }
}
