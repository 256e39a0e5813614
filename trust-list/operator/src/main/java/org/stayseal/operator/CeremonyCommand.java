package org.stayseal.operator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.trust.authority.ceremony.Assembly;
import org.stayseal.trust.authority.ceremony.CeremonyFile;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.ceremony.CeremonyPart;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.ceremony.Circumstances;
import org.stayseal.trust.authority.ceremony.DryRun;
import org.stayseal.trust.authority.ceremony.Transcript;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trust ceremony}: one reviewed file in, one signed transcript out. */
@Command(
        name = "ceremony",
        description = "Looks at a ceremony, signs it, puts the signatures together, and verifies all that were held.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CeremonyCommand.Show.class,
            CeremonySignCommand.class,
            CeremonyCommand.Finish.class,
            CeremonyRedoCommand.class,
            CeremonyCommand.Verify.class
        })
final class CeremonyCommand {

    private CeremonyCommand() {}

    static CeremonyFile file(Path path) throws CommandFailed {
        try {
            return CeremonyFile.read(InputFile.read(path, CeremonyFile.MAX_BYTES));
        } catch (FormatException e) {
            throw new CommandFailed(
                    Exit.REFUSED, path + " is no ceremony, " + e.rule() + ": " + e.getMessage(), "do not sign it");
        }
    }

    /** What the file follows; the directory of the first ceremony need not be there yet. */
    static CeremonyHistory before(CeremonyFile file, AuthorityDirectory authority) throws CommandFailed {
        return file.ceremony().number() == 1 && !Files.isDirectory(authority.path())
                ? CeremonyHistory.NONE
                : authority.history();
    }

