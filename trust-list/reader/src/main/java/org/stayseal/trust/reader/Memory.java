package org.stayseal.trust.reader;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.trust.Fingerprint;

/**
 * What a reader remembers of what it accepted, so that nothing older is accepted later (TRUST-72).
 *
 * @param roots fingerprints of the chain by number, from the pinned to the newest
 * @param trustList number and digest
 * @param manifest number and digest
 * @param sealRevocations number and digest, if there was one
 * @param neighbourSeals number and digest of the seal revocation lists of neighbours, by country (TRUST-226)
 * @param statusLists {@code iat} by URI
 * @param revoked certificates and keys shown as revoked, by digest or thumbprint (TRUST-46); of a neighbour's, {@code @} and the fingerprint of its root after it (TRUST-229)
 * @param log of the issued log (TRUST-190)
 * @param signers thumbprints of the keys that were counted for a document, by {@link #TRUST_LIST}, {@link #MANIFEST}, {@link #SEAL_REVOCATIONS}, {@link LogMemory} or status URI
 *     (TRUST-210); none where an earlier version of this software wrote the memory
 * @param lowerBounds moments before which a document of that name must not have been issued, though none is remembered (TRUST-287); a neighbour's with
 *     {@code @} and the fingerprint of its root after it
 */
public record Memory(
        Map<Long, Fingerprint> roots,
        Numbered trustList,
        Numbered manifest,
        Optional<Numbered> sealRevocations,
        Map<String, Numbered> neighbourSeals,
        Map<String, Instant> statusLists,
        Set<String> revoked,
        LogMemory log,
        Map<String, Set<String>> signers,
        Map<String, Instant> lowerBounds) {

    static final String TRUST_LIST = "trust-list";
    static final String MANIFEST = "manifest";
    static final String SEAL_REVOCATIONS = "seal-revocations";

    /** As which document the seal revocation list of a neighbour is remembered. */
    static String sealsOf(String country) {
        return SEAL_REVOCATIONS + "-" + country;
    }

    /** A number and the digest of the payload that bore it. */
    public record Numbered(long sequence, Fingerprint digest) {}

    /** Keeps its own collections. */
    public Memory {
        roots = Map.copyOf(roots);
        neighbourSeals = Map.copyOf(neighbourSeals);
        statusLists = Map.copyOf(statusLists);
        revoked = Set.copyOf(revoked);
        lowerBounds = Map.copyOf(lowerBounds);
        signers = signers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("a memory has a root");
        }
    }

    /** Keys that were counted for a document; none if that was not written down. */
    Set<String> signersOf(String document) {
        return signers.getOrDefault(document, Set.of());
    }

    /** Number of the newest root. */
    public long newestRoot() {
        return roots.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
    }
}
