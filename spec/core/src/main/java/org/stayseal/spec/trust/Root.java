package org.stayseal.spec.trust;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stayseal.spec.FormatException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A root: the keys of all roles and how many of each it takes (TRUST-30).
 *
 * @param head sequence grows by exactly one with each root
 * @param roles every role
 */
public record Root(Head head, Map<Role, RoleKeys> roles) {

    private static final String RULE = "TRUST-30";
    private static final String TYPE = "root";
    private static final int MAX_KEYS = 64;

    /** Refuses a root without a role, with a root key in another role, or in production with fewer than two root keys needed. */
    public Root {
        roles = Map.copyOf(roles);
        if (roles.size() != Role.values().length) {
            throw new IllegalArgumentException("a root names every role");
        }
        if (rootKeyElsewhere(roles)) {
            throw new IllegalArgumentException("a key of the role root is in no other role");
        }
        if (head.environment() == Environment.PRODUCTION
                && keys(roles, Role.ROOT).threshold() < 2) {
            throw new IllegalArgumentException("a production root needs at least two of its keys");
        }
    }

    /** The keys of a role. */
    public RoleKeys role(Role role) {
        return keys(roles, role);
    }

    /**
     * Reads a root and checks that its own role {@code root} accepts it (first half of TRUST-31).
     *
     * @throws FormatException for any other form, or too few signatures
     */
    public static Root read(SignedDocument document) throws FormatException {
        if (document.kind() != DocumentKind.ROOT) {
            throw new IllegalArgumentException("not a root");
        }
        JsonObject json = StrictJson.object(document.payload(), DocumentKind.ROOT.maxBytes());
        Root root = readPayload(json);
        document.requireAcceptedBy(root.role(Role.ROOT));
        return root;
    }

    /**
     * Reads the root that follows this one (TRUST-31): accepted by itself and by this one, numbered one higher, of the same country and environment.
     *
     * @throws FormatException if it does not follow
     */
    public Root next(SignedDocument document) throws FormatException {
        Root next = read(document);
        document.requireAcceptedBy(role(Role.ROOT));
        if (next.head.sequence() != head.sequence() + 1 || next.head.issued().isBefore(head.issued())) {
            throw FormatException.wrongFormat(
                    "TRUST-31", "the root's number or time does not follow the one before it");
        }
        if (!next.head.country().equals(head.country()) || next.head.environment() != head.environment()) {
            throw FormatException.wrongFormat("TRUST-21", "country or environment changes from one root to the next");
        }
        return next;
    }

    private static Root readPayload(JsonObject json) throws FormatException {
        Head head = Head.read(json, TYPE);
        JsonObject keysJson = json.object("keys", RULE);
        List<String> kids = keysJson.names();
        if (kids.isEmpty() || kids.size() > MAX_KEYS) {
            throw FormatException.wrongFormat(RULE, "a root has 1 to " + MAX_KEYS + " keys");
        }
        Map<String, TrustKey> keys = new HashMap<>();
        for (String kid : kids) {
            TrustKey key = TrustKey.read(keysJson.object(kid, RULE));
            if (!key.kid().equals(kid)) {
                throw FormatException.wrongFormat("TRUST-15", "a key is not listed under its thumbprint");
            }
            keys.put(kid, key);
        }
        Map<Role, RoleKeys> roles = readRoles(json.object("roles", RULE), keys);
        if (head.environment() == Environment.PRODUCTION
                && keys(roles, Role.ROOT).threshold() < 2) {
            throw FormatException.wrongFormat(RULE, "a production root needs at least two of its keys");
        }
        return new Root(head, roles);
    }

    private static Map<Role, RoleKeys> readRoles(JsonObject json, Map<String, TrustKey> keys) throws FormatException {
        json.exactly(RULE, "root", "trust-list", "snapshot", "log");
        Map<Role, RoleKeys> roles = new EnumMap<>(Role.class);
        Set<String> used = new HashSet<>();
        for (Role role : Role.values()) {
            JsonObject roleJson = json.object(role.word(), RULE).exactly(RULE, "threshold", "keys");
            List<TrustKey> ofRole = new ArrayList<>();
            for (String kid : roleJson.texts("keys", 1, RoleKeys.MAX_KEYS, RULE)) {
                TrustKey key = keys.get(kid);
                if (key == null) {
                    throw FormatException.wrongFormat(RULE, "a role names a key that the root does not hold");
                }
                used.add(kid);
                ofRole.add(key);
            }
            long threshold = roleJson.number("threshold");
            if (threshold < 1 || threshold > ofRole.size()) {
                throw FormatException.wrongFormat(RULE, "threshold of " + role.word() + " is not from 1 to its keys");
            }
            roles.put(role, new RoleKeys((int) threshold, ofRole));
        }
        if (used.size() != keys.size() || rootKeyElsewhere(roles)) {
            throw FormatException.wrongFormat(RULE, "a key is of no role, or a root key is of another role too");
        }
        return roles;
    }

    private static boolean rootKeyElsewhere(Map<Role, RoleKeys> roles) {
        List<TrustKey> rootKeys = keys(roles, Role.ROOT).keys();
        return roles.entrySet().stream()
                .filter(e -> e.getKey() != Role.ROOT)
                .anyMatch(e -> e.getValue().keys().stream().anyMatch(rootKeys::contains));
    }

    private static RoleKeys keys(Map<Role, RoleKeys> roles, Role role) {
        RoleKeys keys = roles.get(role);
        if (keys == null) {
            throw new IllegalArgumentException("a root names every role");
        }
        return keys;
    }

    /** The payload to sign. */
    public byte[] payload() {
        ObjectNode json = head.write(TYPE);
        Map<String, TrustKey> all = new TreeMap<>();
        roles.values().forEach(role -> role.keys().forEach(key -> all.put(key.kid(), key)));
        ObjectNode keysJson = json.putObject("keys");
        all.forEach((kid, key) -> TrustListWriter.putJwk(keysJson.putObject(kid), key));
        ObjectNode rolesJson = json.putObject("roles");
        for (Role role : Role.values()) {
            ObjectNode roleJson = rolesJson.putObject(role.word());
            roleJson.put("threshold", role(role).threshold());
            ArrayNode kids = roleJson.putArray("keys");
            role(role).keys().forEach(key -> kids.add(key.kid()));
        }
        return StrictJson.MAPPER.writeValueAsBytes(json);
    }
}
