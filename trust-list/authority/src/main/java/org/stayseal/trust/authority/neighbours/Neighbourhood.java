package org.stayseal.trust.authority.neighbours;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.reader.DurableFiles;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotFetch;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.Snapshots;
import org.stayseal.trust.reader.TrustStore;

/**
 * The neighbours of one authority: for each that is pinned a reader of its own in a folder, which remembers what it saw and refuses what is older, at odds, over or of another root.
 *
 * <p>Layout: {@code <country>/<16 digits of its root>/store} (the reader's), {@code …/fetched} (when its newest snapshot came), {@code …/newest} (SHA-256 of that). Who is pinned stands in no file here:
 * ceremonies say it (TRUST-280).
 */
public final class Neighbourhood {

    /** Where it lies in an authority's directory. */
    public static final String FOLDER = "neighbours";

    private static final String FETCHED = "fetched";
    private static final String NEWEST = "newest";
    private static final int SHORT = 16;

    private final Path folder;
    private final Clock clock;
    private volatile List<PinnedNeighbour> decided = List.of();

    private Neighbourhood(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * The neighbours of an authority; none before {@link #decide}.
     *
     * @param folder made when something is first kept in it
     */
    public static Neighbourhood at(Path folder, Clock clock) {
        return new Neighbourhood(folder, clock);
    }

    /**
     * What the ceremonies say now.
     *
     * @param all in the order in which they were pinned, also those that were withdrawn and pinned anew
     */
    public void decide(List<PinnedNeighbour> all) {
        decided = List.copyOf(all);
    }

    /** Those that are listed: of each country the one that was pinned last, in the order in which their services are listed. */
    public List<PinnedNeighbour> pinned() {
        return current(decided);
    }

    /** Of each country the one that was pinned last. */
    public static List<PinnedNeighbour> current(List<PinnedNeighbour> all) {
        List<PinnedNeighbour> last = new ArrayList<>();
        for (PinnedNeighbour one : all) {
            last.removeIf(other -> other.pin().country().equals(one.pin().country()));
            last.add(one);
        }
        return List.copyOf(last);
    }

    /**
     * Fetches what every neighbour publishes that is believed and has an address, one after the other, and keeps what is good.
     *
     * @return what failed and why, a line each; what was kept before stays
     * @throws IOException if the disk fails
     */
    public List<String> fetchAll() throws IOException {
        List<String> failed = new ArrayList<>();
        for (PinnedNeighbour one : pinned()) {
            if (one.withdrawn().isEmpty() && one.address().isPresent()) {
                try {
                    fetch(one.pin().country(), one.address().get());
                } catch (NeighbourRefusedException e) {
                    failed.add("neighbour " + e.getMessage());
                }
            }
        }
        return failed;
    }

    /**
     * Fetches the snapshot of a neighbour and keeps it if it is good.
     *
     * @param address as {@link SnapshotFetch#address} completes it
     * @throws NeighbourRefusedException if there is none, or it is refused; what was kept before stays
     * @throws IOException if the disk fails
     */
    public void fetch(String country, URI address) throws NeighbourRefusedException, IOException {
        try {
            take(country, SnapshotFetch.fetch(address));
        } catch (SnapshotFetch.FetchException e) {
            throw new NeighbourRefusedException(country + ": " + e.getMessage());
        }
    }

    /**
     * Keeps a snapshot that came by other ways, if it is good (TRUST-230).
     *
     * @throws NeighbourRefusedException if it is not under the pinned root, of another country or environment, over, older than or at odds with what is kept, from the future, or larger than one
     *     neighbour's part of a combined list
     * @throws IOException if the disk fails
     */
    public void take(String country, byte[] zip) throws NeighbourRefusedException, IOException {
        NeighbourPin pin = pinOf(country).pin();
        Instant now = clock.instant();
        Snapshot offered = taken(country, Snapshots.open(zip, pin.root()));
        if (!offered.root().head().country().equals(country)
                || offered.root().head().environment() != pin.environment()) {
            throw new NeighbourRefusedException(country + ": the pinned root is one of "
                    + offered.root().head().country() + ", "
                    + offered.root().head().environment().word());
        }
        if (offered.newest().isAfter(now)) {
            // Kept, such a date would make everything after it too old for every verifier.
            throw new NeighbourRefusedException(country + ": a document of " + offered.newest() + ", now is " + now);
        }
        requireNotWithdrawn(pin, offered);
        Share.ofOneIn(pinned().size()).require(NeighbourSnapshot.of(offered, zip));
        taken(country, store(pin).take(zip, pin.root()));
        DurableFiles.replace(
                home(pin).resolve(FETCHED),
                (now.truncatedTo(ChronoUnit.SECONDS) + "\n").getBytes(StandardCharsets.UTF_8));
        DurableFiles.replace(
                home(pin).resolve(NEWEST), (Hex.encode(Sha256.of(zip)) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** TRUST-282: readers hold what a root listed as revoked for good, so that root cannot speak again under another pin. */
    private void requireNotWithdrawn(NeighbourPin pin, Snapshot offered) throws NeighbourRefusedException, IOException {
        for (PinnedNeighbour before : decided) {
            if (before.pin().country().equals(pin.country())
                    && before.withdrawn().isPresent()
                    && !before.pin().root().equals(pin.root())
                    && lastGood(before.pin(), before.withdrawn())
                            .filter(last -> last.snapshot().root().equals(offered.rootFingerprint()))
                            .isPresent()) {
                throw new NeighbourRefusedException(pin.country() + ": its newest root, " + offered.rootFingerprint()
                        + ", is the one that was withdrawn; take it in when it has made another");
            }
        }
    }

    private static Snapshot taken(String country, SnapshotResult result) throws NeighbourRefusedException {
        if (result instanceof SnapshotResult.Refused refused) {
            throw new NeighbourRefusedException(country + ": " + refused.reason() + ", " + refused.words());
        }
        return result.taken().orElseThrow();
    }

    /**
     * What a publication takes now: of each neighbour the last good snapshot, however old (TRUST-231), whose own end a reader asks about (TRUST-227).
     *
     * @param own services of this country
     * @throws IOException if the disk fails, or what is kept is damaged
     */
    public Adopted adopt(Stream<Service> own) throws IOException {
        return adopt(own, Set.of(), clock.instant());
    }

    /**
     * The same, without some.
     *
     * @param leftOut countries of neighbours
     * @param moment of the publication: what came while the clock was ahead was taken in then (TRUST-221)
     */
    public Adopted adopt(Stream<Service> own, Set<String> leftOut, Instant moment) throws IOException {
        List<Adoption.LastGood> last = new ArrayList<>();
        for (PinnedNeighbour one : pinned()) {
            if (!leftOut.contains(one.pin().country())) {
                lastGood(one.pin(), one.withdrawn())
                        .map(known -> known.fetchedBy(moment))
                        .ifPresent(last::add);
            }
        }
        return Adoption.of(own, last);
    }

    /** Which snapshots of which neighbours a publication would list now: another value, and there is something to publish. One that cannot be read has none. */
    public Map<String, String> marks() {
        Map<String, String> marks = new TreeMap<>();
        for (PinnedNeighbour one : pinned()) {
            Path newest = home(one.pin()).resolve(NEWEST);
            text(newest).ifPresent(mark -> marks.put(one.pin().country(), mark));
        }
        return marks;
    }

    /** The newest of a neighbour that was good when it came, as a list names it; empty where none was ever taken. */
    public Optional<Neighbour> newest(String country) throws IOException {
        PinnedNeighbour one = pinOf(country);
        return lastGood(one.pin(), one.withdrawn()).map(Adoption::neighbour);
    }

    /** How old the newest list of a neighbour is; empty where none was ever taken. */
    public Optional<Duration> age(String country) throws IOException {
        return newest(country).map(known -> Duration.between(known.issued(), clock.instant()));
    }

    /** What is not as it should be, for the people who run an authority, a line each (TRUST-285). */
    public List<String> shortcomings() {
        List<String> lines = new ArrayList<>();
        for (PinnedNeighbour one : pinned()) {
            String country = one.pin().country();
            Optional<Neighbour> newest;
            try {
                newest = newest(country);
            } catch (IOException e) {
                lines.add("neighbour " + country + ": " + e.getMessage() + "; take it in again: trust neighbour fetch");
                continue;
            }
            if (newest.isEmpty()) {
                lines.add(
                        "neighbour " + country
                                + ": nothing of it was taken in yet, and its permits are unknown to verifiers; take it in: trust neighbour fetch");
            } else if (one.withdrawn().isEmpty()
                    && !clock.instant().isBefore(newest.get().nextUpdate())) {
                lines.add(
                        "neighbour " + country + ": its newest list counted until "
                                + newest.get().nextUpdate()
                                + ", and none of its permits is good any more; ask the neighbour, and take in what is newer: trust neighbour fetch");
            }
        }
        return lines;
    }

    private Optional<Adoption.LastGood> lastGood(NeighbourPin pin, Optional<Instant> withdrawn) throws IOException {
        Optional<byte[]> zip = store(pin).keptFile();
        if (zip.isEmpty()) {
            return Optional.empty();
        }
        Snapshot snapshot = Snapshots.open(zip.get(), pin.root())
                .taken()
                .orElseThrow(() -> new IOException("the snapshot kept of " + pin.country() + " is damaged"));
        Instant when = fetched(pin).orElseGet(snapshot::newest);
        return Optional.of(new Adoption.LastGood(pin, NeighbourSnapshot.of(snapshot, zip.get()), when, withdrawn));
    }

    private Optional<Instant> fetched(NeighbourPin pin) {
        try {
            return text(home(pin).resolve(FETCHED)).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What a file of one line says; empty where there is none, or it cannot be read: none of these decides what is believed. */
    private static Optional<String> text(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(
                            Files.readString(file, StandardCharsets.ISO_8859_1).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A reader for each root: after another one was pinned nothing of the old one is remembered. */
    private Path home(NeighbourPin pin) {
        return folder.resolve(pin.country())
                .resolve(pin.root().fingerprint().hex().substring(0, SHORT));
    }

    private TrustStore store(NeighbourPin pin) {
        return TrustStore.at(home(pin).resolve("store"), clock);
    }

    private PinnedNeighbour pinOf(String country) {
        return pinned().stream()
                .filter(one -> one.pin().country().equals(country))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(country + " is no neighbour: none of this name is pinned"));
    }
}
