package org.stayseal.trust.reader;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stayseal.spec.trust.Neighbour;

/**
 * Moments before which a document must not have been issued, although no document of that name is remembered (TRUST-287): what was remembered of it became
 * void, and the snapshot that made it so lacked it. Without them whoever leaves a document out brings an old one of the new key back in the next snapshot.
 */
final class LowerBounds {

    private static final Pattern AT_A_ROOT = Pattern.compile("@[0-9a-f]{64}$");

    private final Snapshot offered;
    private final Map<String, Instant> next = new HashMap<>();

    /** @param listReplaced of the trust list, as {@link ReplacedKeys#since} gives it: what a thief of its key said of a moment binds no longer than that */
    LowerBounds(Memory kept, Snapshot offered, Optional<Instant> listReplaced) {
        this.offered = offered;
        Set<String> roots = new HashSet<>();
        offered.trustList().neighbours().forEach(neighbour -> roots.add(Remembered.atRoot(neighbour)));
        kept.lowerBounds().forEach((name, moment) -> {
            if (!AT_A_ROOT.matcher(name).find() || roots.stream().anyMatch(name::endsWith)) {
                next.put(name, isOfTheLog(name) ? moment : earlier(moment, listReplaced));
            }
        });
    }

    /** A document that is remembered from now on by this moment alone; {@link Instant#EPOCH} is none (TRUST-229). */
    void leftOut(String document, Optional<Neighbour> origin, Instant voidSince) {
        if (voidSince.isAfter(Instant.EPOCH)) {
            next.merge(name(document, origin), voidSince, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /**
     * @return those of documents that the snapshot lacks: of the others its number or moment counts from now on
     * @throws RefusedException if the snapshot has a document from before its bound
     */
    Map<String, Instant> judge() throws RefusedException {
        for (Map.Entry<String, Instant> document : issued().entrySet()) {
            Instant bound = next.remove(document.getKey());
            if (bound != null && document.getValue().isBefore(bound)) {
                throw new RefusedException(
                        Refusal.OLDER,
                        "its " + document.getKey() + " is of " + document.getValue()
                                + ", from before its keys were replaced at " + bound + " (TRUST-287)");
            }
        }
        return next;
    }

    private Map<String, Instant> issued() {
        Map<String, Instant> issued = new HashMap<>();
        offered.sealRevocations()
                .ifPresent(seals ->
                        issued.put(Memory.SEAL_REVOCATIONS, seals.head().issued()));
        offered.neighbourSeals()
                .forEach((country, seals) -> issued.put(
                        name(Memory.sealsOf(country), offered.trustList().neighbour(country)),
                        seals.head().issued()));
        offered.memory()
                .statusLists()
                .forEach((uri, moment) ->
                        issued.put(name(uri, offered.trustList().neighbourAt(uri)), moment));
        offered.treeHead()
                .ifPresent(tree -> issued.put(LogMemory.TREE_HEAD, tree.head().issued()));
        offered.memory().log().kept().keySet().forEach(signer -> {
            KeptLogFile file = offered.keptLogs().get(signer);
            if (file != null) {
                issued.put(LogMemory.keptLog(signer), file.log().head().issued());
            }
        });
        return issued;
    }

    private static String name(String document, Optional<Neighbour> origin) {
        return document + origin.map(Remembered::atRoot).orElse("");
    }

    /** Its keys are the root's to say, not the trust list's. */
    private static boolean isOfTheLog(String name) {
        return name.equals(LogMemory.TREE_HEAD) || name.startsWith(LogMemory.keptLog(""));
    }

    private static Instant earlier(Instant moment, Optional<Instant> other) {
        return other.filter(moment::isAfter).orElse(moment);
    }
}
