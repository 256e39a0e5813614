package org.stayseal.operator;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.JsonObject;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Notices;
import org.stayseal.trust.authority.ceremony.CrlStep;
import org.stayseal.trust.authority.ceremony.NoticeStep;
import org.stayseal.trust.authority.ceremony.WithdrawNoticeStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ceremonies about notices, and about CRLs that were made elsewhere. */
final class NoticeCommands {

    private static final int MAX_BYTES = 1 << 20;

    private NoticeCommands() {}

    /** {@code trust notice}. */
    @Command(
            name = "notice",
            description = {
                "A ceremony by which a class of permits is extended or suspended for everybody at once.",
                "The notice is JSON as spec/docs/40-trust.md, part 16 has it, with one of each kind to begin with."
            },
            mixinStandardHelpOptions = true,
            footer = {"", "Exit codes: 0 written; 1 refused; 64 usage; 66 a file cannot be read or written."})
    static final class Make implements Callable<Integer> {

        private final Console console;

        @Mixin
        private DraftOptions draft = new DraftOptions();

        @Parameters(index = "1", paramLabel = "FILE", description = "the notice")
        private Path file = Path.of("");

        Make(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            try {
                Notice notice = Notices.read(JsonObject.read(InputFile.read(file, MAX_BYTES), MAX_BYTES), "TRUST-140");
                console.line(ListWords.line(notice));
                return draft.draft(console, "Notice " + notice.id(), List.of(new NoticeStep(notice)));
            } catch (FormatException e) {
                throw new CommandFailed(
                        Exit.REFUSED,
                        file + " is no notice, " + e.rule() + ": " + e.getMessage(),
                        "see docs 40, part 16");
            }
        }
    }

    /** {@code trust withdraw-notice}. */
    @Command(
            name = "withdraw-notice",
            description = "A ceremony by which a notice applies to nothing any more, for good.",
            mixinStandardHelpOptions = true,
            footer = {"", "Exit codes: 0 written; 1 refused; 64 usage; 66 a file cannot be read or written."})
    static final class Withdraw implements Callable<Integer> {

        private final Console console;

        @Mixin
        private DraftOptions draft = new DraftOptions();

        @Parameters(index = "1", paramLabel = "ID", description = "of the notice")
        private String id = "";

        Withdraw(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            WithdrawNoticeStep step;
            try {
                step = new WithdrawNoticeStep(id);
            } catch (IllegalArgumentException e) {
                throw new CommandFailed(Exit.USAGE, id + " is no id of a notice", "capitals, digits and hyphens");
            }
            return draft.draft(console, "Withdraw the notice " + id, List.of(step));
        }
    }

    /** {@code trust crl}. */
    @Command(
            name = "crl",
            description =
                    "A ceremony that brings the finished CRL of a CSCA whose key is not where lists are published.",
            mixinStandardHelpOptions = true,
            footer = {"", "Exit codes: 0 written; 1 refused; 64 usage; 66 a file cannot be read or written."})
    static final class Crl implements Callable<Integer> {

        private final Console console;

        @Mixin
        private DraftOptions draft = new DraftOptions();

        @Parameters(index = "1", paramLabel = "NAME", description = "in a snapshot: UTO, further ones UTO-2")
        private String name = "";

        @Parameters(
                index = "2",
                paramLabel = "FILE",
                description = "the CRL in DER, made with the CSCA's key: trust certify --for crl")
        private Path file = Path.of("");

        Crl(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            try {
                return draft.draft(console, "CRL " + name, List.of(CrlStep.of(name, InputFile.read(file, MAX_BYTES))));
            } catch (FormatException e) {
                throw TrustFile.refused(file.toString(), e);
            }
        }
    }
}
