package org.stayseal.operator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.trust.authority.ceremony.NeighbourStep;
import org.stayseal.trust.authority.ceremony.WithdrawNeighbourStep;
import org.stayseal.trust.authority.neighbours.Adopted;
import org.stayseal.trust.authority.neighbours.Decision;
import org.stayseal.trust.authority.neighbours.NeighbourPin;
import org.stayseal.trust.authority.neighbours.NeighbourRefusedException;
import org.stayseal.trust.authority.neighbours.Neighbourhood;
import org.stayseal.trust.authority.neighbours.PinnedNeighbour;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;
import org.stayseal.trust.reader.SnapshotArchive;
import org.stayseal.trust.reader.SnapshotFetch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trust neighbour}: other countries' lists in this authority's (TRUST-280 to TRUST-285). */
@Command(
        name = "neighbour",
        description = "Other countries' lists in this authority's: pinned and withdrawn by ceremonies, fetched, shown.",
        mixinStandardHelpOptions = true,
        subcommands = {
            NeighbourCommands.Add.class,
            NeighbourCommands.Withdraw.class,
            NeighbourCommands.Fetch.class,
            NeighbourCommands.Show.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class NeighbourCommands {

    private static final String CEREMONY =
            "Exit codes: 0 written; 1 refused; 64 usage; 66 a file cannot be read or written.";

    private NeighbourCommands() {}

    private static Neighbourhood neighbourhood(Path directory, Register register, Console console) {
        Neighbourhood all = Neighbourhood.at(directory.resolve(Neighbourhood.FOLDER), console.clock());
        all.decide(register.neighbours());
        return all;
    }

    private static CommandFailed unreadable(Path directory) {
        return new CommandFailed(
                Exit.NO_INPUT,
                "what was taken in of neighbours, in " + directory.resolve(Neighbourhood.FOLDER)
                        + ", cannot be read or written",
                "check its permissions and the space on the disk; where it is damaged, restore it from the backup");
    }

    /** {@code trust neighbour add}. */
    @Command(
            name = "add",
            description = {
                "A ceremony that pins a neighbour's root and says what is taken from it, or says it anew.",
                "The fingerprint comes from the neighbour's own people, by voice or on paper, and never from its list."
            },
            mixinStandardHelpOptions = true,
            footer = {"", CEREMONY})
    static final class Add implements Callable<Integer> {

        private final Console console;

        @Mixin
        private DraftOptions draft = new DraftOptions();

        @Mixin
        private RootOption root = new RootOption();

        @Parameters(index = "1", paramLabel = "COUNTRY", description = "its code as in the machine readable zone: ATL")
        private String country = "";

        @Option(
                names = "--country",
                paramLabel = "CODE",
                description = "a further code of countries that it may speak for; it may always speak for itself")
        private List<String> countries = new ArrayList<>();

        @Option(
                names = "--document",
                paramLabel = "TYPE",
                required = true,
                description = "a type of documents that is taken: FB06, RP1 and others of docs 40, TRUST-43")
        private List<String> documents = new ArrayList<>();

        @Option(
                names = "--purpose",
                paramLabel = "PURPOSE",
                description = "a purpose of credentials that is taken: full, work, bank, stay")
        private List<String> purposes = new ArrayList<>();

        @Option(
                names = "--prefix",
                paramLabel = "ADDRESS",
                description = "with which the addresses of its status lists begin, ending in a slash")
        private List<String> prefixes = new ArrayList<>();

        @Option(
                names = "--address",
                paramLabel = "ADDRESS",
                description = "from where the service fetches its snapshot; without it: trust neighbour fetch --file")
        private @Nullable String address;

        Add(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            Set<String> codes = new TreeSet<>(countries);
            codes.add(country);
            NeighbourStep step;
            try {
                Optional<URI> from = Optional.ofNullable(address).map(SnapshotFetch::address);
                step = new NeighbourStep(PinnedNeighbour.of(
                        new NeighbourPin(
                                country,
                                draft.directory().register().environment(),
                                root.pin(),
                                codes,
                                new TreeSet<>(documents),
                                new TreeSet<>(purposes),
                                List.copyOf(new TreeSet<>(prefixes))),
                        from));
            } catch (IllegalArgumentException e) {
                throw new CommandFailed(
                        Exit.USAGE,
                        "no such neighbour can be pinned: " + e.getMessage(),
                        "codes are capitals, purposes full, work, bank or stay, prefixes end in a slash");
            }
            return draft.draft(console, "Neighbour " + country, List.of(step));
        }
    }

    /** {@code trust neighbour withdraw}. */
    @Command(
            name = "withdraw",
            description = {
                "A ceremony after which nothing of a neighbour is believed: its permits are refused everywhere with the next publication.",
                "For good as far as that root goes: pin the root that the neighbour makes next."
            },
            mixinStandardHelpOptions = true,
            footer = {"", CEREMONY})
    static final class Withdraw implements Callable<Integer> {

        private final Console console;

        @Mixin
        private DraftOptions draft = new DraftOptions();

        @Parameters(index = "1", paramLabel = "COUNTRY", description = "the neighbour: ATL")
        private String country = "";

        Withdraw(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            WithdrawNeighbourStep step;
            try {
                step = new WithdrawNeighbourStep(country);
            } catch (IllegalArgumentException e) {
                throw new CommandFailed(
                        Exit.USAGE, "this is no name of a neighbour: " + e.getMessage(), "trust neighbour list");
            }
            return draft.draft(console, "Withdraw the neighbour " + country, List.of(step));
        }
    }

    /** {@code trust neighbour fetch}. */
    @Command(
            name = "fetch",
            description = {
                "Takes in what a neighbour publishes, if it is good, and says what of it is listed from the next publication on.",
                "The service does it by itself for neighbours with an address. Nothing is published by this."
            },
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Exit codes: 0 taken in; 1 refused, what was before goes on; 64 usage; 66 cannot be read or written."
            })
    static final class Fetch implements Callable<Integer> {

        private final Console console;

        @Parameters(index = "0", paramLabel = "DIR", description = "the authority's directory")
        private Path directory = Path.of("");

        @Parameters(index = "1", paramLabel = "COUNTRY", description = "the neighbour: ATL")
        private String country = "";

        @Option(
                names = "--address",
                paramLabel = "ADDRESS",
                description = "from here, this once, instead of the address that a ceremony gave")
        private @Nullable String address;

        @Option(names = "--file", paramLabel = "FILE", description = "from a snapshot that somebody brought")
        private @Nullable Path file;

        Fetch(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            Register register = new AuthorityDirectory(directory).register();
            Neighbourhood all = neighbourhood(directory, register, console);
            PinnedNeighbour one = all.pinned().stream()
                    .filter(pinned -> pinned.pin().country().equals(country))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailed(
                            Exit.USAGE,
                            Printable.of(country) + " is no neighbour: none of this name is pinned",
                            "trust neighbour list; trust neighbour add"));
            try {
                if (file != null) {
                    all.take(country, InputFile.read(file, SnapshotArchive.MAX_BYTES));
                } else {
                    all.fetch(country, from(one));
                }
                Neighbour taken = all.newest(country).orElseThrow();
                console.line("taken in: list " + taken.listSequence() + " of " + country + ", made " + taken.issued()
                        + ", counts until " + taken.nextUpdate());
                decisions(all, register)
                        .filter(line -> line.country().equals(country))
                        .forEach(line -> console.line("  " + (line.taken() ? "listed   " : "left out ")
                                + Printable.of(line.what()) + ": " + words(line.why())));
                console.progress("verifiers learn of it with the next publication");
                return Exit.DONE.code;
            } catch (NeighbourRefusedException e) {
                throw new CommandFailed(
                        Exit.REFUSED,
                        "not taken in. " + Printable.of(String.valueOf(e.getMessage())),
                        "what was taken in before goes on to be listed until its own end; ask the neighbour's people");
            } catch (IOException e) {
                throw unreadable(directory);
            }
        }

        private URI from(PinnedNeighbour one) throws CommandFailed {
            try {
                return Optional.ofNullable(address)
                        .map(SnapshotFetch::address)
                        .or(one::address)
                        .orElseThrow(() -> new CommandFailed(
                                Exit.USAGE,
                                "no ceremony says from where " + country + " is fetched",
                                "give --address or --file"));
            } catch (IllegalArgumentException e) {
                throw new CommandFailed(
                        Exit.USAGE, "--address is refused: " + e.getMessage(), "http:// or https:// and a host");
            }
        }

        private static Stream<Decision> decisions(Neighbourhood all, Register register) throws IOException {
            Adopted adopted = all.adopt(register.services().stream().map(RegisteredService::service));
            return adopted.decisions().stream();
        }

        private static String words(Decision.Why why) {
            return switch (why) {
                case TAKEN -> "as it stands there";
                case NARROWED -> "narrowed to what was decided";
                case OF_A_THIRD_COUNTRY -> "a third country's; trust is not handed on";
                case OTHER_COUNTRY -> "for no country that it may speak for";
                case OTHER_DOCUMENTS -> "for no type of documents and no purpose that is taken";
                case OTHER_SUBJECT -> "its certificate is of another country";
                case OTHER_ADDRESS -> "for status addresses that are not its own";
                case LISTED_ALREADY -> "its certificate is listed already";
                case TEST_KEY -> "a published test key";
                case NOT_BY_ITS_KEYS -> "signed by no key that was taken";
                case NOT_CARRIED -> "nothing that a list carries for others";
            };
        }
    }

    /** {@code trust neighbour list}. */
    @Command(
            name = "list",
            description = "Which neighbours are pinned, what is taken from them, and how old their lists are.",
            mixinStandardHelpOptions = true,
            footer = {"", "Exit codes: 0 all is well; 2 something must be done; 64 usage; 66 cannot be read."})
    static final class Show implements Callable<Integer> {

        private final Console console;

        @Parameters(paramLabel = "DIR", description = "the authority's directory")
        private Path directory = Path.of("");

        Show(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws CommandFailed {
            Neighbourhood all = neighbourhood(directory, new AuthorityDirectory(directory).register(), console);
            try {
                for (PinnedNeighbour one : all.pinned()) {
                    console.line(one.pin().country()
                            + one.withdrawn()
                                    .map(since -> ": withdrawn since " + since)
                                    .orElse(": believed"));
                    NeighbourWords.lines(one).forEach(line -> console.line("  " + line));
                    for (String line : newest(all.newest(one.pin().country()))) {
                        console.line("  " + line);
                    }
                }
                if (all.pinned().isEmpty()) {
                    console.line("no neighbour is pinned");
                }
                List<String> lacks = all.shortcomings();
                lacks.forEach(lack -> console.progress("WARNING: " + lack));
                return lacks.isEmpty() ? Exit.DONE.code : Exit.DUE.code;
            } catch (IOException e) {
                throw unreadable(directory);
            }
        }

        private static List<String> newest(Optional<Neighbour> known) {
            List<String> lines = new ArrayList<>();
            known.ifPresentOrElse(
                    one -> {
                        ServiceWords.add(lines, "newest list", one.listSequence() + ", made " + one.issued());
                        ServiceWords.add(lines, "counts until", one.nextUpdate().toString());
                        ServiceWords.add(lines, "fetched", one.fetched().toString());
                        ServiceWords.add(lines, "newest root", one.rootSequence() + ", " + one.rootFingerprint());
                    },
                    () -> ServiceWords.add(lines, "newest list", "none was taken in"));
            return lines;
        }
    }
}
