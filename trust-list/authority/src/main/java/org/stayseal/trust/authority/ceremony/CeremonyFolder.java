package org.stayseal.trust.authority.ceremony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stayseal.trust.reader.DurableFiles;
import org.stayseal.trust.reader.FolderLock;

/**
 * The transcripts of an authority on the disk: {@code ceremonies/<n>.json} in its directory (TRUST-258). It has a lock of its own, so that a service which publishes goes on while one is added.
 *
 * <p>Nothing is ever overwritten.
 */
public final class CeremonyFolder {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_BYTES = CeremonyPart.MAX_BYTES;

    private final Path folder;

    /** @param directory the authority's */
    public CeremonyFolder(Path directory) {
        this.folder = directory.resolve("ceremonies");
    }

    /** Whether there is a ceremony with that number. One look at the disk. */
    public boolean has(int number) {
        return Files.exists(file(number));
    }

    /**
     * Reads and replays everything.
     *
     * @throws CeremonyRefusedException for a gap, a broken chain, a changed byte, with the number of the ceremony
     * @throws IOException if the disk fails
     */
    public CeremonyHistory history() throws IOException, CeremonyRefusedException {
        List<byte[]> files = new ArrayList<>();
        for (int number : numbers()) {
            if (number != files.size() + 1) {
                throw new CeremonyRefusedException(
                        "TRUST-251",
                        "ceremony " + (files.size() + 1) + " is missing, and there is a ceremony " + number
                                + "; restore the folder " + folder.getFileName());
            }
            if (Files.size(file(number)) > MAX_BYTES) {
                throw new CeremonyRefusedException(
                        "TRUST-249", "ceremony " + number + " has more bytes than one can have");
            }
            files.add(Files.readAllBytes(file(number)));
        }
        return CeremonyHistory.replay(files);
    }

    /**
     * Adds the next transcript; it is on the disk when this returns.
     *
     * @param circumstances under which it is asked whether it may be held
     * @return everything with it
     * @throws CeremonyRefusedException if it does not follow the last, or may not be held; nothing is written then
     * @throws IOException if the disk fails
     */
    public CeremonyHistory append(Transcript transcript, Circumstances circumstances)
            throws IOException, CeremonyRefusedException {
        DurableFiles.folder(folder);
        try (FolderLock lock = FolderLock.take(folder, PATIENCE)) {
            java.util.Objects.requireNonNull(lock);
            CeremonyHistory history = history();
            history.dryRun(transcript.file(), circumstances);
            MomentRule.requireCome(
                    transcript.ceremony(), history.last().map(Transcript::ceremony), circumstances.now());
            CeremonyHistory longer = history.then(transcript);
            Path target = file(longer.number());
            if (Files.exists(target)) {
                throw new IOException("there is a file " + target + " already");
            }
            Path next = folder.resolve(target.getFileName() + ".new");
            Files.deleteIfExists(next);
            DurableFiles.writeNew(next, transcript.bytes());
            DurableFiles.move(next, target);
            DurableFiles.flushFolder(folder);
            return longer;
        }
    }

    private Path file(int number) {
        return folder.resolve(number + ".json");
    }

    private SortedSet<Integer> numbers() throws IOException {
        SortedSet<Integer> numbers = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return numbers;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,6}\\.json"))
                    .forEach(name -> numbers.add(Integer.parseInt(name.substring(0, name.length() - 5))));
        }
        return numbers;
    }
}
