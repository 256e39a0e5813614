package org.stayseal.operator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.authority.ceremony.ActivateStep;
import org.stayseal.trust.authority.ceremony.RetireStep;
import org.stayseal.trust.authority.ceremony.RetiringStep;
import org.stayseal.trust.authority.ceremony.RevokeStep;
import org.stayseal.trust.authority.register.RegisteredService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ceremonies that move a listed key from one state to the next. */
final class StateCommands {

    private static final String SERVICE =
            "its name or thumbprint, or the first characters of one of them, as trust status shows them; after -- where they begin with a hyphen";

    private StateCommands() {}

    /** {@code trust activate}. */
    @Command(
            name = "activate",
            description =
                    "A ceremony by which an announced key signs from then on; refused before every list that lacks it is over.",
            mixinStandardHelpOptions = true,
            footer = {"", "Exit codes: 0 written; 1 refused; 64 usage; 66 a file cannot be read or written."})
    static final class Activate implements Callable<Integer> {

        private final Console console;

        @Mixin
        private DraftOptions draft = new DraftOptions();

        @Parameters(index = "1", paramLabel = "SERVICE", description = SERVICE)
        private String service = "";

        Activate(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            RegisteredService meant =
                    AuthorityDirectory.service(draft.directory().register(), service);
            return draft.draft(console, "Activate the " + meant.words(), List.of(new ActivateStep(meant.id())));
        }
    }

    /** {@code trust retiring}. */
    @Command(
            name = "retiring",
            description = "A ceremony by which a key is about to stop: its follower takes over, it may still sign.",
            mixinStandardHelpOptions = true,
            footer = {"", "Exit codes: 0 written; 1 refused; 64 usage; 66 a file cannot be read or written."})
    static final class Retiring implements Callable<Integer> {

        private final Console console;

        @Mixin
        private DraftOptions draft = new DraftOptions();

        @Parameters(index = "1", paramLabel = "SERVICE", description = SERVICE)
        private String service = "";

        Retiring(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            RegisteredService meant =
                    AuthorityDirectory.service(draft.directory().register(), service);
            return draft.draft(console, "Retiring: the " + meant.words(), List.of(new RetiringStep(meant.id())));
        }
    }

    /** {@code trust retire}. */
    @Command(
            name = "retire",
            description = "A ceremony by which a key signs no more; what it signed stays signed.",
            mixinStandardHelpOptions = true,
            footer = {"", "Exit codes: 0 written; 1 refused; 64 usage; 66 a file cannot be read or written."})
    static final class Retire implements Callable<Integer> {

        private final Console console;

        @Mixin
        private DraftOptions draft = new DraftOptions();

        @Parameters(index = "1", paramLabel = "SERVICE", description = SERVICE)
        private String service = "";

        @Option(
                names = "--signs-until",
                paramLabel = "INSTANT",
                description = "of a signer: its last moment; else that of the ceremony")
        private @Nullable Instant until;

        @Option(
                names = "--without-follower",
                paramLabel = "TEXT",
                description = "why nothing else of its kind needs to be active, as the transcript will say")
        private @Nullable String override;

        Retire(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            RegisteredService meant =
                    AuthorityDirectory.service(draft.directory().register(), service);
            boolean signer = meant.service() instanceof Service.PermitSigner;
            if (!signer && until != null) {
                throw new CommandFailed(
                        Exit.USAGE, "only a signer of permits has a last moment", "leave --signs-until out");
            }
            Optional<Instant> last = signer ? Optional.of(until == null ? draft.at(console) : until) : Optional.empty();
            return draft.draft(
                    console,
                    "Retire the " + meant.words(),
                    List.of(new RetireStep(meant.id(), last, Optional.ofNullable(override))));
        }
    }

    /** {@code trust revoke}. */
    @Command(
            name = "revoke",
            description = {
                "A ceremony by which a key is revoked, for good: nothing that it signed counts any more, but for what a kept log holds.",
                "--since can be made earlier by another one, and never later: what is refused does not count again.",
                "For a stolen key; one that is merely over is retired."
            },
            mixinStandardHelpOptions = true,
            footer = {"", "Exit codes: 0 written; 1 refused; 64 usage; 66 a file cannot be read or written."})
    static final class Revoke implements Callable<Integer> {

        private final Console console;

        @Mixin
        private DraftOptions draft = new DraftOptions();

        @Parameters(index = "1", paramLabel = "SERVICE", description = SERVICE)
        private String service = "";

        @Option(names = "--cause", paramLabel = "TEXT", description = "in a word (default: keyCompromise)")
        private String cause = "keyCompromise";

        @Option(
                names = "--since",
                paramLabel = "INSTANT",
                required = true,
                description =
                        "from when on somebody else may have signed with it; choose it early: what was logged before it stays good, what comes after is lost")
        private Instant since = Instant.EPOCH;

        Revoke(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            RegisteredService meant =
                    AuthorityDirectory.service(draft.directory().register(), service);
            int done = draft.draft(
                    console, "Revoke the " + meant.words(), List.of(new RevokeStep(meant.id(), cause, since)));
            if (done == Exit.DONE.code && meant.service() instanceof Service.PermitSigner signer) {
                console.progress(
                        "the CSCA's CRL is due, too: publish makes it where the CSCA's key is in the folder keys; elsewhere "
                                + CrlDue.command(draft.directory(), signer, since));
            }
            return done;
        }
    }
}
