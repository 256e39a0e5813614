package org.stayseal.operator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.Root;
import org.stayseal.trust.authority.ceremony.RootStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code trust rotate-root}: the next root. */
@Command(
        name = "rotate-root",
        description = {
            "A ceremony that brings the next root: other people, other keys of a role, or the same for longer.",
            "What is not given stays. It takes the signatures of enough of the old root keys and of enough of the new ones."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 written; 1 refused; 64 usage; 66 a file cannot be read or written."})
final class RotateRootCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private DraftOptions draft = new DraftOptions();

    @Mixin
    private RootOptions keys = new RootOptions();

    RotateRootCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        Root before = draft.directory()
                .history()
                .rootInForce()
                .orElseThrow(() ->
                        new CommandFailed(Exit.REFUSED, "there is no root yet", "hold the first ceremony: trust init"));
        Instant at = draft.at(console);
        Head head = new Head(
                before.head().country(),
                before.head().environment(),
                before.head().sequence() + 1,
                at,
                at.atZone(ZoneOffset.UTC).plusYears(keys.years).toInstant());
        try {
            Root next = new Root(head, keys.roles(before.roles()));
            return draft.draft(console, "Root " + head.sequence(), List.of(RootStep.of(next)));
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(
                    Exit.REFUSED, "there can be no such root: " + e.getMessage(), "nothing was written");
        }
    }
}
