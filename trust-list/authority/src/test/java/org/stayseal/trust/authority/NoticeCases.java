package org.stayseal.trust.authority;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trust lists with notices, each with one thing wrong or one that is only just right (TRUST-140 to TRUST-145): by the name of the case the payload, and what becomes of it. */
final class NoticeCases {

    private static final String TAKEN = "TAKEN";
    private static final String CORRUPT = "CORRUPT";

    /** A changed list and what a reader makes of it. */
    record Changed(String payload, String expected) {}

    private final String list;
    private final Map<String, Changed> cases = new LinkedHashMap<>();

    /** @param list the payload of a good list without notices */
    NoticeCases(String list) {
        this.list = list;
        taken();
        forms();
        scopes();
        days();
        suspensions();
    }

    Map<String, Changed> all() {
        return cases;
    }

    private void taken() {
        notice("notice-extension", TAKEN, json -> {});
        notice("notice-withdrawn", TAKEN, json -> json.put("state", "withdrawn"));
        notice(
                "notice-of-an-unknown-kind",
                TAKEN,
                json -> json.removeAll().put("id", "UT-1").put("kind", "reminder"));
        notice(
                "notice-with-an-unknown-member-of-its-scope",
                TAKEN,
                json -> scope(json).put("regions", "north"));
        notice("notice-with-an-unknown-member", TAKEN, json -> json.put("later", 1));
        notice(
                "notice-of-a-category-to-come",
                TAKEN,
                json -> scope(json).putArray("categories").add("climate-refugee"));
        notice("notice-for-what-was-signed-before", TAKEN, json -> scope(json).put("signedUntil", "2027-01-31"));
        notice("notice-from-the-new-end-on", TAKEN, json -> json.put("from", "2028-03-04"));
        notice("notice-of-one-day", TAKEN, json -> scope(json).put("endsFrom", "2027-03-04"));
        many("notices-256", TAKEN, 256);
        many("notices-257", CORRUPT, 257);
    }

    private void forms() {
        list("notices-no-array", CORRUPT, lote -> lote.putObject("Notices"));
        list("notice-no-object", CORRUPT, lote -> lote.putArray("Notices").add("UT-1"));
        list(
                "notices-of-one-id",
                CORRUPT,
                lote -> lote.putArray("Notices")
                        .add(extension())
                        .add(extension().put("state", "withdrawn")));
        list(
                "notices-of-one-id-and-an-unknown-kind",
                CORRUPT,
                lote -> lote.putArray("Notices")
                        .add(extension())
                        .add(extension().put("kind", "reminder")));
        notice("notice-without-an-id", CORRUPT, json -> json.remove("id"));
        notice("notice-with-an-id-in-small-letters", CORRUPT, json -> json.put("id", "ut-1"));
        notice("notice-with-an-id-of-two", CORRUPT, json -> json.put("id", "UT"));
        notice("notice-with-an-id-of-65", CORRUPT, json -> json.put("id", "U".repeat(65)));
        notice("notice-of-a-kind-that-is-no-text", CORRUPT, json -> json.put("kind", 1));
        notice("notice-of-an-unknown-state", CORRUPT, json -> json.put("state", "paused"));
        notice("notice-without-an-act", CORRUPT, json -> json.remove("act"));
        notice("notice-with-an-empty-reference", CORRUPT, json -> act(json).put("reference", ""));
        notice(
                "notice-with-a-line-end-in-its-reference",
                CORRUPT,
                json -> act(json).put("reference", "Order\n3"));
        notice("notice-with-a-reference-of-201", CORRUPT, json -> act(json).put("reference", "O".repeat(201)));
        notice("notice-with-a-space-in-its-address", CORRUPT, json -> act(json).put("uri", "https://x.example/ 3"));
        notice("notice-with-an-empty-address", CORRUPT, json -> act(json).put("uri", ""));
        notice("notice-published-on-no-day", CORRUPT, json -> act(json).put("published", "2027-02-29"));
        notice("notice-published-at-a-time", CORRUPT, json -> act(json).put("published", "2027-02-01T00:00:00Z"));
        notice("notice-without-a-text", CORRUPT, json -> json.putArray("text"));
        notice(
                "notice-with-a-language-twice",
                CORRUPT,
                json -> ((ArrayNode) json.get("text"))
                        .addObject()
                        .put("lang", "en")
                        .put("value", "Again."));
    }

