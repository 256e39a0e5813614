package org.stayseal.trust.authority.neighbours;

import java.util.SortedMap;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotArchive;

/**
 * A neighbour's snapshot that its own reader verified, and the bytes that it was.
 *
 * @param snapshot verified under the pinned root
 * @param files by name, as received
 */
record NeighbourSnapshot(Snapshot snapshot, SortedMap<String, byte[]> files) {

    static NeighbourSnapshot of(Snapshot snapshot, byte[] zip) {
        try {
            return new NeighbourSnapshot(snapshot, SnapshotArchive.read(zip));
        } catch (FormatException e) {
            throw new IllegalStateException("a snapshot that was verified can be unpacked", e);
        }
    }

    Fingerprint root() {
        return snapshot.rootFingerprint();
    }

    /** The role {@code log}, as a combined list names it: the second keys stay with the neighbour (TRUST-228). */
    RoleKeys log() {
        RoleKeys role = snapshot.root().role(Role.LOG);
        return new RoleKeys(role.threshold(), role.keys());
    }
}
