package org.stayseal.trust.reader;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.spec.trust.TrustList;

/**
 * Is a snapshot older than what is kept, or at odds with it (TRUST-72, STATUS-33)? One method for each document. What is remembered of a document whose keys
 * were replaced is void (TRUST-210 to TRUST-212).
 */
final class Rollback {

    private static final String NEIGHBOURS = "@";

    private final Memory kept;
    private final Snapshot snapshot;
    private final Memory offered;
    private final ReplacedKeys replaced;

    private Rollback(Memory kept, Snapshot snapshot) {
        this.kept = kept;
        this.snapshot = snapshot;
        this.offered = snapshot.memory();
        this.replaced = new ReplacedKeys(kept, snapshot);
    }

    /**
     * @return what to remember once the snapshot is kept: a status list whose address is no longer named stays remembered, since the address could come back
     * @throws RefusedException if it must not replace what is kept
     */
    static Memory judge(Memory kept, Snapshot offered) throws RefusedException {
        return new Rollback(kept, offered).judge();
    }

    private Memory judge() throws RefusedException {
        refuseRoots();
        Optional<Instant> listReplaced = replaced.since(Role.TRUST_LIST, Memory.TRUST_LIST);
        Head list = snapshot.trustList().head();
        refuseDocument("trust list", kept.trustList(), offered.trustList(), list.issued(), listReplaced);
        refuseDocument(
                "manifest",
                kept.manifest(),
                offered.manifest(),
                snapshot.manifest().head().issued(),
                replaced.since(Role.SNAPSHOT, Memory.MANIFEST));
        LowerBounds bounds = new LowerBounds(kept, snapshot, listReplaced);
        refuseSealRevocations(listReplaced, bounds);
        Map<String, Instant> issued = new HashMap<>();
        Map<String, Set<String>> signers = new HashMap<>();
        Map<String, Memory.Numbered> neighbourSeals = new HashMap<>();
        for (Map.Entry<String, Memory.Numbered> seals : kept.neighbourSeals().entrySet()) {
            if (!refuseNeighbourSeals(seals.getKey(), seals.getValue(), listReplaced, bounds)) {
                neighbourSeals.put(seals.getKey(), seals.getValue());
                signers.put(Memory.sealsOf(seals.getKey()), kept.signersOf(Memory.sealsOf(seals.getKey())));
            }
        }
        for (String uri : kept.statusLists().keySet()) {
            if (!refuseStatusList(uri, listReplaced, bounds)) {
                issued.put(uri, before(uri));
                signers.put(uri, kept.signersOf(uri));
            }
        }
        Set<String> revoked = new HashSet<>(offered.revoked());
        if (listReplaced.isEmpty()) {
            refuseReinstatedKeys();
            revoked.addAll(revokedOfNeighbours());
        }
        neighbourSeals.putAll(offered.neighbourSeals());
        issued.putAll(offered.statusLists());
        LogRollback logs = new LogRollback(kept, snapshot, replaced, bounds);
        LogMemory log = logs.judge();
        logs.documents(log).forEach(document -> signers.put(document, kept.signersOf(document)));
        signers.putAll(offered.signers());
        return new Memory(
                offered.roots(),
                offered.trustList(),
                offered.manifest(),
                offered.sealRevocations(),
                neighbourSeals,
                issued,
                revoked,
                log,
                signers,
                bounds.judge());
    }

    private void refuseRoots() throws RefusedException {
        long newest = kept.newestRoot();
        if (offered.newestRoot() < newest) {
            throw new RefusedException(
                    Refusal.OLDER, "its newest root is " + offered.newestRoot() + ", root " + newest + " is kept");
        }
        if (!Objects.equals(offered.roots().get(newest), kept.roots().get(newest))) {
            throw new RefusedException(
                    Refusal.CONFLICT,
                    "it belongs to another root than this store follows: its root " + newest
                            + " is another document than the one kept");
        }
    }

