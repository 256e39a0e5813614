package org.stayseal.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stayseal.barcode.FacePicture;
import org.stayseal.barcode.PortraitRefusedException;

/**
 * Saves the faces that codes carry, one file each, the first code's in FILE, the second's in FILE-2, whether the first has one or not. A face is decoded within bounds before it is saved, so what is in the file is a picture. Nothing is
 * replaced unless asked, nothing is written through a link, and only the owner may read what is written: a face is personal data.
 */
final class FaceFiles {
    private static final Map<String, String> ENDINGS =
            Map.of("webp", "image/webp", "jpg", "image/jpeg", "jpeg", "image/jpeg", "jp2", FacePicture.JPEG_2000);

    private final Console console;
    private final Path first;
    private final boolean force;

    /** Of how many codes the face was to be saved: the file's number is the code's, whatever became of those before it. */
    private int codes;

    FaceFiles(Console console, Path first, boolean force) {
        this.console = console;
        this.first = first;
        this.force = force;
    }

    static CommandFailed isThere(Path file) {
        return new CommandFailed(
                Exit.USAGE, file + " is there already", "give --force to replace it, or name another file");
    }

    /** Says why a face is not saved that there may be. */
    void refuse(Inputs.Input input, String why) {
        codes++;
        none(input, why);
    }

    private void none(Inputs.Input input, String why) {
        console.err().println("note: no face of " + called(input) + " is saved: " + why);
    }

    /**
     * Saves the face of a document, if it has one.
     *
     * @param document by the names of VER-60
     * @throws CommandFailed if the file cannot be written, or does not go by its ending
     */
    void save(Inputs.Input input, Map<String, Object> document) throws CommandFailed {
        codes++;
        if (!(document.get("photo") instanceof String base64) || !(document.get("photoType") instanceof String type)) {
            none(input, "the code carries none");
            return;
        }
        byte[] face = Base64.getDecoder().decode(base64);
        byte[] png;
        try {
            png = FacePicture.asPng(face, type);
        } catch (PortraitRefusedException e) {
            none(input, String.valueOf(e.getMessage()));
            return;
        }
        Path file = file();
        String ending = ending(file);
        if (ENDINGS.containsKey(ending) && !type.equals(ENDINGS.get(ending))) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "the face is " + type + ", and " + file + " does not end so",
                    "let the file end in .png, which any face can be saved as");
        }
        write(file, ending.equals("png") ? png : face);
        console.err().println("note: the face of " + called(input) + " is in " + Printable.of(file + ""));
    }

    /** The file, and the place in it where there are several codes. */
    private static String called(Inputs.Input input) {
        return Printable.of(input.name()) + (input.place().isEmpty() ? "" : " (" + input.place() + ")");
    }

    /** Refuses an ending that promises a kind of picture that codes hardly ever hold, before anybody waits for a verdict. */
    static void refuseEnding(Path file) throws CommandFailed {
        if ("image/jpeg".equals(ENDINGS.get(ending(file)))) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "faces are not saved as JPEG",
                    "let the file end in .png, which any face can be saved as; without an ending it is saved as the code holds it");
        }
    }

    private Path file() {
        if (codes == 1) {
            return first;
        }
        String name = String.valueOf(first.getFileName());
        int dot = name.lastIndexOf('.');
        String numbered = dot < 1 ? name + "-" + codes : name.substring(0, dot) + "-" + codes + name.substring(dot);
        return first.resolveSibling(numbered);
    }

    private void write(Path file, byte[] bytes) throws CommandFailed {
        try {
            if (force && !Files.isDirectory(file)) {
                Files.deleteIfExists(file);
            }
            try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owners()))) {
                out.write(bytes);
            }
        } catch (FileAlreadyExistsException e) {
            throw isThere(file);
        } catch (IOException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT, file + " cannot be written", "name a file in a folder that is there");
        }
    }

    private static FileAttribute<?>[] owners() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
