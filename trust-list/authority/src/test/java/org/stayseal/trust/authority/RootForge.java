package org.stayseal.trust.authority;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustKey;

/** Roots of any keys and thresholds, signed by any of the published test keys, the same each time. */
final class RootForge {

    /** When the hierarchy's own root was made. */
    static final Instant FIRST = Utopia.NOW.truncatedTo(java.time.temporal.ChronoUnit.DAYS);

    private final Map<Role, RoleKeys> roles = new EnumMap<>(Role.class);

    /** Two of three root keys and one key for each other role, as in the hierarchy. */
    RootForge() {
        role(Role.ROOT, 2, "root-1", "root-2", "root-3");
        role(Role.TRUST_LIST, 1, "trust-list");
        role(Role.SNAPSHOT, 1, "snapshot");
        role(Role.LOG, 1, "log");
    }

    RootForge role(Role role, int threshold, String... keys) {
        roles.put(
                role,
                new RoleKeys(
                        threshold, Arrays.stream(keys).map(RootForge::trustKey).toList()));
        return this;
    }

    Root root(long sequence, Instant issued, Duration term) {
        return new Root(new Head("UTO", Environment.DEMO, sequence, issued, issued.plus(term)), roles);
    }

    /** Five years from {@code issued}. */
    byte[] signed(long sequence, Instant issued, String... signers) {
        return signed(sequence, issued, UnaryOperator.identity(), signers);
    }

    byte[] signed(long sequence, Instant issued, UnaryOperator<String> change, String... signers) {
        String payload =
                new String(root(sequence, issued, Duration.ofDays(1826)).payload(), StandardCharsets.UTF_8);
        byte[] changed = change.apply(payload).getBytes(StandardCharsets.UTF_8);
        return SignedDocument.write(DocumentKind.ROOT, changed, signers(signers));
    }

    static List<Signer> signers(String... keys) {
        return Arrays.stream(keys).map(RootForge::signer).toList();
    }

    static Signer signer(String key) {
        AuthorityKey pair = PublishedKeys.read(Utopia.keys(), key);
        return pair.signer(new CertificateMaker(Utopia.PROFILE, FIRST).roleHolder(pair, KeyName.LOG));
    }

    static TrustKey trustKey(String key) {
        return TrustKey.of(PublishedKeys.read(Utopia.keys(), key).publicKey());
    }
}
