package org.stayseal.trust.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Notices;
import org.stayseal.trust.reader.DurableFiles;

/** The notices of an authority on the disk: {@code notices.json} in its directory, missing before the first. */
final class NoticeFile {

    private final Path file;

    NoticeFile(Path directory) {
        this.file = directory.resolve("notices.json");
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
