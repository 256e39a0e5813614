package org.stayseal.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.StatusSource;
import org.stayseal.spec.verify.TrustSource;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.Verifier;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.Snapshots;

/** The Java engine with the lists of the vectors; each snapshot is opened once. */
final class Judge {

    private record Lists(TrustSource trust, StatusSource status) {}

    private final Path vectors;
    private final Map<String, Lists> opened = new HashMap<>();

    Judge(Path vectors) {
        this.vectors = vectors;
    }

    Verdict verdict(Mutant mutant) {
        Lists lists = opened.computeIfAbsent(
                mutant.root() + mutant.snapshot().orElse(""), key -> open(mutant.root(), mutant.snapshot()));
        Clock clock = Clock.fixed(mutant.question().clock(), ZoneOffset.UTC);
        return new Verifier(lists.trust(), lists.status(), clock)
                .verify(mutant.code(), mutant.question().asked());
    }

    /** What a code says, by the names of VER-60; empty if it cannot be decoded. */
    static Map<String, Object> document(byte[] code) {
        return new Verifier(
                        TrustSource.none("not asked"), StatusSource.none(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .verify(code, Asked.residence())
                .document();
    }

    private Lists open(String root, Optional<String> snapshot) {
        if (snapshot.isEmpty()) {
            return new Lists(TrustSource.none("no trust list at hand"), StatusSource.none());
        }
        SnapshotResult result;
        try {
            result = Snapshots.open(
                    Files.readAllBytes(vectors.resolve(snapshot.get())), new Pin(Fingerprint.parse(root)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Optional<Snapshot> taken = result.taken();
        return taken.isPresent()
                ? new Lists(taken.get().trustSource(), taken.get().statusSource())
                : new Lists(TrustSource.without(((SnapshotResult.Refused) result).knowledge()), StatusSource.none());
    }
}
