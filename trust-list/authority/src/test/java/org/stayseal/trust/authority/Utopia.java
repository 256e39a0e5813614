package org.stayseal.trust.authority;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.stayseal.spec.trust.SealRevocations;

/** What the tests of authority and reader start from: Utopia's test keys, at a fixed moment. */
final class Utopia {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final AuthorityProfile PROFILE = AuthorityProfile.utopia(URI.create("http://localhost:8080"));
    static final String REVOKED_SEAL = "0d5a3c1f9be7264490c2b1a7de03f5a8";
    static final BigInteger SEAL_SERIAL = BigInteger.valueOf(0x10);

    private Utopia() {}

    static VectorAuthority authority() {
        return VectorAuthority.of(keys(), PROFILE, NOW);
    }

    static VectorAuthority stranger() {
        return VectorAuthority.stranger(PROFILE, NOW);
    }

    /** One shard in which index 5 is revoked and 6 suspended, and one revoked seal. */
    static PublicationInput input() {
        return new PublicationInput(
                List.of(new PublicationInput.StatusShard(0, 1 << 20, Map.of(5, 1, 6, 2))),
                Map.of(REVOKED_SEAL, new SealRevocations.Entry(1, Instant.parse("2026-11-22T11:00:00Z"))));
    }

    static Path keys() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path keys = at.resolve("spec/vectors/keys");
            if (Files.isDirectory(keys)) {
                return keys;
            }
        }
        throw new AssertionError("spec/vectors/keys not found above the working folder");
    }
}
