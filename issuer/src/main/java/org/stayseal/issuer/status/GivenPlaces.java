package org.stayseal.issuer.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stayseal.trust.reader.DurableFiles;

/**
 * Below which count places may have been given, kept outside of the database, beside the authority's keys: a database that was restored from an older copy gives none
 * of them again (STATUS-35). The mark is on the disk before a place at or above it is given, and moves in blocks, so that most places cost no writing.
 */
final class GivenPlaces {

    /** Places between two writings; as many are skipped at most when the service starts. */
    static final int BLOCK = 256;

    private final Path folder;
    private final Path file;
    private final long atStart;
    private long mark;

    /**
     * @param folder made when a place is given
     * @throws UncheckedIOException when the mark cannot be read, or is none: then nobody knows what was given
     */
    GivenPlaces(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("places");
        this.atStart = read(file);
        this.mark = atStart;
    }

    private static long read(Path file) {
        try {
            if (!Files.exists(file)) {
                return 0;
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (!text.matches("[0-9]{1,18}")) {
                throw new IOException("the mark of the places that were given is damaged: " + file);
            }
            return Long.parseLong(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts below this one may have been given before this service started. */
    long atStart() {
        return atStart;
    }

    /** Sees to it that the mark on the disk is above this count. */
    synchronized void giving(long count) {
        if (count < mark) {
            return;
        }
        long next = count + BLOCK;
        try {
            DurableFiles.folder(folder);
            DurableFiles.replace(file, (next + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mark = next;
    }
}
