package org.stayseal.spec.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.LegalEffect;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Notice;

/** What a verdict carries of the trust list for people: notices (VER-66) and legal effect (VER-67), as JSON objects with members in a fixed order. */
final class NoticeJson {

    private NoticeJson() {}

    static Map<String, Object> of(AppliedNotice applied) {
        Notice notice = applied.notice();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", notice.id());
        json.put("kind", notice.kind().word());
        Map<String, Object> act = new LinkedHashMap<>();
        act.put("reference", notice.act().reference());
        act.put("published", notice.act().published().toString());
        notice.act().uri().ifPresent(uri -> act.put("uri", uri));
        json.put("act", act);
        json.put("text", notice.text().stream().map(NoticeJson::text).toList());
        applied.printedEnd().ifPresent(day -> json.put("printedEnd", day.toString()));
        notice.newEnd().ifPresent(day -> json.put("newEnd", day.toString()));
        notice.from().ifPresent(day -> json.put("from", day.toString()));
        notice.until().ifPresent(day -> json.put("until", day.toString()));
        notice.origin().ifPresent(country -> json.put("origin", country));
        return json;
    }

    static Map<String, Object> of(Bulletin bulletin) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", bulletin.id());
        json.put("published", bulletin.published().toString());
        json.put("until", bulletin.until().toString());
        json.put("severity", bulletin.severity().word());
        json.put("text", bulletin.text().stream().map(NoticeJson::text).toList());
        return json;
    }

    static Map<String, Object> of(LegalEffect effect) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("notification", effect.notification());
        json.put("territory", List.copyOf(effect.territory()));
        json.put("onlyWithPassport", effect.onlyWithPassport());
        return json;
    }

    private static Map<String, String> text(LocalText text) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("lang", text.lang());
        json.put("value", text.value());
        return json;
    }
}
