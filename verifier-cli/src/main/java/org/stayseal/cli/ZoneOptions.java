package org.stayseal.cli;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.verify.Asked;
import picocli.CommandLine.Option;

/**
 * The machine readable zones to compare with. They are about a person, and every user of a machine can read the command lines of the others while they run:
 * so a file, or standard input, is the way for a counter; the text itself is for tests.
 */
final class ZoneOptions {

    /** A zone has 90 characters; a file with more than this is another one. */
    private static final int MAX_BYTES = 4096;

    @Option(
            names = "--mrz-file",
            paramLabel = "FILE",
            description =
                    "a text file with the machine readable lines printed on the document, or - for standard input")
    private @Nullable String printedFile;

    @Option(names = "--passport-mrz-file", paramLabel = "FILE", description = "the same for the passport's lines")
    private @Nullable String passportFile;

    @Option(
            names = "--mrz",
            paramLabel = "LINES",
            description =
                    "the document's lines themselves, in one string; other users of this machine can see them, so prefer --mrz-file")
    private @Nullable String printed;

    @Option(names = "--passport-mrz", paramLabel = "LINES", description = "the same for the passport's lines")
    private @Nullable String passport;

    /**
     * The question beside the zones that were given.
     *
     * @param others how often another option reads standard input
     */
    Asked beside(Asked asked, CodeOptions codes, long others, Inputs inputs) throws CommandFailed {
        if (printed != null && printedFile != null || passport != null && passportFile != null) {
            throw new CommandFailed(
                    Exit.USAGE, "one zone is given twice", "give a file or the lines themselves, not both");
        }
        long fromStandardInput = Stream.concat(Stream.of(some(printedFile), some(passportFile)), codes.names().stream())
                .filter("-"::equals)
                .count();
        if (fromStandardInput + others > 1) {
            throw new CommandFailed(
                    Exit.USAGE, "standard input can be only one thing", "give - once, and files for the others");
        }
        Asked beside = asked;
        Optional<String> document = text(printed, printedFile, inputs);
        if (document.isPresent()) {
            beside = beside.printedMrz(document.get());
        }
        Optional<String> travel = text(passport, passportFile, inputs);
        return travel.isPresent() ? beside.passportMrz(travel.get()) : beside;
    }

    private static Optional<String> text(@Nullable String given, @Nullable String file, Inputs inputs)
            throws CommandFailed {
        if (file == null) {
            // A shell makes a line end from $'\n'; who types \n means the same.
            return Optional.ofNullable(given).map(text -> text.replace("\\n", "\n"));
        }
        byte[] bytes = inputs.read(file);
        if (bytes.length > MAX_BYTES) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "that file is too long for machine readable lines",
                    "give a text file with the two or three lines");
        }
        return Optional.of(new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""));
    }

    private static String some(@Nullable String name) {
        return name == null ? "" : name;
    }
}
