package org.stayseal.operator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.stayseal.trust.reader.DurableFiles;

/** Files read within a bound, and written whole or not at all. */
final class InputFile {

    /** More than any file that is read here may have: an LDIF of TRUST-115. */
    static final int MOST_BYTES = 268_435_456;

    private InputFile() {}

    static byte[] read(Path file) throws CommandFailed {
        return read(file, MOST_BYTES);
    }

    static byte[] read(Path file, int most) throws CommandFailed {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new CommandFailed(
                        Exit.NO_INPUT, file + " has more than " + most + " bytes", "it is not what it is taken for");
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new CommandFailed(Exit.NO_INPUT, file + " is not there", "check the path");
        } catch (IOException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT, file + " cannot be read", "check its permissions; it is to be a file");
        }
    }

    /** Puts the content there in one step; what was there before stays until then. */
    static void write(Path file, byte[] content) throws CommandFailed {
        try {
            DurableFiles.replace(file, content);
        } catch (IOException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT,
                    file + " cannot be written",
                    "check the folder, its permissions and the space on the disk; nothing was changed");
        }
    }

    /** As {@link #write}, but never over something that is there. */
    static void writeNew(Path file, byte[] content) throws CommandFailed {
        if (Files.exists(file)) {
            throw new CommandFailed(
                    Exit.NO_INPUT, file + " is there already", "nothing is overwritten; name another file");
        }
        write(file, content);
    }
}
