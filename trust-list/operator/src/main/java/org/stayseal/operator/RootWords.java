package org.stayseal.operator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.SecondKey;
import org.stayseal.spec.trust.SecondKeys;
import org.stayseal.spec.trust.TrustKey;

/** A root in full, each key that comes, stays or goes, and how many of them it takes. */
final class RootWords {

    private RootWords() {}

    /**
     * @param before the root that it follows; empty for the first, and where that is not known
     */
    static List<String> lines(Optional<Root> before, Root after, Holders holders) {
        List<String> lines = new ArrayList<>();
        ServiceWords.add(
                lines,
                "number",
                change(before.map(root -> root.head().sequence()), after.head().sequence()));
        ServiceWords.add(
                lines,
                "good until",
                change(
                        before.map(root -> root.head().nextUpdate()),
                        after.head().nextUpdate()));
        ServiceWords.add(
                lines,
                "of",
                after.head().country() + ", " + after.head().environment().word() + ", issued "
                        + after.head().issued());
        for (Role role : Role.values()) {
            Optional<RoleKeys> then = before.map(root -> root.role(role));
            RoleKeys now = after.role(role);
            keys(
                    lines,
                    role.word(),
                    then.map(keys -> of(keys.threshold(), keys.keys().size())),
                    of(now.threshold(), now.keys().size()),
                    then.map(RootWords::kids),
                    kids(now),
                    holders);
            if (now.second().isPresent() || then.flatMap(RoleKeys::second).isPresent()) {
                keys(
                        lines,
                        role.word() + ", second keys",
                        then.map(keys -> of(keys.second())),
                        of(now.second()),
                        then.map(RootWords::secondKids),
                        secondKids(now),
                        holders);
            }
        }
        return lines;
    }

    private static void keys(
            List<String> lines,
            String role,
            Optional<String> before,
            String after,
            Optional<List<String>> then,
            List<String> now,
            Holders holders) {
        lines.add("role " + role + ": " + change(before, after));
        Set<String> all = new HashSet<>(then.orElse(List.of()));
        for (String kid : now) {
            String word = then.isEmpty() ? "key   " : all.contains(kid) ? "stays " : "NEW   ";
            lines.add("  " + word + holders.whole(kid));
        }
        then.orElse(List.of()).stream()
                .filter(kid -> !now.contains(kid))
                .forEach(kid -> lines.add("  GOES  " + holders.whole(kid)));
    }

    private static String change(Optional<? extends Object> before, Object after) {
        return before.filter(then -> !then.equals(after))
                        .map(then -> then + " → ")
                        .orElse("")
                + after;
    }

    private static String of(int threshold, int size) {
        return threshold + " of " + size + " sign";
    }

    private static String of(Optional<SecondKeys> second) {
        return second.map(keys -> of(keys.threshold(), keys.keys().size())).orElse("none");
    }

    private static List<String> kids(RoleKeys keys) {
        return keys.keys().stream().map(TrustKey::kid).toList();
    }

    private static List<String> secondKids(RoleKeys keys) {
        return keys.second().stream()
                .flatMap(second -> second.keys().stream())
                .map(SecondKey::kid)
                .toList();
    }
}
