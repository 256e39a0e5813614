package org.stayseal.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stayseal.trust.reader.DurableFiles;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.TrustStore;

/** When a store last took what was fetched: a note beside it for {@code sync --if-due}, by which nothing is judged (STATUS-61). */
final class FetchTime {

    private static final int MAX_BYTES = 64;

    private final Path file;

    FetchTime(Path store) {
        this.file = store.resolve("fetched");
    }

    /** Whether no list of the store asks to be fetched again. A note that is missing, damaged or of the future says no. */
    boolean isRecent(TrustStore store, Pin pin, Instant now) {
        try {
            Optional<Instant> fetched = read();
            Optional<Duration> wait = store.kept(pin)
                    .flatMap(SnapshotResult::taken)
                    .filter(snapshot -> !now.isAfter(snapshot.trustedUntil()))
                    .flatMap(snapshot -> snapshot.fetchAfter());
            return fetched.isPresent()
                    && wait.isPresent()
                    && !fetched.get().isAfter(now)
                    && now.isBefore(fetched.get().plus(wait.get()));
        } catch (IOException e) {
            return false;
        }
    }

    /** Notes it. */
    void is(Instant now) throws IOException {
        DurableFiles.replace(file, (now + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private Optional<Instant> read() throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(
                    Files.readString(file, StandardCharsets.ISO_8859_1).strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
