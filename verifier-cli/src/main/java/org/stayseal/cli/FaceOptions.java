package org.stayseal.cli;

import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the face that a code carries is saved. */
final class FaceOptions {

    @Option(
            names = "--save-face",
            paramLabel = "FILE",
            description =
                    "save the face that the code carries: as PNG where FILE ends in .png, else as the code holds it."
                            + " The second code's face is saved beside it as FILE-2, the third's as FILE-3, with its ending; a code whose face is not saved"
                            + " leaves its number out")
    private @Nullable String file;

    @Option(names = "--force", description = "let --save-face replace files that are there")
    private boolean force;

    /**
     * The files to save into, if any were asked for.
     *
     * @throws CommandFailed if its ending is refused, or the first is there and may not be replaced, so that nobody waits for a verdict first
     */
    Optional<FaceFiles> files(Console console) throws CommandFailed {
        if (file == null) {
            if (force) {
                throw new CommandFailed(Exit.USAGE, "--force is for --save-face", "name the file with --save-face");
            }
            return Optional.empty();
        }
        FaceFiles.refuseEnding(Inputs.path(file));
        FaceFiles files = new FaceFiles(console, Inputs.path(file), force);
        if (!force && Files.exists(Inputs.path(file))) {
            throw FaceFiles.isThere(Inputs.path(file));
        }
        return Optional.of(files);
    }
}
