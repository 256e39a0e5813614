package org.stayseal.trust.reader;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.trust.Fingerprint;

/**
 * What a reader remembers of what it accepted, so that nothing older is accepted later (TRUST-72).
 *
 * @param roots fingerprints of the chain by number, from the pinned to the newest
 * @param trustList number and digest
 * @param manifest number and digest
 * @param sealRevocations number and digest, if there was one
 * @param statusLists {@code iat} by URI
 * @param revoked certificates and keys shown as revoked, by digest or thumbprint (TRUST-46)
 */
public record Memory(
        Map<Long, Fingerprint> roots,
        Numbered trustList,
        Numbered manifest,
        Optional<Numbered> sealRevocations,
        Map<String, Instant> statusLists,
        Set<String> revoked) {

    /** A number and the digest of the payload that bore it. */
    public record Numbered(long sequence, Fingerprint digest) {}

    /** Keeps its own collections. */
    public Memory {
        roots = Map.copyOf(roots);
        statusLists = Map.copyOf(statusLists);
        revoked = Set.copyOf(revoked);
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("a memory has a root");
        }
    }

    /** Number of the newest root. */
    public long newestRoot() {
        return roots.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
    }
}
