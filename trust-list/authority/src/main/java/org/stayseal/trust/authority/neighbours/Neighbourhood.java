package org.stayseal.trust.authority.neighbours;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
 * <p>Layout: {@code neighbours.json} (what a person decided), {@code <country>/<16 digits of its root>/store} (the reader's), {@code …/fetched} (when its newest snapshot came).
 */
public final class Neighbourhood {

    private static final String FETCHED = "fetched";
    private static final int SHORT = 16;

    private final Path folder;
    private final String ownCountry;
    private final String ownPrefix;
    private final Clock clock;
    private final DecisionFile file;
    private DecisionFile.Decided decided;

    private Neighbourhood(Path folder, String ownCountry, String ownPrefix, Clock clock) throws IOException {
        this.folder = folder;
        this.ownCountry = ownCountry;
        this.ownPrefix = ownPrefix;
        this.clock = clock;
        this.file = new DecisionFile(folder);
        this.decided = file.read();
    }

    /**
     * The neighbours of an authority.
     *
     * @param folder made when something is first kept in it
     * @param ownCountry MRZ code of the authority
     * @param ownPrefix with which its own status addresses begin
     * @throws IOException if what is kept is damaged
     */
    public static Neighbourhood open(Path folder, String ownCountry, String ownPrefix, Clock clock) throws IOException {
        return new Neighbourhood(folder, ownCountry, ownPrefix, clock);
    }

    /** Those that are pinned, in the order in which their services are listed. */
    public List<NeighbourPin> pins() {
        return decided.pins();
    }

    /**
     * Pins a neighbour, or pins it anew: with what was decided now, and believed again if it was withdrawn. On the disk when this returns; listed once a snapshot of it was taken.
     *
     * @throws IllegalArgumentException where two would own one country, root or status address (TRUST-221), or there would be too many
     * @throws IOException if the disk fails
     */
    public void pin(NeighbourPin pin) throws IOException {
        List<NeighbourPin> all = new ArrayList<>(decided.pins());
        all.removeIf(other -> other.country().equals(pin.country()));
        pin.requireApart(ownCountry, ownPrefix, all);
        if (all.size() == Neighbour.MAX_NEIGHBOURS) {
            throw new IllegalArgumentException("a list has at most " + Neighbour.MAX_NEIGHBOURS + " neighbours");
        }
        all.add(pin);
        Map<String, Instant> withdrawn = new HashMap<>(decided.withdrawn());
        withdrawn.remove(pin.country());
        decide(new DecisionFile.Decided(all, withdrawn));
    }

    /**
     * Withdraws a neighbour: from the next publication on everything of it is listed as revoked (TRUST-224).
     *
     * @throws IOException if the disk fails
     */
    public void withdraw(String country) throws IOException {
        Map<String, Instant> withdrawn = new HashMap<>(decided.withdrawn());
        withdrawn.putIfAbsent(pinOf(country).country(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        decide(new DecisionFile.Decided(decided.pins(), withdrawn));
    }

    private void decide(DecisionFile.Decided next) throws IOException {
        DurableFiles.folder(folder);
        file.write(next);
        decided = next;
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
     * Keeps a snapshot that came by other ways, if it is good.
     *
     * @throws NeighbourRefusedException if it is not under the pinned root, of another country or environment, over, older than or at odds with what is kept, from the future, or larger than one
     *     neighbour's part of a combined list
     * @throws IOException if the disk fails
     */
    public void take(String country, byte[] zip) throws NeighbourRefusedException, IOException {
        NeighbourPin pin = pinOf(country);
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
        Share.ofOneIn(decided.pins().size()).require(NeighbourSnapshot.of(offered, zip));
        taken(country, store(pin).take(zip, pin.root()));
        DurableFiles.replace(
                home(pin).resolve(FETCHED),
                (now.truncatedTo(ChronoUnit.SECONDS) + "\n").getBytes(StandardCharsets.UTF_8));
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
        List<Adoption.LastGood> last = new ArrayList<>();
        for (NeighbourPin pin : decided.pins()) {
            Optional<Adoption.LastGood> kept =
                    lastGood(pin, Optional.ofNullable(decided.withdrawn().get(pin.country())));
            kept.ifPresent(last::add);
        }
        return Adoption.of(own, last);
    }

    /** How old the newest list of a neighbour is; empty where none was ever taken. */
    public Optional<Duration> age(String country) throws IOException {
        return lastGood(pinOf(country), Optional.empty())
                .map(last ->
                        Duration.between(last.snapshot().snapshot().trustList().issued(), clock.instant()));
    }

    private Optional<Adoption.LastGood> lastGood(NeighbourPin pin, Optional<Instant> withdrawn) throws IOException {
        Optional<byte[]> zip = store(pin).keptFile();
        if (zip.isEmpty()) {
            return Optional.empty();
        }
        Path fetched = home(pin).resolve(FETCHED);
        Snapshot snapshot = Snapshots.open(zip.get(), pin.root())
                .taken()
                .orElseThrow(() -> new IOException("the snapshot kept of " + pin.country() + " is damaged"));
        Instant when =
                Files.exists(fetched) ? Instant.parse(Files.readString(fetched).strip()) : snapshot.newest();
        return Optional.of(new Adoption.LastGood(pin, NeighbourSnapshot.of(snapshot, zip.get()), when, withdrawn));
    }

    /** A reader for each root: after another one was pinned nothing of the old one is remembered. */
    private Path home(NeighbourPin pin) {
        return folder.resolve(pin.country())
                .resolve(pin.root().fingerprint().hex().substring(0, SHORT));
    }

    private TrustStore store(NeighbourPin pin) {
        return TrustStore.at(home(pin).resolve("store"), clock);
    }

    private NeighbourPin pinOf(String country) {
        return decided.pins().stream()
                .filter(pin -> pin.country().equals(country))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(country + " is no neighbour of " + ownCountry));
    }
}
