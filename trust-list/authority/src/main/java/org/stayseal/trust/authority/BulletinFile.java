package org.stayseal.trust.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.Bulletins;
import org.stayseal.trust.reader.DurableFiles;

/** The bulletins of an authority on the disk: {@code bulletins.json} in its directory, missing before the first. One that is over is forgotten with the next. */
final class BulletinFile {

    private final Path file;

    BulletinFile(Path directory) {
        this.file = directory.resolve("bulletins.json");
    }

    /** Those that are not over. One from before the clock was put back waits until then. */
    List<Bulletin> current(Instant now) throws IOException {
        return kept(now).stream()
                .filter(bulletin -> !bulletin.published().isAfter(now))
                .toList();
    }

    void add(Bulletin bulletin, Instant now) throws IOException {
        List<Bulletin> all = new ArrayList<>(kept(now));
        if (all.size() == Bulletin.MAX_ENTRIES
                || all.stream().anyMatch(other -> other.id().equals(bulletin.id()))) {
            throw new IllegalArgumentException(
                    "a list has at most " + Bulletin.MAX_ENTRIES + " bulletins, none of one id twice");
        }
        all.add(bulletin);
        DurableFiles.replace(file, Bulletins.write(all));
    }

    private List<Bulletin> kept(Instant now) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Bulletins.read(Files.readAllBytes(file)).stream()
                    .filter(bulletin -> now.isBefore(bulletin.until()))
                    .toList();
        } catch (FormatException e) {
            throw new IOException(file + " cannot be read: " + e.rule() + ", " + e.getMessage(), e);
        }
    }
}
