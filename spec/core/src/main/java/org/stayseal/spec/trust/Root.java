package org.stayseal.spec.trust;

import java.util.EnumMap;
import java.util.Map;
import org.stayseal.spec.FormatException;
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

    /** Refuses a root without a role, with a root key in another role, or in production with fewer than two root keys needed. */
    public Root {
        roles = Map.copyOf(roles);
        if (roles.size() != Role.values().length) {
            throw new IllegalArgumentException("a root names every role");
        }
        if (RootRoles.rootKeyElsewhere(RootRoles.names(roles))
                || RootRoles.rootKeyElsewhere(RootRoles.secondNames(roles))) {
            throw new IllegalArgumentException("a key of the role root is in no other role");
        }
        if (head.environment() == Environment.PRODUCTION && singleRootKey(roles)) {
            throw new IllegalArgumentException(
                    "a production root needs at least two of its keys, and of its second ones");
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
        Root root = ofPayload(document.payload());
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

    /**
     * Reads what is to be signed as a root, or was: whether anybody accepts it is another question.
     *
     * @throws FormatException for any other form
     */
    public static Root ofPayload(byte[] payload) throws FormatException {
        JsonObject json = StrictJson.object(payload, DocumentKind.ROOT.maxBytes());
        Head head = Head.read(json, TYPE);
        Map<Role, RoleKeys> roles = new EnumMap<>(Role.class);
        RootRoles.readKeys(json).forEach((role, keys) -> roles.put(role, new RoleKeys(keys.threshold(), keys.keys())));
        RootRoles.readSecondKeys(json)
                .forEach((role, second) ->
                        roles.put(role, keys(roles, role).with(new SecondKeys(second.threshold(), second.keys()))));
        if (head.environment() == Environment.PRODUCTION && singleRootKey(roles)) {
            throw FormatException.wrongFormat(
                    RULE, "a production root needs at least two of its keys, and of its second ones");
        }
        return new Root(head, roles);
    }

    private static boolean singleRootKey(Map<Role, RoleKeys> roles) {
        RoleKeys root = keys(roles, Role.ROOT);
        return root.threshold() < 2
                || root.second().filter(second -> second.threshold() < 2).isPresent();
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
        RootRoles.write(json, roles);
        return StrictJson.MAPPER.writeValueAsBytes(json);
    }
}
