package org.stayseal.trust.reader;

/** Why a snapshot was not taken (TRUST-71, TRUST-72, TRUST-76). */
public enum Refusal {
    /** Complete perhaps, but not under the root that this reader was given. */
    UNKNOWN_ROOT,
    /** Damaged: a form, a signature or a digest does not hold. */
    CORRUPT,
    /** Put together from two snapshots: a good document that the manifest does not speak of, or the reverse. */
    MIXED,
    /** Over: its manifest, trust list or root ended before now. */
    EXPIRED,
    /** Older than what this reader already has. */
    OLDER,
    /** The same number with another content, another chain of roots, or a revoked key that is no longer shown as revoked. */
    CONFLICT,
    /** It needs a newer version of this software. */
    UNSUPPORTED,
    /** It could not be fetched. */
    UNREACHABLE
}
