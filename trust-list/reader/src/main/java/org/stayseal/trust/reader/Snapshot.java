package org.stayseal.trust.reader;

import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.TreeHead;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.spec.verify.StatusSource;
import org.stayseal.spec.verify.TrustSource;

/**
 * A snapshot of which everything was verified under the pinned root. It may be over: that is for the verification to say.
 *
 * @param pin what the reader was given
 * @param roots from the pinned one to the newest
 * @param root the newest root
 * @param rootFingerprint its fingerprint
 * @param manifest every file
 * @param trustList signers and status keys
 * @param statusLists by URI
 * @param sealRevocations if the snapshot has them
 * @param neighbourSeals those of neighbours, by their country (TRUST-226)
 * @param crls of the listed CSCAs
 * @param treeHead of the issued log, if the snapshot has one
 * @param keptLogs of stolen keys, by the SHA-256 of the signer's certificate in lower-case hexadecimal digits
 * @param memory numbers and digests, to compare with what comes next
 */
public record Snapshot(
        Pin pin,
        List<Root> roots,
        Root root,
        Fingerprint rootFingerprint,
        Manifest manifest,
        TrustList trustList,
        Map<String, KeptStatusList> statusLists,
        Optional<SealRevocationFile> sealRevocations,
        Map<String, SealRevocationFile> neighbourSeals,
        List<X509CRL> crls,
        Optional<TreeHead> treeHead,
        Map<String, KeptLogFile> keptLogs,
        Memory memory) {

    private static final Duration MIN_WAIT = Duration.ofMinutes(1);
    private static final Duration MAX_WAIT = Duration.ofDays(1);

    /** Keeps its own collections. */
    public Snapshot {
        roots = List.copyOf(roots);
        statusLists = Map.copyOf(statusLists);
        neighbourSeals = Map.copyOf(neighbourSeals);
        crls = List.copyOf(crls);
        keptLogs = Map.copyOf(keptLogs);
    }

    /** Candidates for the verification. */
    public TrustSource trustSource() {
        return new SnapshotTrust(this);
    }

    /** Status entries for the verification. */
    public StatusSource statusSource() {
        return new SnapshotStatus(this);
    }

    /** When the newest document in it was made: the clock cannot be earlier (TRUST-75). */
    public Instant newest() {
        return Stream.concat(
                        Stream.of(
                                manifest.head().issued(),
                                trustList.issued(),
                                root.head().issued()),
                        Stream.concat(
                                statusLists.values().stream().map(KeptStatusList::issued),
                                Stream.concat(sealRevocations.stream(), neighbourSeals.values().stream())
                                        .map(SealRevocationFile::head)
                                        .map(Head::issued)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** How long a connected reader need not fetch again: the shortest that one of its own lists says, no neighbour's, within STATUS-61; empty when none says it. */
    public Optional<Duration> fetchAfter() {
        return statusLists.entrySet().stream()
                .filter(list -> trustList.neighbourAt(list.getKey()).isEmpty())
                .flatMap(list -> list.getValue().fetchAfter().stream())
                .min(Comparator.naturalOrder())
                .map(ttl -> ttl.compareTo(MIN_WAIT) < 0 ? MIN_WAIT : ttl.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : ttl);
    }

    /** Until when it can tell who signs for its own country: the first end of root, trust list and the CRLs of its own CSCAs (TRUST-70, TRUST-227). */
    public Instant trustedUntil() {
        return Stream.concat(
                        Stream.of(root.head().nextUpdate(), trustList.head().nextUpdate()),
                        endsOfCrls(Optional.empty()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Until when it can tell who signs for a neighbour: the first end of what was adopted and of the neighbour's CRLs (TRUST-227). */
    public Instant trustedUntil(Neighbour neighbour) {
        return Stream.concat(Stream.of(neighbour.nextUpdate()), endsOfCrls(Optional.of(neighbour.country())))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Stream<Instant> endsOfCrls(Optional<String> origin) {
        return crls.stream()
                .filter(crl -> trustList.entities().stream()
                        .filter(entity -> entity.services().stream()
                                .anyMatch(service ->
                                        service instanceof Service.Csca csca && SnapshotReading.signed(crl, csca)))
                        .findFirst()
                        .filter(entity -> entity.origin().equals(origin))
                        .isPresent())
                .map(crl -> crl.getNextUpdate().toInstant());
    }
}
