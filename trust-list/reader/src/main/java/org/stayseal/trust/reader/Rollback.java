package org.stayseal.trust.reader;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.stayseal.spec.trust.TrustList;

/** Is a snapshot older than what is kept, or at odds with it (TRUST-72, STATUS-33)? One method for each document. */
final class Rollback {

    private final Memory kept;
    private final Memory offered;

    private Rollback(Memory kept, Memory offered) {
        this.kept = kept;
        this.offered = offered;
    }

    static void refuse(Memory kept, Snapshot offered) throws RefusedException {
        Rollback rollback = new Rollback(kept, offered.memory());
        rollback.refuseRoots();
        rollback.refuseDocument("trust list", kept.trustList(), offered.memory().trustList());
        rollback.refuseDocument("manifest", kept.manifest(), offered.memory().manifest());
        rollback.refuseSealRevocations();
        rollback.refuseStatusLists(offered.trustList());
        rollback.refuseReinstatedKeys();
    }

    private void refuseRoots() throws RefusedException {
        long newest = kept.newestRoot();
        if (offered.newestRoot() < newest) {
            throw new RefusedException(
                    Refusal.OLDER, "its newest root is " + offered.newestRoot() + ", root " + newest + " is kept");
        }
        if (!Objects.equals(offered.roots().get(newest), kept.roots().get(newest))) {
            throw new RefusedException(Refusal.CONFLICT, "it does not hold the root " + newest + " that is kept");
        }
    }

    private void refuseDocument(String what, Memory.Numbered before, Memory.Numbered now) throws RefusedException {
        if (now.sequence() < before.sequence()) {
            throw new RefusedException(
                    Refusal.OLDER,
                    "its " + what + " is number " + now.sequence() + ", " + before.sequence() + " is kept");
        }
        if (now.sequence() == before.sequence() && !now.digest().equals(before.digest())) {
            throw new RefusedException(
                    Refusal.CONFLICT, "its " + what + " has the number of the one that is kept, and another content");
        }
    }

    private void refuseSealRevocations() throws RefusedException {
        if (kept.sealRevocations().isEmpty()) {
            return;
        }
        if (offered.sealRevocations().isEmpty()) {
            throw new RefusedException(Refusal.OLDER, "it has no seal revocation list, one is kept");
        }
        refuseDocument(
                "seal revocation list",
                kept.sealRevocations().get(),
                offered.sealRevocations().get());
    }

    private void refuseStatusLists(TrustList list) throws RefusedException {
        for (Map.Entry<String, Instant> before : kept.statusLists().entrySet()) {
            Instant now = offered.statusLists().get(before.getKey());
            if (now == null && !list.statusKeys(before.getKey()).isEmpty()) {
                throw new RefusedException(
                        Refusal.OLDER, "it lacks the status list " + before.getKey() + ", which is kept");
            }
            if (now != null && now.isBefore(before.getValue())) {
                throw new RefusedException(
                        Refusal.OLDER,
                        "its status list " + before.getKey() + " is of " + now + ", one of " + before.getValue()
                                + " is kept");
            }
        }
    }

    private void refuseReinstatedKeys() throws RefusedException {
        if (!offered.revoked().containsAll(kept.revoked())) {
            throw new RefusedException(
                    Refusal.CONFLICT, "a key that is kept as revoked is not shown as revoked any more (TRUST-46)");
        }
    }
}
