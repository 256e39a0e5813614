package org.stayseal.operator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.SecondKey;
import org.stayseal.spec.trust.SecondKeys;
import org.stayseal.spec.trust.TrustKey;
import picocli.CommandLine.Option;

/** The keys of a root: what their holders handed in. */
final class RootOptions {

    @Option(
            names = "--root-key",
            paramLabel = "FILE",
            description = "a public root key, JWK or PEM; once for each person")
    private List<Path> rootKeys = new ArrayList<>();

    @Option(
            names = "--threshold",
            paramLabel = "K",
            description = "how many of the root keys it takes (default: more than half)")
    private int threshold;

    @Option(
            names = "--list-key",
            paramLabel = "FILE",
            description = "a public key that signs trust lists; may be repeated")
    private List<Path> listKeys = new ArrayList<>();

    @Option(
            names = "--snapshot-key",
            paramLabel = "FILE",
            description = "a public key that signs manifests; may be repeated")
    private List<Path> snapshotKeys = new ArrayList<>();

    @Option(
            names = "--log-key",
            paramLabel = "FILE",
            description = "a public key that signs tree heads and kept logs; may be repeated")
    private List<Path> logKeys = new ArrayList<>();

    @Option(
            names = "--second-root-key",
            paramLabel = "FILE",
            description =
                    "a second root key (ML-DSA-65), as JWK; once for each person; as many of them as of the others sign")
    private List<Path> secondKeys = new ArrayList<>();

    @Option(names = "--years", paramLabel = "N", description = "how long the root counts (default: ${DEFAULT-VALUE})")
    int years = 5;

    /** Whose keys they are, by the names of the files. */
    Holders holders() throws CommandFailed {
        List<Path> files = new ArrayList<>(rootKeys);
        files.addAll(secondKeys);
        return Holders.of(files);
    }

    /** All roles, of which those that nothing was given for stay as they were. */
    Map<Role, RoleKeys> roles(Map<Role, RoleKeys> before) throws CommandFailed {
        Map<Role, RoleKeys> roles = new EnumMap<>(Role.class);
        roles.putAll(before);
        put(roles, Role.ROOT, rootKeys, threshold);
        put(roles, Role.TRUST_LIST, listKeys, 1);
        put(roles, Role.SNAPSHOT, snapshotKeys, 1);
        put(roles, Role.LOG, logKeys, 1);
        RoleKeys root = roles.get(Role.ROOT);
        if (!secondKeys.isEmpty() && root != null) {
            List<SecondKey> keys = new ArrayList<>();
            for (Path file : secondKeys) {
                keys.add(PublicKeyFile.second(file));
            }
            roles.put(Role.ROOT, root.with(new SecondKeys(Math.min(root.threshold(), keys.size()), keys)));
        }
        for (Role role : Role.values()) {
            if (!roles.containsKey(role)) {
                throw new CommandFailed(
                        Exit.USAGE,
                        "the role " + role.word() + " has no key",
                        "give a public key for each role; see --help");
            }
        }
        return roles;
    }

    private static void put(Map<Role, RoleKeys> roles, Role role, List<Path> files, int threshold)
            throws CommandFailed {
        RoleKeys before = roles.get(role);
        if (files.isEmpty()) {
            if (threshold > 0 && before != null && role == Role.ROOT) {
                roles.put(role, new RoleKeys(threshold, before.keys(), before.second()));
            }
            return;
        }
        List<TrustKey> keys = new ArrayList<>();
        for (Path file : files) {
            keys.add(PublicKeyFile.key(file));
        }
        int enough = threshold > 0 ? threshold : keys.size() / 2 + 1;
        roles.put(
                role,
                before != null && before.second().isPresent()
                        ? new RoleKeys(enough, keys, before.second())
                        : new RoleKeys(enough, keys));
    }
}