    static void refuseDocument(
            String what, Memory.Numbered before, Memory.Numbered now, Instant issued, Optional<Instant> replaced)
            throws RefusedException {
        if (replaced.isPresent()) {
            refuseReplayed(what, issued, replaced.get());
            return;
        }
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

    /** TRUST-212. */
    private static void refuseReplayed(String what, Instant issued, Instant replaced) throws RefusedException {
        if (issued.isBefore(replaced)) {
            throw new RefusedException(
                    Refusal.OLDER,
                    "its " + what + " is of " + issued + ", from before its keys were replaced at " + replaced
                            + " (TRUST-212)");
        }
    }

    private void refuseSealRevocations(Optional<Instant> listReplaced, LowerBounds bounds) throws RefusedException {
        if (kept.sealRevocations().isEmpty()) {
            return;
        }
        Optional<Instant> voidSince = replaced.statusSince(
                Memory.SEAL_REVOCATIONS, snapshot.trustList().sealRevocationKeys(), Optional.empty(), listReplaced);
        if (offered.sealRevocations().isEmpty() || snapshot.sealRevocations().isEmpty()) {
            if (voidSince.isPresent()) {
                bounds.leftOut(Memory.SEAL_REVOCATIONS, Optional.empty(), voidSince.get());
                return;
            }
            throw new RefusedException(Refusal.OLDER, "it has no seal revocation list, one is kept");
        }
        SealRevocationFile now = snapshot.sealRevocations().get();
        refuseDocument(
                "seal revocation list",
                kept.sealRevocations().get(),
                offered.sealRevocations().get(),
                now.head().issued(),
                voidSince);
    }

    /**
     * TRUST-226: one of a neighbour of which no key may sign it any more may be missing.
     *
     * @return whether what is remembered of that list is void
     */
    private boolean refuseNeighbourSeals(
            String country, Memory.Numbered before, Optional<Instant> listReplaced, LowerBounds bounds)
            throws RefusedException {
        List<TrustKey> keys = snapshot.trustList()
                .neighbour(country)
                .map(snapshot.trustList()::sealRevocationKeys)
                .orElse(List.of());
        Optional<Instant> voidSince =
                replaced.statusSince(Memory.sealsOf(country), keys, Optional.of(country), listReplaced);
        SealRevocationFile now = snapshot.neighbourSeals().get(country);
        Memory.Numbered numbered = offered.neighbourSeals().get(country);
        if (now != null && numbered != null) {
            refuseDocument(
                    "seal revocation list of " + country,
                    before,
                    numbered,
                    now.head().issued(),
                    voidSince);
        } else if (voidSince.isEmpty() && !keys.isEmpty()) {
            throw new RefusedException(Refusal.OLDER, "it has no seal revocation list of " + country + ", one is kept");
        } else if (voidSince.isPresent()) {
            bounds.leftOut(Memory.sealsOf(country), snapshot.trustList().neighbour(country), voidSince.get());
        }
        return voidSince.isPresent();
    }

    /** @return whether what is remembered of that list is void */
    private boolean refuseStatusList(String uri, Optional<Instant> listReplaced, LowerBounds bounds)
            throws RefusedException {
        Optional<Instant> voidSince = replaced.statusSince(
                uri,
                snapshot.trustList().statusKeys(uri),
                snapshot.trustList().neighbourAt(uri).map(Neighbour::country),
                listReplaced);
        Instant now = offered.statusLists().get(uri);
        if (voidSince.isPresent()) {
            if (now != null) {
                refuseReplayed("status list " + uri, now, voidSince.get());
            } else {
                bounds.leftOut(uri, snapshot.trustList().neighbourAt(uri), voidSince.get());
            }
            return true;
        }
        if (now == null && !snapshot.trustList().statusKeys(uri).isEmpty()) {
            throw new RefusedException(Refusal.OLDER, "it lacks the status list " + uri + ", which is kept");
        }
        if (now != null && now.isBefore(before(uri))) {
            throw new RefusedException(
                    Refusal.OLDER, "its status list " + uri + " is of " + now + ", one of " + before(uri) + " is kept");
        }
        return false;
    }

    private Instant before(String uri) {
        return kept.statusLists().getOrDefault(uri, Instant.MIN);
    }

    private void refuseReinstatedKeys() throws RefusedException {
        Set<String> own =
                kept.revoked().stream().filter(key -> !key.contains(NEIGHBOURS)).collect(Collectors.toSet());
        if (!offered.revoked().containsAll(own) || revivesOfNeighbours()) {
            throw new RefusedException(
                    Refusal.CONFLICT, "a key that is kept as revoked is not shown as revoked any more (TRUST-46)");
        }
    }

    /** TRUST-229: what was revoked of a neighbour may be left out, and not be shown in another state under the same root. */
    private boolean revivesOfNeighbours() {
        TrustList list = snapshot.trustList();
        return list.entities().stream()
                .filter(entity -> entity.origin().isPresent())
                .anyMatch(entity -> entity.services().stream()
                        .filter(service -> service.states().now() != KeyState.REVOKED)
                        .anyMatch(service -> kept.revoked().contains(Remembered.identity(service, entity, list))));
    }

    /** Remembered for as long as the neighbour is listed with that root. */
    private Set<String> revokedOfNeighbours() {
        Set<String> roots = snapshot.trustList().neighbours().stream()
                .map(Remembered::atRoot)
                .collect(Collectors.toSet());
        return kept.revoked().stream()
                .filter(key -> roots.stream().anyMatch(key::endsWith))
                .collect(Collectors.toSet());
    }
}