    private static CeremonyPart part(Path path) throws CommandFailed {
        try {
            return CeremonyPart.read(InputFile.read(path));
        } catch (FormatException e) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    path + " is no signed part, " + e.rule() + ": " + e.getMessage(),
                    "have it made again: trust ceremony sign");
        }
    }

    /** {@code trust ceremony show}. */
    @Command(
            name = "show",
            description =
                    "Replays a ceremony on this machine and says what it will change, or why it is refused. Nothing is written.",
            mixinStandardHelpOptions = true,
            footer = {"", "Exit codes: 0 it may be held; 1 refused; 64 usage; 66 a file cannot be read."})
    static final class Show implements Callable<Integer> {

        private final Console console;

        @Parameters(index = "0", paramLabel = "DIR", description = "the authority's directory, or a copy of it")
        private Path directory = Path.of("");

        @Parameters(index = "1", paramLabel = "FILE", description = "the ceremony")
        private Path path = Path.of("");

        @Mixin
        private PeopleOption people = new PeopleOption();

        Show(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            CeremonyFile file = file(path);
            AuthorityDirectory authority = new AuthorityDirectory(directory);
            CeremonyHistory history = before(file, authority);
            CeremonyWords.head(console, file);
            try {
                Circumstances circumstances =
                        authority.circumstances(console.clock().instant());
                DryRun run = history.dryRun(file, circumstances);
                Holders holders = people.holders(authority);
                CeremonyWords.changes(console, run, holders);
                new Assembly(file, history.rootInForce())
                        .missing()
                        .forEach(line -> console.line("to sign: " + holders.named(line)));
                return Exit.DONE.code;
            } catch (CeremonyRefusedException e) {
                throw AuthorityDirectory.refused("the ceremony is refused", e, "do not sign it");
            }
        }
    }

    /** {@code trust ceremony finish}. */
    @Command(
            name = "finish",
            description = {
                "Puts the parts of several people together and says who is missing.",
                "A dry run, unless --commit is given: then the transcript enters the authority's register."
            },
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Exit codes: 0 complete (with --commit: held); 1 refused; 2 signatures are missing; 64 usage;",
                "            66 a file cannot be read or written."
            })
    static final class Finish implements Callable<Integer> {

        private final Console console;

        @Parameters(
                index = "0",
                paramLabel = "DIR",
                description = "the authority's directory; for the first ceremony it is made")
        private Path directory = Path.of("");

        @Parameters(index = "1", paramLabel = "FILE", description = "the ceremony")
        private Path path = Path.of("");

        @Parameters(
                index = "2..*",
                arity = "1..*",
                paramLabel = "PART",
                description = "what ceremony sign wrote, of each person")
        private List<Path> parts = new ArrayList<>();

        @Option(names = "--commit", description = "hold it: without this nothing is written")
        private boolean commit;

        @Option(
                names = "--transcript",
                paramLabel = "FILE",
                description = "writes the transcript here too, to be kept elsewhere")
        private @Nullable Path transcriptFile;

        @Mixin
        private PeopleOption people = new PeopleOption();

        Finish(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            CeremonyFile file = file(path);
            AuthorityDirectory authority = new AuthorityDirectory(directory);
            CeremonyHistory history = before(file, authority);
            Circumstances circumstances =
                    authority.circumstances(console.clock().instant());
            CeremonyWords.head(console, file);
            try {
                Holders holders = people.holders(authority);
                CeremonyWords.changes(console, history.dryRun(file, circumstances), holders);
                Assembly assembly = new Assembly(file, history.rootInForce());
                for (Path part : parts) {
                    assembly.add(part(part));
                }
                assembly.signed().forEach(kid -> console.line("signed by  " + holders.named(kid)));
                List<String> missing = assembly.missing();
                missing.forEach(line -> console.line("missing    " + holders.named(line)));
                if (!missing.isEmpty()) {
                    console.progress("nothing was written; have more of them sign");
                    return Exit.DUE.code;
                }
                return finished(assembly.transcript(), circumstances, holders);
            } catch (CeremonyRefusedException e) {
                throw AuthorityDirectory.refused("the ceremony is refused", e, "nothing was written");
            }
        }

        private int finished(Transcript transcript, Circumstances circumstances, Holders holders) throws CommandFailed {
            if (transcriptFile != null) {
                InputFile.writeNew(transcriptFile, transcript.bytes());
            }
            if (!commit) {
                console.line("complete");
                console.progress("dry run: the register is as it was; --commit holds the ceremony");
                return Exit.DONE.code;
            }
            return DraftOptions.commit(console, directory, transcript, circumstances, holders);
        }
    }

    /** {@code trust ceremony verify}. */
    @Command(
            name = "verify",
            description = "Replays all ceremonies of an authority from the first, under the root by which it is known.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Exit codes: 0 all count; 1 refused, with the number of the first that does not; 64 usage; 66 a file cannot be read."
            })
    static final class Verify implements Callable<Integer> {

        private final Console console;

        @Mixin
        private RootOption root = new RootOption();

        @Parameters(
                arity = "1..*",
                paramLabel = "DIR|TRANSCRIPT",
                description = "the authority's directory, or transcripts in their order from the first")
        private List<Path> paths = new ArrayList<>();

        @Mixin
        private PeopleOption people = new PeopleOption();

        Verify(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            CeremonyHistory history = history();
            String pinned = root.pin().fingerprint().hex();
            if (history.authority().isEmpty()) {
                throw new CommandFailed(Exit.REFUSED, "there is no ceremony", "give the directory that has them");
            }
            boolean known = history.register().orElseThrow().roots().stream()
                    .anyMatch(one -> one.fingerprint().hex().equals(pinned));
            if (!known) {
                throw new CommandFailed(
                        Exit.REFUSED,
                        "these are ceremonies of another authority: its first root is "
                                + history.authority().orElseThrow(),
                        "ask it for its root's fingerprint; do not take it from here");
            }
            Holders holders = people.holders(new AuthorityDirectory(paths.get(0)));
            for (Transcript transcript : history.transcripts()) {
                console.line(transcript.ceremony().number() + "  "
                        + transcript.ceremony().at() + "  "
                        + transcript.ceremony().title() + "; signed by "
                        + holders.named(String.join(", ", transcript.kids())));
            }
            console.line(history.number() + " ceremonies, each accepted by the root keys before it; register "
                    + history.register().orElseThrow().digest());
            return Exit.DONE.code;
        }

        private CeremonyHistory history() throws CommandFailed {
            if (paths.size() == 1 && Files.isDirectory(paths.get(0))) {
                return new AuthorityDirectory(paths.get(0)).history();
            }
            List<byte[]> files = new ArrayList<>();
            for (Path path : paths) {
                files.add(InputFile.read(path));
            }
            try {
                return CeremonyHistory.replay(files);
            } catch (CeremonyRefusedException e) {
                throw AuthorityDirectory.refused(
                        "the transcripts do not count", e, "ask for those that are kept elsewhere");
            }
        }
    }
}
