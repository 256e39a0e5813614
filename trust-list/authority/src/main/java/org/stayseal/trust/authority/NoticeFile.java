package org.stayseal.trust.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Notices;
import org.stayseal.trust.reader.DurableFiles;

/** The notices that an authority makes from day to day, on the disk: {@code notices.json} in its directory, missing before the first. Read while a service publishes, too. */
public final class NoticeFile {

    private final Path file;

    /** @param directory the authority's */
    public NoticeFile(Path directory) {
        this.file = directory.resolve("notices.json");
    }

    /**
     * All of them, in force, withdrawn and over.
     *
     * @throws IOException if the file is damaged, or the disk fails
     */
    public List<Notice> all() throws IOException {
        return read().all();
    }

    NoticeBoard read() throws IOException {
        if (!Files.exists(file)) {
            return NoticeBoard.EMPTY;
        }
        try {
            return new NoticeBoard(Notices.read(Files.readAllBytes(file), NoticeBoard.MOST));
        } catch (FormatException e) {
            throw new IOException(file + " cannot be read: " + e.rule() + ", " + e.getMessage(), e);
        }
    }

    void write(NoticeBoard board) throws IOException {
        DurableFiles.replace(file, Notices.write(board.all()));
    }
}
