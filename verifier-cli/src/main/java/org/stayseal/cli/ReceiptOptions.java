package org.stayseal.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.receipt.Receipt;
import org.stayseal.spec.receipt.ReceiptOfCheck;
import org.stayseal.spec.receipt.ReceiptWriter;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Verdict;
import picocli.CommandLine.Option;

/** Where the receipt of a check goes (docs 70), and whether a service stamps its time. */
final class ReceiptOptions {

    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description =
                    "keep a receipt of the check, as JSON, in a new file; with --purpose work it holds the code itself. Of one code only")
    private @Nullable String file;

    @Option(
            names = "--time-stamp",
            paramLabel = "URL",
            description =
                    "have a service of RFC 3161 stamp the receipt; only its hash is sent. The one option for which verify uses the network")
    private @Nullable String service;

    boolean isAsked() {
        return file != null;
    }

    /** @throws CommandFailed if the file is there already, so that nobody waits for a verdict first */
    void refuseBefore() throws CommandFailed {
        if (file == null && service != null) {
            throw new CommandFailed(Exit.USAGE, "--time-stamp is for --receipt", "name the file with --receipt");
        }
        if (file != null && Files.exists(Inputs.path(file))) {
            throw isThere(file);
        }
        if (service != null) {
            StampService.address(service);
        }
    }

    /** @param codes that have a verdict of their own */
    void refuseUnlessOne(long codes) throws CommandFailed {
        if (file != null && codes != 1) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "a receipt is of one code, and there are " + codes,
                    "verify one at a time, each with a --receipt of its own");
        }
    }

    /** What comes of it when the service does not answer: a receipt without a time stamp, and code 66 beside the verdict's. */
    Exit keep(Console console, byte[] code, Asked asked, Verdict verdict, Profiles profiles) throws CommandFailed {
        if (file == null) {
            return Exit.VALID;
        }
        Receipt receipt =
                ReceiptOfCheck.of(Main.Version.text(), console.clock().instant(), code, asked, verdict, profiles);
        Exit exit = Exit.VALID;
        if (service != null) {
            try {
                receipt = receipt.stamped(StampService.stamp(service, ReceiptWriter.hash(receipt)));
            } catch (FormatException | IOException e) {
                console.failed(
                        "the receipt has no time stamp: " + e.getMessage(),
                        "its time is this machine's own clock; check the address of the service");
                exit = Exit.NO_INPUT;
            }
        }
        write(Inputs.path(file), ReceiptWriter.file(receipt));
        console.err()
                .println("note: receipt kept in " + Printable.of(file) + "; its time is this machine's own clock"
                        + (receipt.embedded().isPresent() ? "; it holds the code" : ""));
        return exit;
    }

    /** Never over another file, and where the system can, for nobody else to read: it may be a person's permit. */
    private static void write(Path path, byte[] bytes) throws CommandFailed {
        try {
            boolean posix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] own = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            try (var out =
                    Files.newByteChannel(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), own)) {
                out.write(java.nio.ByteBuffer.wrap(bytes));
            }
        } catch (FileAlreadyExistsException e) {
            throw isThere(path.toString());
        } catch (IOException e) {
            throw new CommandFailed(Exit.NO_INPUT, path + " cannot be written", "check the folder and its permissions");
        }
    }

    private static CommandFailed isThere(String file) {
        return new CommandFailed(
                Exit.USAGE, file + " is there already", "name another file: a receipt replaces nothing");
    }
}
