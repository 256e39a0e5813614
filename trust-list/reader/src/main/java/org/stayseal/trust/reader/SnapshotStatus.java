package org.stayseal.trust.reader;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.spec.verify.StatusSource;

/** The status lists and the seal revocation list of a snapshot as the verification asks for them (STATUS-53, STATUS-54): data, no judgement. */
final class SnapshotStatus implements StatusSource {

    private final Snapshot snapshot;

    SnapshotStatus(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public Optional<StatusEntry> credential(String uri, long index) {
        KeptStatusList list = snapshot.statusLists().get(uri);
        if (list == null) {
            return Optional.empty();
        }
        OptionalInt value = list.at(index);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new StatusEntry(value.getAsInt(), country(uri), list.issued(), list.expires(), uri));
    }

    /** A status address belongs to one country (TRUST-221, TRUST-222). */
    private String country(String uri) {
        return snapshot.trustList()
                .neighbourAt(uri)
                .map(Neighbour::country)
                .orElse(snapshot.trustList().head().country());
    }

    @Override
    public Optional<StatusEntry> seal(String country, byte[] identity) {
        return Stream.concat(snapshot.sealRevocations().stream(), snapshot.neighbourSeals().values().stream())
                .filter(list -> list.head().country().equals(country))
                .findFirst()
                .map(list -> new StatusEntry(
                        list.status(identity).orElse(0),
                        country,
                        list.head().issued(),
                        list.head().nextUpdate(),
                        "seal revocation list " + list.head().sequence()));
    }
}
