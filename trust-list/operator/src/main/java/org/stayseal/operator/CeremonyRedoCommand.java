package org.stayseal.operator;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stayseal.trust.authority.ceremony.Ceremony;
import org.stayseal.trust.authority.ceremony.CeremonyFile;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.ceremony.TakenOver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trust ceremony redo}: what waited while another ceremony was held, once more (TRUST-268). */
@Command(
        name = "redo",
        description = {
            "Takes a ceremony that waited over onto what holds now, after another one was held: the same steps, title and reason in a new file.",
            "Signatures over the old file are void; everybody looks at the new one and signs it."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 written; 1 refused; 64 usage; 66 a file cannot be read or written."})
final class CeremonyRedoCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "DIR", description = "the authority's directory")
    private Path directory = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE", description = "the ceremony that waited")
    private Path path = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "from when it holds; else as it was, and where that is over, now")
    private @Nullable Instant from;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "where the new file is written")
    private Path out = Path.of("");

    @Mixin
    private PeopleOption people = new PeopleOption();

    CeremonyRedoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        Ceremony waited = CeremonyCommand.file(path).ceremony();
        AuthorityDirectory authority = new AuthorityDirectory(directory);
        CeremonyHistory history = authority.history();
        Instant now = console.clock().instant();
        refuseUnlessVoid(waited, history);
        try {
            Instant next = history.nextMoment(now);
            Instant at = from == null ? waited.at().isBefore(next) ? next : waited.at() : from;
            CeremonyFile file = history.next(at, waited.title(), waited.reason(), TakenOver.steps(waited, at));
            CeremonyWords.head(console, file);
            CeremonyWords.changes(
                    console, history.dryRun(file, authority.circumstances(now)), people.holders(authority));
            InputFile.writeNew(out, file.bytes());
            console.progress("for review: " + out + "; what was signed over " + path
                    + " is void, so everybody looks and signs again: trust ceremony show, sign");
            return Exit.DONE.code;
        } catch (CeremonyRefusedException e) {
            throw AuthorityDirectory.refused(
                    "it cannot be held after what was held meanwhile",
                    e,
                    "nothing was written; make another ceremony for what is still to be done");
        }
    }

    private void refuseUnlessVoid(Ceremony waited, CeremonyHistory history) throws CommandFailed {
        if (!history.authority().equals(java.util.Optional.of(waited.root()))) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    "the ceremony is of the authority with the root " + waited.root() + ", and this is another",
                    "give the directory of that one; nothing was written");
        }
        if (waited.number() > history.number()) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    "no ceremony was held since it was made, so its signatures count",
                    "finish it with them when its moment has come, " + waited.at() + "; nothing was written");
        }
        CeremonyFile held = history.transcripts().get(waited.number() - 1).file();
        if (held.digest().equals(CeremonyFile.of(waited).digest())) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    "it was held already, as ceremony " + waited.number(),
                    "there is nothing left to do; nothing was written");
        }
    }
}
