package org.stayseal.trust.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder in which a verifier keeps the newest snapshot it accepted (TRUST-70 to TRUST-73).
 *
 * <p>Layout: {@code root} (the pinned fingerprint), {@code current} (name of the generation that counts), {@code g-…/} (a generation: {@code snapshot.zip},
 * {@code memory}), {@code lock}. A generation is complete on the disk before {@code current} names it.
 *
 * <p>Security guarantees: what is kept is verified again under the pin each time it is read; nothing older is ever taken; a crash leaves the old or the new.
 */
public final class TrustStore {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CURRENT = "current";
    private static final String ROOT = "root";
    private static final String SNAPSHOT = "snapshot.zip";
    private static final String MEMORY = "memory";

    private final Path folder;
    private final Clock clock;

    private TrustStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The store in a folder, which is made when something is first kept in it. */
    public static TrustStore at(Path folder, Clock clock) {
        return new TrustStore(folder, clock);
    }

    /** Where a store is when nobody says otherwise: the platform's folder for data of programs. */
    public static Path defaultFolder() {
        String home = System.getProperty("user.home", ".");
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String xdg = System.getenv("XDG_DATA_HOME");
        String local = System.getenv("LOCALAPPDATA");
        if (xdg != null && xdg.startsWith("/")) {
            return Path.of(xdg, "stayseal");
        }
        if (system.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "stayseal");
        }
        if (system.contains("win") && local != null && !local.isBlank()) {
            return Path.of(local, "stayseal");
        }
        return Path.of(home, ".local", "share", "stayseal");
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** The root that this store was first given; empty before that. */
    public Optional<Pin> pin() throws IOException {
        Path file = folder.resolve(ROOT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pin.of(Files.readAllBytes(file)));
        } catch (org.stayseal.spec.FormatException e) {
            throw new IOException("the store's file 'root' is damaged: " + file, e);
        }
    }

    /**
     * What is kept, verified again under the pin.
     *
     * @return empty if nothing is kept; refused if it is damaged or under another root
     */
    public Optional<SnapshotResult> kept(Pin pin) throws IOException {
        return ofCurrent(generation -> Snapshots.open(Snapshots.file(generation.resolve(SNAPSHOT)), pin));
    }

    private interface Reading<T> {
        T of(Path generation) throws IOException;
    }

    /** A writer may remove the generation after its name was read: then there is a newer one. */
    private <T> Optional<T> ofCurrent(Reading<T> reading) throws IOException {
        for (int attempt = 0; ; attempt++) {
            Optional<Path> generation = generation();
            if (generation.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(reading.of(generation.get()));
            } catch (NoSuchFileException e) {
                if (attempt == 3) {
                    throw e;
                }
            }
        }
    }

    /**
     * The bytes of what is kept, as they were taken; who uses them opens them under the pin.
     *
     * @return empty if nothing is kept
     */
    public Optional<byte[]> keptFile() throws IOException {
        for (int attempt = 0; ; attempt++) {
            Optional<Path> generation = generation();
            if (generation.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(Snapshots.file(generation.get().resolve(SNAPSHOT)));
            } catch (NoSuchFileException e) {
                if (attempt == 3) {
                    throw e;
                }
            }
        }
    }

    /**
     * Opens a snapshot for one look, without keeping it. One that is over is opened too, as by {@link Snapshots#open}; one that is older than, or at odds with, what is kept under the same root
     * is refused: a replayed file must not hide what this reader already knows to be revoked.
     *
     * @throws IOException if what is kept cannot be read
     */
    public SnapshotResult look(byte[] zip, Pin pin) throws IOException {
        try {
            Snapshot offered = SnapshotReading.read(zip, pin);
            if (pin().equals(Optional.of(pin))) {
                Optional<Memory> memory = memory();
                if (memory.isPresent()) {
                    Rollback.judge(memory.get(), offered);
                }
            }
            return new SnapshotResult.Taken(offered);
        } catch (RefusedException e) {
            return Snapshots.refused(e, zip);
        }
    }

    /**
     * Takes a snapshot if it is good under the pin, not over, and not older than or at odds with what is kept. The pin becomes the store's own.
     *
     * @throws IOException if the disk fails or another process holds the store for more than ten seconds; nothing is changed then
     */
    public SnapshotResult take(byte[] zip, Pin pin) throws IOException {
        Snapshot offered;
        try {
            offered = SnapshotReading.read(zip, pin);
        } catch (RefusedException e) {
            return Snapshots.refused(e, zip);
        }
        DurableFiles.folder(folder);
        try (FolderLock lock = FolderLock.take(folder, PATIENCE)) {
            Optional<Memory> memory = memory();
            Memory next = memory.isPresent() ? Rollback.judge(memory.get(), offered) : offered.memory();
            refuseOver(offered, clock.instant());
            if (memory.filter(m -> m.manifest().equals(offered.memory().manifest()))
                            .isPresent()
                    && whole(pin)) {
                return new SnapshotResult.AlreadyThere(offered);
            }
            keep(zip, offered, next, lock);
            return new SnapshotResult.Taken(offered);
        } catch (RefusedException e) {
            return Snapshots.refused(e, zip);
        }
    }

    /** TRUST-71. */
    private static void refuseOver(Snapshot offered, Instant now) throws RefusedException {
        if (offered.manifest().head().staleAt(now)
                || offered.trustList().head().staleAt(now)
                || offered.root().head().staleAt(now)) {
            Instant end = Stream.of(
                            offered.manifest().head().nextUpdate(),
                            offered.trustList().head().nextUpdate(),
                            offered.root().head().nextUpdate())
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            throw new RefusedException(Refusal.EXPIRED, "it ended at " + end + ", now is " + now + " (TRUST-71)");
        }
    }

    private void keep(byte[] zip, Snapshot snapshot, Memory memory, FolderLock held) throws IOException {
        java.util.Objects.requireNonNull(held, "only under the lock");
        Path generation = folder.resolve("g-" + snapshot.manifest().head().sequence() + "-"
                + UUID.randomUUID().toString().substring(0, 8));
        DurableFiles.folder(generation);
        DurableFiles.writeNew(generation.resolve(SNAPSHOT), zip);
        DurableFiles.writeNew(generation.resolve(MEMORY), MemoryFile.write(memory));
        DurableFiles.flushFolder(generation);
        DurableFiles.flushFolder(folder);
        DurableFiles.replace(
                folder.resolve(ROOT), (snapshot.pin().fingerprint().hex() + "\n").getBytes(StandardCharsets.UTF_8));
        DurableFiles.replace(
                folder.resolve(CURRENT), (generation.getFileName() + "\n").getBytes(StandardCharsets.UTF_8));
        removeOthers(generation);
    }

    private boolean whole(Pin pin) throws IOException {
        return kept(pin).flatMap(SnapshotResult::taken).isPresent();
    }

    private Optional<Memory> memory() throws IOException {
        return ofCurrent(generation -> {
            byte[] bytes = Files.readAllBytes(generation.resolve(MEMORY));
            try {
                return MemoryFile.read(bytes);
            } catch (IllegalArgumentException | IndexOutOfBoundsException | java.time.DateTimeException e) {
                // To go on without it would be to forget what must not be forgotten.
                throw new IOException("the store's memory is damaged: " + generation.resolve(MEMORY), e);
            }
        });
    }

    private Optional<Path> generation() throws IOException {
        Path pointer = folder.resolve(CURRENT);
        if (!Files.exists(pointer)) {
            return Optional.empty();
        }
        String name = Files.readString(pointer, StandardCharsets.UTF_8).strip();
        if (!name.matches("g-[0-9]{1,19}-[0-9a-f]{8}")) {
            throw new IOException("the store's file 'current' is damaged: " + pointer);
        }
        return Optional.of(folder.resolve(name));
    }

    /** Older generations, and halves that a crash left. */
    private void removeOthers(Path generation) throws IOException {
        List<Path> others;
        try (Stream<Path> all = Files.list(folder)) {
            others = all.filter(path -> path.getFileName().toString().startsWith("g-") && !path.equals(generation))
                    .toList();
        }
        for (Path other : others) {
            try (Stream<Path> files = Files.list(other)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(other);
        }
    }
}
