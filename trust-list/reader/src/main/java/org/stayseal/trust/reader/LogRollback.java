package org.stayseal.trust.reader;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.trust.KeptLog;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.Service;

/** Is what a snapshot says of the issued log older than what is kept, or at odds with it (TRUST-190)? */
final class LogRollback {

    private final Memory kept;
    private final Snapshot snapshot;
    private final LogMemory offered;
    private final ReplacedKeys replaced;
    private final LowerBounds bounds;

    LogRollback(Memory kept, Snapshot snapshot, ReplacedKeys replaced, LowerBounds bounds) {
        this.kept = kept;
        this.snapshot = snapshot;
        this.offered = snapshot.memory().log();
        this.replaced = replaced;
        this.bounds = bounds;
    }

    /**
     * @return what to remember of it once the snapshot is kept
     * @throws RefusedException if it must not replace what is kept
     */
    LogMemory judge() throws RefusedException {
        if (kept.log().treeHead().isPresent()) {
            refuseTree(kept.log().treeHead().get());
        }
        Map<String, LogMemory.Kept> next = new HashMap<>();
        for (Map.Entry<String, LogMemory.Kept> log : kept.log().kept().entrySet()) {
            Optional<Instant> voidSince = replaced.since(Role.LOG, LogMemory.keptLog(log.getKey()));
            refuseKept(log.getKey(), log.getValue(), voidSince);
            if (voidSince.isEmpty()) {
                next.put(log.getKey(), log.getValue());
            }
        }
        next.putAll(offered.kept());
        return new LogMemory(offered.treeHead(), next);
    }

    /** Whose signers stay remembered: those of a kept log that the snapshot lacks. */
    Set<String> documents(LogMemory next) {
        Set<String> names = new HashSet<>();
        next.kept().keySet().forEach(signer -> names.add(LogMemory.keptLog(signer)));
        return names;
    }

    private void refuseTree(LogMemory.Tree before) throws RefusedException {
        Optional<Instant> voidSince = replaced.since(Role.LOG, LogMemory.TREE_HEAD);
        if (offered.treeHead().isEmpty() || snapshot.treeHead().isEmpty()) {
            if (voidSince.isEmpty()) {
                throw new RefusedException(Refusal.OLDER, "it has no head of the issued log, one is kept (TRUST-190)");
            }
            bounds.leftOut(LogMemory.TREE_HEAD, Optional.empty(), voidSince.get());
            return;
        }
        LogMemory.Tree now = offered.treeHead().get();
        Instant issued = snapshot.treeHead().get().head().issued();
        Rollback.refuseDocument("head of the issued log", before.number(), now.number(), issued, voidSince);
        boolean another = now.size() < before.size()
                || now.size() == before.size() && !now.rootHash().equals(before.rootHash());
        if (voidSince.isEmpty() && another) {
            throw new RefusedException(
                    Refusal.CONFLICT, "its issued log does not begin with the one that is kept (TRUST-190)");
        }
    }

    private void refuseKept(String signer, LogMemory.Kept before, Optional<Instant> voidSince) throws RefusedException {
        LogMemory.Kept now = offered.kept().get(signer);
        KeptLogFile file = snapshot.keptLogs().get(signer);
        if (now == null || file == null) {
            if (voidSince.isEmpty() && isRevoked(signer)) {
                throw new RefusedException(
                        Refusal.OLDER, "it lacks the log kept for a revoked signer, which is kept here (TRUST-190)");
            }
            voidSince.ifPresent(moment -> bounds.leftOut(LogMemory.keptLog(signer), Optional.empty(), moment));
            return;
        }
        Rollback.refuseDocument(
                "log kept for a revoked signer",
                before.number(),
                now.number(),
                file.log().head().issued(),
                voidSince);
        if (voidSince.isEmpty() && (now.before().isAfter(before.before()) || now.count() > before.count())) {
            throw new RefusedException(
                    Refusal.CONFLICT, "its log of a revoked signer holds more than the one that is kept (TRUST-190)");
        }
    }

    private boolean isRevoked(String signer) {
        return snapshot.trustList()
                .services(Service.PermitSigner.class)
                .filter(service -> KeptLog.signerOf(service.certificate()).equals(signer))
                .anyMatch(service -> service.states().now() == KeyState.REVOKED);
    }
}
