package org.stayseal.trust.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.authority.ceremony.CeremonyFolder;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.ceremony.PublishedLists;
import org.stayseal.trust.authority.neighbours.Neighbourhood;
import org.stayseal.trust.authority.register.ListedNotices;
import org.stayseal.trust.reader.DurableFiles;
import org.stayseal.trust.reader.FolderLock;

/**
 * An authority's directory: its ceremonies ({@code ceremonies/}), the keys that publish and sign ({@code keys/}), its numbers and its publications ({@code publications/}), its notices
 * ({@code notices.json}), and the lock of the process that has it. Ceremonies and keys may be added while it is open; they count from the next publication on (TRUST-257).
 */
public final class AuthorityHome implements Authority, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AuthorityProfile profile;
    private final CeremonyFolder ceremonies;
    private final KeyFolder keys;
    private final PublicationFolder publications;
    private final PublishedListsFile listsFile;
    private final Shortcomings shortcomings;
    private final KeptLogs keptLogs;
    private final Clock clock;
    private final FolderLock lock;
    private final Neighbourhood neighbours;
    private final BulletinFile bulletinFile;
    private final NoticeFile noticeFile;
    private CeremonyHistory history;
    private NoticeBoard notices;
    private Optional<Publication> current;
    private int sealsWrittenOut = SealList.WRITTEN_OUT;
    private Optional<Set<String>> publishedSigners;
    private PublishedLists lists;
    private Map<String, String> listedMarks = Map.of();

    private AuthorityHome(
            AuthorityProfile profile, CeremonyHistory history, Path directory, Clock clock, FolderLock lock)
            throws IOException {
        this.profile = profile;
        this.history = history;
        this.ceremonies = new CeremonyFolder(directory);
        this.keys = new KeyFolder(directory.resolve("keys"));
        this.publications = new PublicationFolder(directory.resolve("publications"));
        this.listsFile = new PublishedListsFile(directory);
        this.shortcomings = new Shortcomings(directory);
        this.keptLogs = new KeptLogs(new KeptLogFolder(directory), publications);
        this.neighbours = Neighbourhood.at(directory.resolve(Neighbourhood.FOLDER), clock);
        this.neighbours.decide(history.register().orElseThrow().neighbours());
        this.bulletinFile = new BulletinFile(directory);
        this.noticeFile = new NoticeFile(directory);
        this.notices = noticeFile.read();
        this.clock = clock;
        this.lock = lock;
        this.current = publications.current();
        this.publishedSigners = current.map(PublishedSigners::of);
        this.lists = listsFile.read();
        if (!history.register().orElseThrow().country().equals(profile.country())) {
            throw new IOException("the ceremonies in " + directory + " are of "
                    + history.register().orElseThrow().country() + ", and the settings of " + profile.country());
        }
        noteUnrecorded();
        keys.ring();
    }

    /** A list that a crash kept from being recorded, or that an older version made, shows no more than what was recorded before it. */
    private void noteUnrecorded() throws IOException {
        int ceremony = lists.lists().isEmpty() ? 1 : lists.lastCeremony();
        boolean known = lists.lists().stream()
                .anyMatch(list ->
                        current.isEmpty() || list.sequence() >= current.get().sequence());
        if (current.isPresent() && !known) {
            lists = lists.with(new PublishedLists.Published(
                    ceremony, current.get().sequence(), current.get().nextUpdate()));
            listsFile.write(lists);
        }
    }

    /**
     * Opens the demo authority that lives in {@code directory}, or makes a new one there with fresh keys and holds its first ceremony. Only one process may have it open.
     *
     * @param directory made if missing, for its owner only
     * @param profile what it is set up with; on a later start only the address and the durations may differ
     * @throws UncheckedIOException if the disk fails, a ceremony does not count, or another process has the directory open
     */
    public static AuthorityHome openOrCreateDemo(Path directory, AuthorityProfile profile, Clock clock) {
        return openOrCreateDemo(directory, profile, clock, PATIENCE);
    }

    static AuthorityHome openOrCreateDemo(Path directory, AuthorityProfile profile, Clock clock, Duration patience) {
        return opened(directory, profile, clock, patience, () -> {
            CeremonyFolder ceremonies = new CeremonyFolder(directory);
            HierarchyFolder keys = new HierarchyFolder(directory.resolve("keys"));
            if (ceremonies.has(1)) {
                return ceremonies.history();
            }
            refuseLost(directory, keys);
            if (!keys.exists()) {
                keys.write(Hierarchy.make(profile, KeySupply.fresh(), clock.instant()), profile);
            }
            return FirstCeremony.hold(directory, profile, keys.read(), keys.continuationSigner());
        });
    }

    /** TRUST-262: where something was published, there were ceremonies, or at least keys from before there were any. */
    private static void refuseLost(Path directory, HierarchyFolder keys) throws IOException {
        boolean published = new PublicationFolder(directory.resolve("publications")).hasCurrent();
        if (published
                && (!keys.exists()
                        || !new PublishedListsFile(directory).read().lists().isEmpty())) {
            throw new IOException("lists were published from " + directory
                    + ", and its ceremonies are gone; restore the folder ceremonies, no new authority is made here");
        }
    }

    /**
     * Opens the authority that lives in {@code directory} and held its first ceremony. Only one process may have it open.
     *
     * @param profile its country, names, address and durations
     * @throws UncheckedIOException if there is no ceremony or one does not count, the disk fails, or another process has the directory open
     */
    public static AuthorityHome open(Path directory, AuthorityProfile profile, Clock clock) {
        return opened(directory, profile, clock, PATIENCE, () -> {
            CeremonyHistory history = new CeremonyFolder(directory).history();
            if (history.number() == 0) {
                throw new IOException("no ceremony was held in " + directory + "; hold the first one");
            }
            return history;
        });
    }

    private interface Opening {
        CeremonyHistory history() throws IOException, CeremonyRefusedException;
    }

    private static AuthorityHome opened(
            Path directory, AuthorityProfile profile, Clock clock, Duration patience, Opening opening) {
        try {
            DurableFiles.folder(directory);
            FolderLock lock = FolderLock.take(directory, patience);
            try {
                CeremonyHistory history = opening.history();
                history.requireNoneAhead(moment(history, clock));
                return new AuthorityHome(profile, history, directory, clock, lock);
            } catch (CeremonyRefusedException e) {
                lock.close();
                throw new IOException(e.getMessage(), e);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Now; at the earliest the first ceremony. */
    private static Instant moment(CeremonyHistory history, Clock clock) {
        Instant first = history.transcripts().get(0).ceremony().at();
        Instant now = clock.instant();
        return now.isBefore(first) ? first : now;
    }

    /** What holds now. Looks whether a ceremony was added; whatever was replayed before stays as it was. */
    private InForce inForce() {
        try {
            if (ceremonies.has(history.number() + 1)) {
                CeremonyHistory later = history.continued(ceremonies.history());
                later.requireNoneAhead(moment(later, clock));
                history = later;
            }
            Instant now = moment(history, clock);
            history.requireNoneAhead(now);
            InForce inForce = new InForce(profile, history.at(now), keys.ring());
            neighbours.decide(inForce.register().neighbours());
            return inForce;
        } catch (CeremonyRefusedException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public AuthorityProfile profile() {
        return profile;
    }

    @Override
    public Signer sealSigner() {
        return signer(Service.SignerKind.SEAL);
    }

    @Override
    public Signer credentialSigner() {
        return signer(Service.SignerKind.CREDENTIAL);
    }

    @Override
    public synchronized Optional<Signer> continuationSigner(Set<String> purposes) {
        return inForce().continuationSigner(purposes, clock.instant(), publishedSigners);
    }

    @Override
    public synchronized Optional<Service.PermitSigner> listed(X509Certificate certificate) {
        return inForce()
                .register()
                .services(Service.PermitSigner.class)
                .filter(signer -> signer.certificate().equals(certificate))
                .findFirst();
    }

    private synchronized Signer signer(Service.SignerKind kind) {
        InForce inForce = inForce();
        return inForce.signer(kind, clock.instant(), publishedSigners)
                .orElseThrow(() -> new IllegalStateException("no signer of kind " + kind
                        + " is active in the newest published list, within its term, and has its key in the folder keys; activate one by a ceremony"
                        + inForce.keys().asideWords()));
    }

    @Override
    public synchronized Fingerprint rootFingerprint() {
        return history.authority().orElseThrow();
    }

    @Override
    public synchronized byte[] rootDocument() {
        return history.rootDocuments().get(0).clone();
    }

    @Override
    public synchronized boolean wantsPublication() {
        return inForce().history().number() > lists.lastCeremony()
                || !neighbours.marks().equals(listedMarks);
    }

    /** Not under this object's lock: permits are signed while a neighbour is slow to answer. */
    @Override
    public List<String> fetchNeighbours() {
        try {
            return neighbours().fetchAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized long lastSequence() {
        try {
            return publications.lastSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized Publication publish(PublicationInput input, long above) throws PublicationRefusedException {
        LocalDate today = today();
        InForce inForce = inForce();
        List<Notice> listed = listed(inForce, today);
        try {
            RegisterPermanence.require(current, lists, inForce);
            KeptLogs.Kept kept = keptLogs.of(inForce, input, current);
            PublicationInput whole = input.keeping(kept.keys());
            if (current.isPresent()) {
                Permanence.require(current.get(), whole);
                NoticeBoard.requirePermanence(Permanence.notices(current.get()), listed, today);
                LogPublishing.requireConsistent(current.get(), whole);
            }
            long sequence = publications.takeSequence(above);
            Map<String, String> marks = neighbours.marks();
            CombinedPublishing combined =
                    new CombinedPublishing(neighbours, inForce, bulletins(inForce), listed, sealsWrittenOut);
            Publication made = combined.publish(whole, sequence, clock.instant());
            publications.write(made);
            listedMarks = marks;
            current = Optional.of(made);
            publishedSigners = current.map(PublishedSigners::of);
            lists = lists.with(new PublishedLists.Published(inForce.history().number(), sequence, made.nextUpdate()));
            listsFile.write(lists);
            shortcomings.write(Stream.of(
                            DecidedNotShown.lines(history, inForce.history(), made).stream(),
                            kept.owed().stream(),
                            inForce.keys().aside().stream().map(line -> "left aside in the folder keys: " + line),
                            twice(inForce, today),
                            neighbours.shortcomings().stream(),
                            combined.shortcomings().stream())
                    .flatMap(lines -> lines)
                    .toList());
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized List<String> shortcomings() {
        try {
            return shortcomings.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shards longer lists of seals, for tests with short ones (STATUS-58). */
    synchronized void writingOut(int mostSeals) {
        sealsWrittenOut = mostSeals;
    }

    /** The notices of the ceremonies, then those that were made from day to day. */
    private List<Notice> listed(InForce inForce, LocalDate today) {
        List<Notice> decided = inForce.register().notices();
        List<Notice> published = current.map(Permanence::notices).orElse(List.of());
        return Stream.concat(
                        decided.stream()
                                .filter(notice -> notices.ofId(notice.id())
                                        .filter(other -> NoticeBoard.isPublished(other, published))
                                        .isEmpty()),
                        notices.all().stream()
                                .filter(notice -> decided.stream()
                                                .noneMatch(other -> other.id().equals(notice.id()))
                                        || NoticeBoard.isPublished(notice, published)))
                .filter(notice -> !ListedNotices.mayLeave(notice, today))
                .toList();
    }

    /** TRUST-263: two notices of one id. The one that was published first is listed, else that of the ceremony. */
    private Stream<String> twice(InForce inForce, LocalDate today) {
        List<Notice> listed = listed(inForce, today);
        return inForce.register().notices().stream()
                .filter(notice -> notices.ofId(notice.id()).isPresent())
                .map(notice -> "notice " + notice.id() + " was made by a ceremony and from day to day, and "
                        + (listed.contains(notice) ? "only that of the ceremony" : "only that from day to day")
                        + " is listed; make the other one under another id");
    }

    /** Other countries: who is pinned, and what was taken of them. Every publication from the next on lists it. */
    public Neighbourhood neighbours() {
        synchronized (this) {
            inForce();
        }
        return neighbours;
    }

    /**
     * Tells verifiers of an incident: every publication from the next on lists it, until it is over. It is on the disk when this returns.
     *
     * @throws IllegalArgumentException if its id is that of one that is not over, or there are too many
     * @throws UncheckedIOException if the disk fails
     */
    public synchronized void tell(Bulletin bulletin) {
        try {
            bulletinFile.add(bulletin, clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the ceremonies, then those that were made from day to day; one id once. */
    private List<Bulletin> bulletins(InForce inForce) throws IOException {
        Instant now = clock.instant();
        Map<String, Bulletin> all = new LinkedHashMap<>();
        Stream.concat(inForce.register().bulletins().stream(), bulletinFile.current(now).stream())
                .forEach(bulletin -> all.putIfAbsent(bulletin.id(), bulletin));
        return all.values().stream()
                .filter(bulletin -> bulletin.currentAt(now))
                .limit(Bulletin.MAX_ENTRIES)
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public synchronized List<Notice> notices() {
        return listed(inForce(), today());
    }

    @Override
    public synchronized void announce(Notice notice) throws NoticeRefusedException {
        InForce inForce = inForce();
        if (inForce.register().notices().stream().anyMatch(made -> made.id().equals(notice.id()))) {
            throw new NoticeRefusedException("notice " + notice.id() + ": a ceremony made one of this id");
        }
        if (listed(inForce, today()).size() >= Notice.MAX_NOTICES) {
            throw new NoticeRefusedException("notice " + notice.id() + ": there are too many");
        }
        keep(notices.with(notice, inForce.services(), today()));
    }

    @Override
    public synchronized void withdraw(String id) throws NoticeRefusedException {
        keep(notices.withdrawn(id));
    }

    private void keep(NoticeBoard changed) {
        try {
            noticeFile.write(changed);
            notices = changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized Optional<Publication> current() {
        return current;
    }

    /** Lets another process have the directory. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
