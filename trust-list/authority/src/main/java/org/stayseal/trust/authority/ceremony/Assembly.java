package org.stayseal.trust.authority.ceremony;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.SecondKey;
import org.stayseal.spec.trust.SecondKeys;
import org.stayseal.spec.trust.TrustKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the parts of several people together (TRUST-249): who signed, who is still missing, and in the end the transcript. */
public final class Assembly {

    private static final String RULE = "TRUST-249";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final CeremonyFile file;
    private final Optional<Root> inForce;
    private final List<RoleKeys> roles;
    private final Map<String, CeremonyPart> parts = new LinkedHashMap<>();

    /**
     * @param file what all have to sign
     * @param inForce the root before it; empty for the first ceremony
     */
    public Assembly(CeremonyFile file, Optional<Root> inForce) throws CeremonyRefusedException {
        Optional<RootStep> step = file.ceremony().rootStep();
        if (inForce.isEmpty() && step.isEmpty()) {
            throw new CeremonyRefusedException("TRUST-250", "the first ceremony brings no root");
        }
        this.file = file;
        this.inForce = inForce;
        this.roles = new ArrayList<>();
        inForce.ifPresent(root -> roles.add(root.role(Role.ROOT)));
        step.ifPresent(next -> roles.add(next.root().role(Role.ROOT)));
    }

    /**
     * Adds a part.
     *
     * @throws CeremonyRefusedException for a part over other bytes, of a key that is no root key or has signed before, and for a signature that does not fit
     */
    public Assembly add(CeremonyPart part) throws CeremonyRefusedException {
        if (!part.file().digest().equals(file.digest())) {
            throw new CeremonyRefusedException(
                    RULE,
                    "the part of " + String.join(", ", part.kids()) + " is over another file ("
                            + part.file().digest() + ") than the one that was reviewed (" + file.digest()
                            + "); have it signed again");
        }
        for (String kid : part.kids()) {
            if (parts.containsKey(kid)) {
                throw new CeremonyRefusedException(RULE, "the key " + kid + " signed twice; leave one part out");
            }
            List<RoleKeys> its = roles.stream().filter(role -> has(role, kid)).toList();
            if (its.isEmpty()) {
                throw new CeremonyRefusedException(
                        RULE, "the key " + kid + " is no root key of this authority; leave that part out");
            }
            boolean fits = its.stream().allMatch(role -> fits(part, kid, role));
            if (!fits) {
                throw new CeremonyRefusedException(RULE, "the signature of the key " + kid + " does not fit");
            }
        }
        part.kids().forEach(kid -> parts.put(kid, part));
        return this;
    }

    private static boolean fits(CeremonyPart part, String kid, RoleKeys role) {
        return part.ceremony().isSignedBy(kid, role)
                && part.root().map(root -> root.isSignedBy(kid, role)).orElse(true);
    }

    private static boolean has(RoleKeys role, String kid) {
        return kids(role).contains(kid) || secondKids(role).contains(kid);
    }

    private static List<String> kids(RoleKeys role) {
        return role.keys().stream().map(TrustKey::kid).toList();
    }

    private static List<String> secondKids(RoleKeys role) {
        return role.second().stream()
                .flatMap(second -> second.keys().stream())
                .map(SecondKey::kid)
                .toList();
    }

    /** The keys that have signed, by their thumbprints. */
    public Set<String> signed() {
        return new LinkedHashSet<>(parts.keySet());
    }

    /** Who is missing, a line for each set of keys that has not yet signed enough; empty when it can be put together. */
    public List<String> missing() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            RoleKeys role = roles.get(i);
            String of = i == 0 && inForce.isPresent() ? "root in force" : "new root";
            line(lines, of, role.threshold(), kids(role));
            role.second()
                    .map(SecondKeys::threshold)
                    .ifPresent(threshold -> line(lines, of + ", second keys", threshold, secondKids(role)));
        }
        return lines;
    }

    private void line(List<String> lines, String of, int threshold, List<String> kids) {
        long good = kids.stream().filter(parts::containsKey).count();
        if (good < threshold) {
            lines.add(of + ": " + good + " of " + threshold + " signed; any " + (threshold - good) + " of "
                    + kids.stream().filter(kid -> !parts.containsKey(kid)).collect(Collectors.joining(", "))
                    + " still to sign");
        }
    }

    /**
     * The transcript.
     *
     * @throws CeremonyRefusedException while somebody is missing
     */
    public Transcript transcript() throws CeremonyRefusedException {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new CeremonyRefusedException(RULE, "below the threshold. " + String.join("; ", missing));
        }
        ObjectNode json = MAPPER.createObjectNode();
        json.set("ceremony", merged("ceremony"));
        if (file.ceremony().rootStep().isPresent()) {
            json.set("root", merged("root"));
        }
        try {
            return Transcript.accepted(CeremonyPart.read(MAPPER.writeValueAsBytes(json)), inForce);
        } catch (FormatException e) {
            throw new CeremonyRefusedException(e.rule(), "the parts cannot be put together: " + e.getMessage());
        }
    }

    /** The entries as they were received, each of them once. */
    private ObjectNode merged(String member) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode signatures = MAPPER.createArrayNode();
        for (CeremonyPart part : new LinkedHashSet<>(parts.values())) {
            JsonNode envelope = part.json().node().get(member);
            json.set("payload", envelope.get("payload"));
            envelope.get("signatures").forEach(signatures::add);
        }
        json.set("signatures", signatures);
        return json;
    }
}
