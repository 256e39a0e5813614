package org.stayseal.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.trust.authority.ceremony.BulletinStep;
import org.stayseal.trust.authority.ceremony.WithdrawBulletinStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trust bulletin}: what verifiers are told of an incident (TRUST-283). */
@Command(
        name = "bulletin",
        description = "What verifiers are told of an incident, by ceremonies. It changes no answer.",
        mixinStandardHelpOptions = true,
        subcommands = {BulletinCommands.Add.class, BulletinCommands.Withdraw.class},
        synopsisSubcommandLabel = "COMMAND")
final class BulletinCommands {

    private static final String CEREMONY =
            "Exit codes: 0 written; 1 refused; 64 usage; 66 a file cannot be read or written.";

    private BulletinCommands() {}

    /** {@code trust bulletin add}. */
    @Command(
            name = "add",
            description =
                    "A ceremony after which verifiers show a text, beside their lists and the permits that it concerns.",
            mixinStandardHelpOptions = true,
            footer = {"", CEREMONY})
    static final class Add implements Callable<Integer> {

        private final Console console;

        @Mixin
        private DraftOptions draft = new DraftOptions();

        @Parameters(
                index = "1",
                paramLabel = "ID",
                description = "capitals, digits and hyphens, never used before: UT-B-1")
        private String id = "";

        @Option(
                names = "--text",
                paramLabel = "[LANG:]TEXT",
                required = true,
                description =
                        "what they are told, in English, or in the language before the colon: lt:…; once for each language")
        private List<String> texts = new ArrayList<>();

        @Option(names = "--severity", paramLabel = "WORD", required = true, description = "notice, warning or critical")
        private String severity = "";

        @Option(names = "--days", paramLabel = "DAYS", required = true, description = "for how long it is shown")
        private int days;

        @Option(
                names = "--service",
                paramLabel = "SHA-256",
                description =
                        "of the certificate of a signer or CSCA that it is about, also a neighbour's; else the list as a whole")
        private List<String> services = new ArrayList<>();

        Add(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            Instant at = draft.at(console);
            BulletinStep step;
            try {
                step = new BulletinStep(new Bulletin(
                        id,
                        at,
                        at.plus(Duration.ofDays(days)),
                        Bulletin.Severity.valueOf(severity.toUpperCase(Locale.ROOT)),
                        texts.stream().map(Add::text).toList(),
                        new TreeSet<>(services)));
            } catch (IllegalArgumentException e) {
                throw new CommandFailed(
                        Exit.USAGE,
                        "this is no bulletin: " + e.getMessage(),
                        "id of capitals, digits and hyphens; severity notice, warning or critical; one day or more; SHA-256 of 64 lower-case digits");
            }
            return draft.draft(console, "Bulletin " + id, List.of(step));
        }

        private static LocalText text(String typed) {
            return typed.matches("(?s)[a-z]{2,3}:.*")
                    ? new LocalText(
                            typed.substring(0, typed.indexOf(':')),
                            typed.substring(typed.indexOf(':') + 1).strip())
                    : new LocalText("en", typed.strip());
        }
    }

    /** {@code trust bulletin withdraw}. */
    @Command(
            name = "withdraw",
            description = "A ceremony after which verifiers show a bulletin no more.",
            mixinStandardHelpOptions = true,
            footer = {"", CEREMONY})
    static final class Withdraw implements Callable<Integer> {

        private final Console console;

        @Mixin
        private DraftOptions draft = new DraftOptions();

        @Parameters(index = "1", paramLabel = "ID", description = "of the bulletin")
        private String id = "";

        Withdraw(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            WithdrawBulletinStep step;
            try {
                step = new WithdrawBulletinStep(id);
            } catch (IllegalArgumentException e) {
                throw new CommandFailed(Exit.USAGE, "this is no id of a bulletin", "capitals, digits and hyphens");
            }
            return draft.draft(console, "Withdraw the bulletin " + id, List.of(step));
        }
    }
}
