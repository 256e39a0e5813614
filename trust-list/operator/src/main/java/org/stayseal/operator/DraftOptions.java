package org.stayseal.operator;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.Root;
import org.stayseal.trust.authority.ceremony.Assembly;
import org.stayseal.trust.authority.ceremony.Ceremony;
import org.stayseal.trust.authority.ceremony.CeremonyFile;
import org.stayseal.trust.authority.ceremony.CeremonyFolder;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.ceremony.CeremonyPart;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.ceremony.Circumstances;
import org.stayseal.trust.authority.ceremony.DryRun;
import org.stayseal.trust.authority.ceremony.Step;
import org.stayseal.trust.authority.ceremony.TakenOver;
import org.stayseal.trust.authority.ceremony.Transcript;
import org.stayseal.trust.authority.keys.HeldKey;
import org.stayseal.trust.authority.keys.KeyFault;
import org.stayseal.trust.authority.keys.KeyPlace;
import org.stayseal.trust.authority.keys.Secrets;
import org.stayseal.trust.authority.register.Register;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command asks that writes a ceremony for review: whose, why, from when, and where to. */
final class DraftOptions {

    private static final int MOST_TITLE = 200;

    @Parameters(index = "0", paramLabel = "DIR", description = "the authority's directory")
    private Path directory = Path.of("");

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "why, for those who sign and for those who read it in ten years")
    private String reason = "";

    @Option(names = "--title", paramLabel = "TEXT", description = "what, in a few words; else the command says it")
    private @Nullable String title;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "from when it holds, such as 2026-12-01T00:00:00Z; else now")
    private @Nullable Instant from;

    @Option(names = "--out", paramLabel = "FILE", description = "where the ceremony file for review is written")
    private @Nullable Path out;

    @Option(
            names = "--with",
            paramLabel = "FILE",
            description =
                    "a ceremony that was written for review and not held: its steps come first in this one, so that people meet once for all of them")
    private @Nullable Path with;

    @Option(
            names = "--demo-keys",
            description =
                    "hold it at once with the root keys of a demo, which lie in its own directory; never in production")
    private boolean demoKeys;

    AuthorityDirectory directory() {
        return new AuthorityDirectory(directory);
    }

    /** The ceremony's moment, the same however often it is asked: what a step says is from then on. */
    Instant at(Console console) throws CommandFailed {
        if (from == null) {
            from = directory().history().nextMoment(console.clock().instant());
        }
        return from;
    }

    /** Writes the ceremony file, or holds the ceremony where that was asked. */
    int draft(Console console, String usualTitle, List<Step> steps) throws CommandFailed {
        if ((out == null) == !demoKeys) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "a ceremony is written for review, or held at once in a demo",
                    "give --out FILE, or --demo-keys");
        }
        CeremonyHistory history = directory().history();
        Circumstances circumstances = directory().circumstances(console.clock().instant());
        try {
            Optional<Ceremony> earlier = earlier(history);
            Instant at = at(console);
            CeremonyFile file = history.next(
                    at,
                    title == null ? titled(earlier, usualTitle) : title,
                    reason,
                    Stream.concat(earlier.stream().flatMap(one -> TakenOver.steps(one, at).stream()), steps.stream())
                            .toList());
            DryRun run = history.dryRun(file, circumstances);
            CeremonyWords.head(console, file);
            CeremonyWords.changes(console, run, directory().holders());
            return demoKeys ? hold(console, history, file, circumstances) : write(console, file);
        } catch (CeremonyRefusedException e) {
            throw AuthorityDirectory.refused("no such ceremony can be held", e, "nothing was written");
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(
                    Exit.USAGE, "no such ceremony can be held: " + e.getMessage(), "nothing was written");
        }
    }

    /** What is taken in with {@code --with}: made for the same state, so that no step of it was meant for another. */
    private Optional<Ceremony> earlier(CeremonyHistory history) throws CommandFailed {
        if (with == null) {
            return Optional.empty();
        }
        Ceremony earlier = CeremonyCommand.file(with).ceremony();
        if (earlier.number() != history.number() + 1
                || !earlier.before().equals(history.register().map(Register::digest))) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    with + " was made for another state than that of now",
                    "take it over first: trust ceremony redo; nothing was written");
        }
        return Optional.of(earlier);
    }

    /** Both titles, as long as that is one. */
    private static String titled(Optional<Ceremony> earlier, String title) {
        return earlier.map(one -> one.title() + "; " + title)
                .filter(both -> both.length() <= MOST_TITLE)
                .orElseGet(() -> earlier.map(one -> one.steps().size() + " steps, and: " + title)
                        .orElse(title));
    }

    private int write(Console console, CeremonyFile file) throws CommandFailed {
        Path target = java.util.Objects.requireNonNull(out);
        InputFile.writeNew(target, file.bytes());
        console.progress("for review: " + target + "; each of those who sign looks at it with: trust ceremony show "
                + directory + " " + target);
        return Exit.DONE.code;
    }

    private int hold(Console console, CeremonyHistory history, CeremonyFile file, Circumstances circumstances)
            throws CommandFailed, CeremonyRefusedException {
        Root root = history.rootInForce().orElseThrow();
        Assembly assembly = new Assembly(file, history.rootInForce());
        for (HeldKey key : demoRoots(directory, root)) {
            assembly.add(CeremonyPart.sign(file, key.signer().orElseThrow()));
        }
        return commit(
                console,
                directory,
                assembly.transcript(),
                circumstances,
                directory().holders());
    }

    /** As many of a demo's root keys as it takes. */
    static List<HeldKey> demoRoots(Path directory, Root root) throws CommandFailed {
        Path keys = directory.resolve("keys");
        List<HeldKey> held = new ArrayList<>();
        try {
            for (int n = 1; held.size() < root.role(Role.ROOT).threshold(); n++) {
                HeldKey key = HeldKey.open(
                        KeyPlace.of(keys.resolve("root-" + n + ".p12").toString()),
                        Secrets.in(keys.resolve("password")));
                if (root.role(Role.ROOT).keys().stream()
                        .anyMatch(one -> one.kid().equals(key.kid()))) {
                    held.add(key);
                }
            }
        } catch (KeyFault fault) {
            throw new CommandFailed(
                    Exit.NO_INPUT,
                    "these are no demo keys: " + fault.getMessage(),
                    "write the ceremony with --out, and have it signed: trust ceremony sign");
        }
        return held;
    }

    static int commit(
            Console console, Path directory, Transcript transcript, Circumstances circumstances, Holders holders)
            throws CommandFailed {
        try {
            CeremonyHistory longer = new CeremonyFolder(directory).append(transcript, circumstances);
            console.line("held: ceremony " + longer.number() + ", signed by "
                    + holders.named(String.join(", ", transcript.kids())));
            console.progress("it is in the register; verifiers learn of it with the next publication");
            return Exit.DONE.code;
        } catch (CeremonyRefusedException e) {
            throw AuthorityDirectory.refused("the ceremony is refused", e, "nothing was written");
        } catch (java.io.IOException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT,
                    "the transcript cannot be written to " + directory,
                    "check its permissions and the space on the disk; nothing was changed");
        }
    }
}
