package org.stayseal.spec.trust;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.stayseal.spec.FormatException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The members {@code keys} and {@code roles} of a root, and those of its {@code second}, which have the same form (TRUST-30, TRUST-34). */
final class RootRoles {

    private static final int MAX_KEYS = 64;

    private RootRoles() {}

    /** A role as it was read. */
    record Named<K>(int threshold, List<K> keys) {}

    @FunctionalInterface
    private interface KeyReader<K> {
        K read(JsonObject json) throws FormatException;
    }

    static Map<Role, Named<TrustKey>> readKeys(JsonObject root) throws FormatException {
        JsonObject roles = root.object("roles", "TRUST-30");
        roles.exactly("TRUST-30", "root", "trust-list", "snapshot", "log");
        return read("TRUST-30", root.object("keys", "TRUST-30"), roles, TrustKey::read, TrustKey::kid);
    }

    /** Only the roles that have second keys; none where the root has none. */
    static Map<Role, Named<SecondKey>> readSecondKeys(JsonObject root) throws FormatException {
        if (!root.has("second")) {
            return Map.of();
        }
        JsonObject second = root.object("second", "TRUST-34").exactly("TRUST-34", "keys", "roles");
        JsonObject roles = second.object("roles", "TRUST-34");
        if (roles.names().isEmpty()) {
            throw FormatException.wrongFormat("TRUST-34", "second keys of no role");
        }
        return read("TRUST-34", second.object("keys", "TRUST-34"), roles, SecondKey::read, SecondKey::kid);
    }

    private static <K> Map<Role, Named<K>> read(
            String rule, JsonObject keysJson, JsonObject rolesJson, KeyReader<K> reader, Function<K, String> kidOf)
            throws FormatException {
        List<String> kids = keysJson.names();
        if (kids.isEmpty() || kids.size() > MAX_KEYS) {
            throw FormatException.wrongFormat(rule, "a root has 1 to " + MAX_KEYS + " keys");
        }
        Map<String, K> keys = new HashMap<>();
        for (String kid : kids) {
            K key = reader.read(keysJson.object(kid, rule));
            if (!kidOf.apply(key).equals(kid)) {
                throw FormatException.wrongFormat(
                        rule.equals("TRUST-30") ? "TRUST-15" : "TRUST-16", "a key is not listed under its thumbprint");
            }
            keys.put(kid, key);
        }
        Map<Role, Named<K>> roles = new EnumMap<>(Role.class);
        Map<Role, List<String>> names = new EnumMap<>(Role.class);
        for (String word : rolesJson.names()) {
            Role role = Role.of(word).orElseThrow(() -> FormatException.wrongFormat(rule, "a role that there is not"));
            JsonObject roleJson = rolesJson.object(word, rule).exactly(rule, "threshold", "keys");
            List<String> named = roleJson.texts("keys", 1, RoleKeys.MAX_KEYS, rule);
            if (!keys.keySet().containsAll(named)) {
                throw FormatException.wrongFormat(rule, "a role names a key that the root does not hold");
            }
            long threshold = roleJson.number("threshold");
            if (threshold < 1 || threshold > named.size()) {
                throw FormatException.wrongFormat(rule, "threshold of " + word + " is not from 1 to its keys");
            }
            names.put(role, named);
            List<K> ofRole = new ArrayList<>();
            named.forEach(kid -> ofRole.add(keys.get(kid)));
            roles.put(role, new Named<>((int) threshold, ofRole));
        }
        Set<String> used = new HashSet<>();
        names.values().forEach(used::addAll);
        if (used.size() != keys.size() || rootKeyElsewhere(names)) {
            throw FormatException.wrongFormat(rule, "a key is of no role, or a root key is of another role too");
        }
        return roles;
    }

    /** Whether a key of the role root is of another one too. */
    static boolean rootKeyElsewhere(Map<Role, List<String>> names) {
        List<String> ofRoot = names.getOrDefault(Role.ROOT, List.of());
        return names.entrySet().stream()
                .filter(entry -> entry.getKey() != Role.ROOT)
                .anyMatch(entry -> entry.getValue().stream().anyMatch(ofRoot::contains));
    }

    static Map<Role, List<String>> names(Map<Role, RoleKeys> roles) {
        Map<Role, List<String>> names = new EnumMap<>(Role.class);
        roles.forEach((role, keys) ->
                names.put(role, keys.keys().stream().map(TrustKey::kid).toList()));
        return names;
    }

    static Map<Role, List<String>> secondNames(Map<Role, RoleKeys> roles) {
        Map<Role, List<String>> names = new EnumMap<>(Role.class);
        roles.forEach((role, keys) -> keys.second()
                .ifPresent(second -> names.put(
                        role, second.keys().stream().map(SecondKey::kid).toList())));
        return names;
    }

    static void write(ObjectNode root, Map<Role, RoleKeys> roles) {
        Map<Role, Named<TrustKey>> first = new EnumMap<>(Role.class);
        Map<Role, Named<SecondKey>> second = new EnumMap<>(Role.class);
        roles.forEach((role, keys) -> {
            first.put(role, new Named<>(keys.threshold(), keys.keys()));
            keys.second().ifPresent(set -> second.put(role, new Named<>(set.threshold(), set.keys())));
        });
        write(root, first, TrustKey::kid, TrustListWriter::putJwk);
        if (!second.isEmpty()) {
            write(root.putObject("second"), second, SecondKey::kid, (json, key) -> key.write(json));
        }
    }

    private static <K> void write(
            ObjectNode json, Map<Role, Named<K>> roles, Function<K, String> kidOf, BiConsumer<ObjectNode, K> jwk) {
        Map<String, K> all = new TreeMap<>();
        roles.values().forEach(role -> role.keys().forEach(key -> all.put(kidOf.apply(key), key)));
        ObjectNode keysJson = json.putObject("keys");
        all.forEach((kid, key) -> jwk.accept(keysJson.putObject(kid), key));
        ObjectNode rolesJson = json.putObject("roles");
        roles.forEach((role, keys) -> {
            ObjectNode roleJson = rolesJson.putObject(role.word());
            roleJson.put("threshold", keys.threshold());
            ArrayNode kids = roleJson.putArray("keys");
            keys.keys().forEach(key -> kids.add(kidOf.apply(key)));
        });
    }
}
