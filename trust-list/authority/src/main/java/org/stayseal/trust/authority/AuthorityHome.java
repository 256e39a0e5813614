package org.stayseal.trust.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Notice;
import org.stayseal.trust.reader.DurableFiles;
import org.stayseal.trust.reader.FolderLock;

/** An authority's directory: its keys ({@code keys/}), its numbers and its publications ({@code publications/}), its notices ({@code notices.json}), and the lock of the process that has it. */
public final class AuthorityHome implements Authority, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AuthorityProfile profile;
    private final Hierarchy hierarchy;
    private final PublicationFolder publications;
    private final Clock clock;
    private final FolderLock lock;
    private final Signer sealSigner;
    private final Signer credentialSigner;
    private final NoticeFile noticeFile;
    private NoticeBoard notices;
    private Optional<Publication> current;
    private int sealsWrittenOut = SealList.WRITTEN_OUT;

    private AuthorityHome(AuthorityProfile profile, Hierarchy hierarchy, Path directory, Clock clock, FolderLock lock)
            throws IOException {
        this.profile = profile;
        this.hierarchy = hierarchy;
        this.publications = new PublicationFolder(directory.resolve("publications"));
        this.noticeFile = new NoticeFile(directory);
        this.notices = noticeFile.read();
        this.clock = clock;
        this.lock = lock;
        this.sealSigner = hierarchy.signer(KeyName.SEAL_SIGNER);
        this.credentialSigner = hierarchy.signer(KeyName.CREDENTIAL_SIGNER);
        this.current = publications.current();
    }

    /**
     * Opens the demo authority that lives in {@code directory}, or makes a new one there with fresh keys. Only one process may have it open.
     *
     * @param directory made if missing, for its owner only
     * @param profile what it is set up with; on a later start only the address and the durations may differ
     * @throws UncheckedIOException if the disk fails, or another process has the directory open
     */
    public static AuthorityHome openOrCreateDemo(Path directory, AuthorityProfile profile, Clock clock) {
        return openOrCreateDemo(directory, profile, clock, PATIENCE);
    }

    static AuthorityHome openOrCreateDemo(Path directory, AuthorityProfile profile, Clock clock, Duration patience) {
        try {
            DurableFiles.folder(directory);
            FolderLock lock = FolderLock.take(directory, patience);
            try {
                HierarchyFolder keys = new HierarchyFolder(directory.resolve("keys"));
                if (!keys.exists()) {
                    keys.write(Hierarchy.make(profile, KeySupply.fresh(), clock.instant()));
                }
                return new AuthorityHome(profile, keys.read(), directory, clock, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
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
        return sealSigner;
    }

    @Override
    public Signer credentialSigner() {
        return credentialSigner;
    }

    @Override
    public Fingerprint rootFingerprint() {
        return hierarchy.rootFingerprint();
    }

    @Override
    public byte[] rootDocument() {
        return hierarchy.rootDocument();
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
        List<Notice> listed = notices.listed(today);
        if (current.isPresent()) {
            Permanence.require(current.get(), input);
            NoticeBoard.requirePermanence(Permanence.notices(current.get()), listed, today);
            LogPublishing.requireConsistent(current.get(), input);
        }
        try {
            long sequence = publications.takeSequence(above);
            Publication made = publisher(listed).publish(input, sequence, clock.instant());
            publications.write(made);
            current = Optional.of(made);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Publisher publisher(List<Notice> listed) {
        return new Publisher(profile, hierarchy, new ListedStates(hierarchy.from()), List.of(), listed)
                .writingOut(sealsWrittenOut);
    }

    /** Shards longer lists of seals, for tests with short ones (STATUS-58). */
    synchronized void writingOut(int mostSeals) {
        sealsWrittenOut = mostSeals;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public synchronized List<Notice> notices() {
        return notices.listed(today());
    }

    @Override
    public synchronized void announce(Notice notice) throws NoticeRefusedException {
        keep(notices.with(notice, publisher(List.of()).services(), today()));
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
