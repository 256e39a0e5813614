package org.stayseal.spec.verify;

import java.time.Instant;
import java.util.Optional;

/**
 * What there is to judge by.
 *
 * @param kind whether the list is under the pinned root
 * @param list the list, if there is one; under an unknown root it is only named, and gives nothing
 * @param problem why there is none, or none that counts, in English
 * @param neighbour from whose list the signers of the permit's country were taken, if they are a neighbour's (VER-85)
 */
public record TrustKnowledge(
        Kind kind, Optional<ListAtHand> list, Optional<String> problem, Optional<NeighbourAtHand> neighbour) {

    /** How the list at hand relates to the root that this verifier was given. */
    public enum Kind {
        /** There is a list, under the pinned root. */
        PINNED,
        /** There is a list, under another root. */
        UNKNOWN_ROOT,
        /** There is none. */
        NO_LIST
    }

    /**
     * One trust list.
     *
     * @param rootFingerprint SHA-256 of the pinned root document's payload, 64 lower-case hex digits
     * @param country three letters as in the MRZ
     * @param demo whether the list says of itself that it is a demo
     * @param sequence its number; a higher one is newer
     * @param issued when it was made
     * @param nextUpdate until when it counts as fresh
     */
    public record ListAtHand(
            String rootFingerprint, String country, boolean demo, long sequence, Instant issued, Instant nextUpdate) {}

    /**
     * What was adopted of a neighbour's list.
     *
     * @param country three letters as in the MRZ
     * @param sequence number of its trust list
     * @param issued when that was made
     * @param nextUpdate until when it counts as fresh
     * @param withdrawn whether nothing of it is believed any more
     */
    public record NeighbourAtHand(
            String country, long sequence, Instant issued, Instant nextUpdate, boolean withdrawn) {}

    public TrustKnowledge {
        if ((kind == Kind.PINNED) && list.isEmpty()) {
            throw new IllegalArgumentException("a list under the pinned root must be there");
        }
    }

    /** Nothing at all, and why. */
    public static TrustKnowledge none(String problem) {
        return new TrustKnowledge(Kind.NO_LIST, Optional.empty(), Optional.of(problem), Optional.empty());
    }

    /** A list under the root that was given. */
    public static TrustKnowledge pinned(ListAtHand list) {
        return new TrustKnowledge(Kind.PINNED, Optional.of(list), Optional.empty(), Optional.empty());
    }

    /**
     * A list under another root.
     *
     * @param claimed what it says of itself: only named, never believed
     */
    public static TrustKnowledge unknownRoot(Optional<ListAtHand> claimed, String problem) {
        return new TrustKnowledge(Kind.UNKNOWN_ROOT, claimed, Optional.of(problem), Optional.empty());
    }

    /** The same, for permits of this neighbour. */
    TrustKnowledge by(NeighbourAtHand adopted) {
        return new TrustKnowledge(kind, list, problem, Optional.of(adopted));
    }
}
