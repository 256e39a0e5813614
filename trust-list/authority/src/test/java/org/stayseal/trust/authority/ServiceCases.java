package org.stayseal.trust.authority;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trust lists in which one thing of one service is another, and what becomes of each (TRUST-44 to TRUST-47): two readers that refuse different lists can be played against each other. */
final class ServiceCases {

    private static final String TAKEN = "TAKEN";
    private static final String CORRUPT = "CORRUPT";
    private static final int CSCA = 0;
    private static final int SEAL_SIGNER = 1;
    private static final int STATUS = 3;
    private static final String TERM =
            "{\"type\":\"urn:stayseal:term:1\",\"critical\":false,\"signsFrom\":\"2026-01-01T00:00:00Z\",\"signsUntil\":\"2027-01-01T00:00:00Z\"}";
    private static final String DUTY =
            "{\"type\":\"urn:stayseal:status:1\",\"critical\":true,\"prefixes\":[],\"sealRevocations\":true}";
    private static final String LATER = "{\"type\":\"urn:example:later:1\",\"critical\":true}";

    private final String list;
    private final Map<String, NoticeCases.Changed> cases = new LinkedHashMap<>();

    /** @param list the payload of a good list */
    ServiceCases(String list) {
        this.list = list;
        extensions();
        legalEffects();
        revocations();
        states();
        prefixes();
    }

    Map<String, NoticeCases.Changed> all() {
        return cases;
    }

    private void extensions() {
        extension("csca-with-a-term", CSCA, CORRUPT, TERM);
        extension("csca-with-a-legal-effect", CSCA, CORRUPT, effect("Order 1", "\"UT\""));
        extension(
                "status-key-with-a-scope",
                STATUS,
                CORRUPT,
                "{\"type\":\"urn:stayseal:scope:1\",\"critical\":true,\"countries\":[\"UTO\"]}");
        extension("signer-with-a-status-duty", SEAL_SIGNER, CORRUPT, DUTY);
        extension("signer-with-an-unknown-extension", SEAL_SIGNER, TAKEN, LATER.replace("true", "false"));
        extension(
                "signer-with-an-extension-without-its-weight",
                SEAL_SIGNER,
                CORRUPT,
                "{\"type\":\"urn:example:later:1\"}");
        extension("signer-with-an-extension-twice", SEAL_SIGNER, CORRUPT, LATER, LATER);
        String[] many = new String[62];
        for (int i = 0; i < many.length; i++) {
            many[i] = "{\"type\":\"urn:example:" + i + "\",\"critical\":false}";
        }
        extension("csca-with-63-extensions", CSCA, TAKEN, many);
        String[] more = java.util.Arrays.copyOf(many, 64);
        more[62] = LATER.replace("true", "false");
        more[63] = LATER.replace("later", "latest").replace("true", "false");
        extension("csca-with-65-extensions", CSCA, CORRUPT, more);
        // Not used, so nothing of it is read, however odd.
        extension("signer-of-tomorrow-with-a-status-duty", SEAL_SIGNER, TAKEN, DUTY, LATER);
        service("signer-of-an-unknown-type-without-a-name", SEAL_SIGNER, TAKEN, json -> {
            information(json).put("ServiceTypeIdentifier", "urn:example:service:later");
            information(json).remove("ServiceName");
        });
        service(
                "signer-whose-type-is-no-text",
                SEAL_SIGNER,
                CORRUPT,
                json -> information(json).put("ServiceTypeIdentifier", 1));
        service("service-of-an-unknown-type-with-an-extension-twice", SEAL_SIGNER, CORRUPT, json -> {
            information(json).put("ServiceTypeIdentifier", "urn:example:service:later");
            add(json, LATER);
            add(json, LATER);
        });
    }

    private void legalEffects() {
        effect("legal-effect-without-a-notification", CORRUPT, json -> json.remove("notification"));
        effect("legal-effect-with-an-empty-notification", CORRUPT, json -> json.put("notification", ""));
        effect("legal-effect-with-a-notification-of-1001", CORRUPT, json -> json.put("notification", "n".repeat(1001)));
        effect("legal-effect-of-no-territory", TAKEN, json -> json.putArray("territory"));
        effect(
                "legal-effect-with-a-territory-of-three",
                CORRUPT,
                json -> json.putArray("territory").add("UTO"));
        effect(
                "legal-effect-with-a-territory-twice",
                CORRUPT,
                json -> json.putArray("territory").add("UT").add("UT"));
        effect("legal-effect-that-does-not-say-whether-a-passport", CORRUPT, json -> json.remove("onlyWithPassport"));
    }

