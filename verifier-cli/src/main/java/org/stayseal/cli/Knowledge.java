package org.stayseal.cli;

import java.util.Optional;
import org.stayseal.spec.verify.StatusSource;
import org.stayseal.spec.verify.TrustKnowledge;
import org.stayseal.spec.verify.TrustSource;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotResult;

/** The two sources that a verification asks, whatever they come from. */
record Knowledge(TrustSource trust, StatusSource status) {

    static Knowledge none(String problem) {
        return new Knowledge(TrustSource.none(problem), StatusSource.none());
    }

    static Knowledge unknownRoot(String problem) {
        return refused(TrustKnowledge.unknownRoot(Optional.empty(), problem));
    }

    /** A snapshot that was refused gives nothing but its reason. */
    static Knowledge of(SnapshotResult result) {
        if (result instanceof SnapshotResult.Refused refused) {
            return refused(refused.knowledge());
        }
        Snapshot snapshot = result.taken().orElseThrow();
        return new Knowledge(snapshot.trustSource(), snapshot.statusSource());
    }

    private static Knowledge refused(TrustKnowledge knowledge) {
        return new Knowledge(TrustSource.without(knowledge), StatusSource.none());
    }
}
