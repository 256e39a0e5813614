package org.stayseal.trust.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.spec.verify.TrustKnowledge;

/** Snapshots opened in memory, without a store: for one look ({@code --snapshot FILE}). Neither rollback nor freshness is asked here. */
public final class Snapshots {

    private Snapshots() {}

    /**
     * Verifies a snapshot under a pinned root. One that is over is opened too: its dates are for the verification to judge.
     *
     * @param zip the file's content
     */
    public static SnapshotResult open(byte[] zip, Pin pin) {
        try {
            return new SnapshotResult.Taken(SnapshotReading.read(zip, pin));
        } catch (RefusedException e) {
            return refused(e, zip);
        }
    }

    /**
     * The content of a file, within the bound.
     *
     * @return a longer file cut one byte after the bound, so that opening it refuses it
     * @throws IOException if it cannot be read
     */
    public static byte[] file(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(SnapshotArchive.MAX_BYTES + 1);
        }
    }

    static SnapshotResult.Refused refused(RefusedException e, byte[] zip) {
        String words = e.getMessage() == null ? e.reason().name() : e.getMessage();
        return new SnapshotResult.Refused(
                e.reason(), words, e.reason() == Refusal.UNKNOWN_ROOT ? claimed(zip) : Optional.empty());
    }

    /** What a foreign list says of itself: read, not verified. */
    private static Optional<TrustKnowledge.ListAtHand> claimed(byte[] zip) {
        try {
            SortedMap<String, byte[]> files = SnapshotArchive.read(zip);
            byte[] bytes = files.get("trust-list.json");
            byte[] root = files.get("root/1.json");
            if (bytes == null) {
                return Optional.empty();
            }
            TrustList list = TrustList.read(SignedDocument.read(bytes, DocumentKind.TRUST_LIST));
            String fingerprint = root == null
                    ? ""
                    : SignedDocument.read(root, DocumentKind.ROOT).fingerprint().hex();
            return Optional.of(new TrustKnowledge.ListAtHand(
                    fingerprint,
                    list.head().country(),
                    list.head().environment() == Environment.DEMO,
                    list.head().sequence(),
                    list.issued(),
                    list.head().nextUpdate()));
        } catch (FormatException e) {
            return Optional.empty();
        }
    }
}