    private void revocations() {
        extension("revocation-explained-where-none-is", SEAL_SIGNER, CORRUPT, revocation("keyCompromise"));
        revoked("revocation-explained", TAKEN, json -> {});
        revoked("revocation-without-a-cause", CORRUPT, json -> json.remove("cause"));
        revoked("revocation-with-an-empty-cause", CORRUPT, json -> json.put("cause", ""));
        revoked("revocation-without-its-moment", CORRUPT, json -> json.remove("compromisedSince"));
        revoked(
                "revocation-of-a-key-stolen-after-it",
                CORRUPT,
                json -> json.put("compromisedSince", "2026-11-22T12:00:01Z"));
    }

    private void states() {
        state("state-without-its-name-space", TAKEN, "active", "");
        state("state-to-come", TAKEN, "urn:stayseal:state:paused", "");
        state("state-to-come-since-no-time", CORRUPT, "urn:stayseal:state:paused", "2026-11-22");
    }

    private void prefixes() {
        prefix("prefix-without-a-slash", CORRUPT, "https://uto.example/status");
        prefix("prefix-of-a-slash", CORRUPT, "/");
        prefix("prefix-with-a-space", CORRUPT, "https://uto.example/ status/");
        prefix("prefix-of-500", TAKEN, "https://uto.example/" + "s".repeat(479) + "/");
        prefix("prefix-of-501", CORRUPT, "https://uto.example/" + "s".repeat(480) + "/");
    }

    private void prefix(String name, String expected, String prefix) {
        service(
                name,
                STATUS,
                expected,
                json -> ((ArrayNode) of(json, "urn:stayseal:status:1").get("prefixes")).add(prefix));
    }

    private void state(String name, String expected, String state, String since) {
        service(name, SEAL_SIGNER, expected, json -> {
            information(json).put("ServiceStatus", state);
            if (!since.isEmpty()) {
                information(json).put("StatusStartingTime", since);
            }
        });
    }

    private void revoked(String name, String expected, Consumer<ObjectNode> change) {
        service(name, SEAL_SIGNER, expected, json -> {
            information(json)
                    .put("ServiceStatus", "urn:stayseal:state:revoked")
                    .put("StatusStartingTime", "2026-11-22T12:00:00Z");
            ObjectNode why = object(revocation("keyCompromise"));
            change.accept(why);
            ((ArrayNode) information(json).get("ServiceInformationExtensions")).add(why);
        });
    }

    private void effect(String name, String expected, Consumer<ObjectNode> change) {
        service(name, SEAL_SIGNER, expected, json -> change.accept(of(json, "urn:stayseal:legal-effect:1")));
    }

    private void extension(String name, int service, String expected, String... extensions) {
        service(name, service, expected, json -> {
            for (String extension : extensions) {
                add(json, extension);
            }
        });
    }

    private void service(String name, int service, String expected, Consumer<ObjectNode> change) {
        ObjectNode root = object(list);
        change.accept((ObjectNode) root.at("/LoTE/TrustedEntitiesList/0/TrustedEntityServices/" + service));
        cases.put("list-with-" + name, new NoticeCases.Changed(root.toString(), expected));
    }

    private static void add(ObjectNode service, String extension) {
        ((ArrayNode) information(service).get("ServiceInformationExtensions")).add(object(extension));
    }

    private static ObjectNode information(ObjectNode service) {
        return (ObjectNode) service.get("ServiceInformation");
    }

    private static ObjectNode of(ObjectNode service, String type) {
        for (var extension : information(service).get("ServiceInformationExtensions")) {
            if (extension.get("type").stringValue().equals(type)) {
                return (ObjectNode) extension;
            }
        }
        throw new IllegalStateException("the list has no extension " + type + " here");
    }

    private static String effect(String notification, String territory) {
        return "{\"type\":\"urn:stayseal:legal-effect:1\",\"critical\":false,\"notification\":\"" + notification
                + "\",\"territory\":[" + territory + "],\"onlyWithPassport\":true}";
    }

    private static String revocation(String cause) {
        return "{\"type\":\"urn:stayseal:revocation:1\",\"critical\":false,\"cause\":\"" + cause
                + "\",\"compromisedSince\":\"2026-11-22T11:00:00Z\"}";
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }
}