    private void scopes() {
        notice("notice-without-a-scope", CORRUPT, json -> json.remove("scope"));
        notice("notice-without-countries", CORRUPT, json -> scope(json).remove("countries"));
        notice("notice-with-no-country", CORRUPT, json -> scope(json).putArray("countries"));
        notice(
                "notice-with-a-country-in-small-letters",
                CORRUPT,
                json -> scope(json).putArray("countries").add("uto"));
        notice("notice-without-document-types", CORRUPT, json -> scope(json).remove("documentTypes"));
        notice(
                "notice-with-a-wildcard",
                CORRUPT,
                json -> scope(json).putArray("documentTypes").add("*"));
        notice(
                "notice-with-a-document-type-twice",
                CORRUPT,
                json -> scope(json).putArray("documentTypes").add("RP1").add("RP1"));
        notice("notice-with-no-category", CORRUPT, json -> scope(json).putArray("categories"));
        notice(
                "notice-with-a-category-in-capitals",
                CORRUPT,
                json -> scope(json).putArray("categories").add("Seasonal"));
        notice(
                "notice-with-a-filler-in-a-code",
                CORRUPT,
                json -> scope(json).putArray("documentCodes").add("V<"));
        notice(
                "notice-with-a-signer-in-capitals",
                CORRUPT,
                json -> scope(json).putArray("signers").add("AB".repeat(32)));
        notice("notice-signed-until-no-day", CORRUPT, json -> scope(json).put("signedUntil", "2027-02-29"));
        notice("notice-signed-until-a-number", CORRUPT, json -> scope(json).put("signedUntil", 20270131));
        notice("notice-with-turned-ends", CORRUPT, json -> scope(json).put("endsFrom", "2027-03-05"));
        notice("notice-with-a-day-of-another-form", CORRUPT, json -> scope(json).put("endsFrom", "2027-2-1"));
        notice("notice-with-a-day-of-1999", CORRUPT, json -> scope(json).put("endsFrom", "1999-12-31"));
    }

    private void days() {
        notice("extension-without-a-new-end", CORRUPT, json -> json.remove("newEnd"));
        notice("extension-without-ends-until", CORRUPT, json -> scope(json).remove("endsUntil"));
        notice("extension-without-ends-from", CORRUPT, json -> scope(json).remove("endsFrom"));
        notice("extension-to-the-end-of-its-scope", CORRUPT, json -> json.put("newEnd", "2027-03-04"));
        notice("extension-with-until", CORRUPT, json -> json.put("until", "2028-03-04"));
        notice("extension-from-after-its-end", CORRUPT, json -> json.put("from", "2028-03-05"));
        suspension("suspension", TAKEN, json -> {});
        suspension("suspension-of-one-day", TAKEN, json -> json.put("from", "2027-05-31"));
        suspension("suspension-without-until", CORRUPT, json -> json.remove("until"));
        suspension("suspension-with-a-new-end", CORRUPT, json -> json.put("newEnd", "2028-03-04"));
        suspension(
                "suspension-of-what-was-signed-before",
                CORRUPT,
                json -> scope(json).put("signedUntil", "2027-01-31"));
        suspension("suspension-from-after-its-end", CORRUPT, json -> json.put("from", "2027-06-01"));
    }

    private void suspensions() {
        list(
                "suspension-that-older-readers-overlook",
                CORRUPT,
                lote -> lote.putArray("Notices").add(suspension()));
        list(
                "suspension-withdrawn-that-nobody-needs-to-know",
                TAKEN,
                lote -> lote.putArray("Notices").add(suspension().put("state", "withdrawn")));
        list("class-suspension-without-one", TAKEN, lote -> require(lote, "class-suspension"));
        list("class-suspension-and-something-unknown", "UNSUPPORTED", lote -> {
            require(lote, "class-suspension");
            require(lote, "later");
        });
    }

    private void many(String name, String expected, int count) {
        list(name, expected, lote -> {
            ArrayNode notices = lote.putArray("Notices");
            for (int i = 0; i < count; i++) {
                notices.add(extension().put("id", "UT-" + i));
            }
        });
    }

    private void notice(String name, String expected, Consumer<ObjectNode> change) {
        ObjectNode notice = extension();
        change.accept(notice);
        list(name, expected, lote -> lote.putArray("Notices").add(notice));
    }

    private void suspension(String name, String expected, Consumer<ObjectNode> change) {
        ObjectNode notice = suspension();
        change.accept(notice);
        list(name, expected, lote -> {
            require(lote, "class-suspension");
            lote.putArray("Notices").add(notice);
        });
    }

    private void list(String name, String expected, Consumer<ObjectNode> change) {
        ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(list);
        change.accept((ObjectNode) root.get("LoTE"));
        cases.put("list-with-" + name, new Changed(root.toString(), expected));
    }

    private static void require(ObjectNode lote, String name) {
        ObjectNode scheme = (ObjectNode)
                lote.get("ListAndSchemeInformation").get("SchemeExtensions").get(0);
        ArrayNode requires = scheme.has("requires") ? (ArrayNode) scheme.get("requires") : scheme.putArray("requires");
        requires.add(name);
    }

    private static ObjectNode scope(ObjectNode notice) {
        return (ObjectNode) notice.get("scope");
    }

    private static ObjectNode act(ObjectNode notice) {
        return (ObjectNode) notice.get("act");
    }

    private static ObjectNode extension() {
        return object("""
                {"id":"UT-1","kind":"extension","state":"in-force",
                 "act":{"reference":"Order 2027/3","published":"2027-02-01","uri":"https://law.utopia.example/2027/3"},
                 "text":[{"lang":"en","value":"It goes on."}],
                 "scope":{"countries":["UTO"],"documentTypes":["FB06","RP1"],"endsFrom":"2027-02-01","endsUntil":"2027-03-04"},
                 "newEnd":"2028-03-04"}""");
    }

    private static ObjectNode suspension() {
        return object("""
                {"id":"UT-2","kind":"suspension","state":"in-force",
                 "act":{"reference":"Decision 17/2027","published":"2027-05-02"},
                 "text":[{"lang":"en","value":"Suspended for now."}],
                 "scope":{"countries":["UTO"],"documentTypes":["RP1"],"categories":["seasonal"]},
                 "from":"2027-05-03","until":"2027-05-31"}""");
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }
}
