package org.stayseal.trust.reader;

import java.util.Optional;
import org.stayseal.spec.verify.TrustKnowledge;

/** What became of a snapshot that was opened or offered to a store. */
public sealed interface SnapshotResult {

    /** It is verified; with a store, it is now what the store holds. */
    record Taken(Snapshot snapshot) implements SnapshotResult {}

    /** The store holds the very same already. */
    record AlreadyThere(Snapshot snapshot) implements SnapshotResult {}

    /**
     * It was not taken, and nothing of it was kept.
     *
     * @param reason why
     * @param words why, in plain English, with the rule's number
     * @param claimed what its list says of itself, where that could be read: not believed, only named ({@code UNKNOWN_ROOT})
     */
    record Refused(Refusal reason, String words, Optional<TrustKnowledge.ListAtHand> claimed)
            implements SnapshotResult {

        /** What the verification is told: that there is nothing to judge by, or that it is under another root. */
        public TrustKnowledge knowledge() {
            return reason == Refusal.UNKNOWN_ROOT
                    ? TrustKnowledge.unknownRoot(claimed, words)
                    : TrustKnowledge.none("the snapshot was refused, " + reason + ": " + words);
        }
    }

    /** The snapshot, unless it was refused. */
    default Optional<Snapshot> taken() {
        if (this instanceof Taken t) {
            return Optional.of(t.snapshot());
        }
        return this instanceof AlreadyThere a ? Optional.of(a.snapshot()) : Optional.empty();
    }
}
