package org.stayseal.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.trust.authority.NoticeFile;
import org.stayseal.trust.authority.PublishedListsFile;
import org.stayseal.trust.authority.Shortcomings;
import org.stayseal.trust.authority.ceremony.CeremonyFolder;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.ceremony.Circumstances;
import org.stayseal.trust.authority.ceremony.PublishedLists;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;
import org.stayseal.trust.reader.SnapshotArchive;

/** An authority's directory as its operator sees it: its ceremonies, its newest publication, and the keys of a demo. */
record AuthorityDirectory(Path path) {

    /** Lists of the demo count for so long where nothing was published yet that says how long (TRUST-83). */
    static final Duration USUAL_VALIDITY = Duration.ofDays(7);

    CeremonyHistory history() throws CommandFailed {
        if (!Files.isDirectory(path)) {
            throw new CommandFailed(
                    Exit.NO_INPUT,
                    "there is no directory " + path,
                    "give that of the authority, or make one: trust init");
        }
        try {
            return new CeremonyFolder(path).history();
        } catch (CeremonyRefusedException e) {
            throw refused(
                    "the ceremonies in " + path + " do not count",
                    e,
                    "restore them from the copy that is kept elsewhere");
        } catch (IOException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT, "the ceremonies in " + path + " cannot be read", "check its permissions");
        }
    }

    /** What people are called here: their public keys in the folder {@code people}. */
    Holders holders() throws CommandFailed {
        return Holders.in(path.resolve(Holders.FOLDER));
    }

    boolean hasCeremonies() {
        return new CeremonyFolder(path).has(1);
    }

    /** The register that all ceremonies give, also those that hold later. */
    Register register() throws CommandFailed {
        return history()
                .register()
                .orElseThrow(() -> new CommandFailed(
                        Exit.REFUSED,
                        "the authority in " + path + " has held no ceremony yet",
                        "hold the first one: trust init"));
    }

    /** The newest snapshot that was published from here. */
    Optional<byte[]> snapshot() throws CommandFailed {
        Path publications = path.resolve("publications");
        Path pointer = publications.resolve("current");
        if (!Files.exists(pointer)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InputFile.read(
                    publications.resolve(Files.readString(pointer).strip()).resolve("snapshot.zip"),
                    SnapshotArchive.MAX_BYTES));
        } catch (IOException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT, "the newest publication in " + path + " cannot be read", "check its permissions");
        }
    }

    /** Under which a ceremony is held: the time, which lists were published (TRUST-252), and which notices were made from day to day (TRUST-263). */
    Circumstances circumstances(Instant now) throws CommandFailed {
        try {
            return new Circumstances(now, publishedLists(), new NoticeFile(path).all());
        } catch (IOException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT, "notices.json in " + path + " cannot be read", "restore it from the backup");
        }
    }

    PublishedLists publishedLists() throws CommandFailed {
        try {
            return new PublishedListsFile(path).read();
        } catch (IOException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT,
                    "the record of published lists in " + path + " cannot be read",
                    "restore publications/lists.json from the backup");
        }
    }

    /** What the newest publication lacks (TRUST-261), to be put right at once. */
    List<Deadline> shortcomings(Instant now) throws CommandFailed {
        try {
            return new Shortcomings(path)
                    .read().stream().map(lack -> new Deadline(lack, now, now)).toList();
        } catch (IOException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT, "publications/lacks.txt in " + path + " cannot be read", "check its permissions");
        }
    }

    /** The service that an operator means by its name, or by the first characters of its name or thumbprint. */
    static RegisteredService service(Register register, String start) throws CommandFailed {
        List<RegisteredService> called = register.services().stream()
                .filter(service -> name(service).equals(start))
                .toList();
        List<RegisteredService> fitting = called.isEmpty()
                ? register.services().stream()
                        .filter(service -> start.length() >= 6 && service.id().startsWith(start)
                                || start.length() >= 3 && name(service).startsWith(start))
                        .toList()
                : called;
        if (fitting.size() != 1) {
            throw new CommandFailed(
                    Exit.USAGE,
                    fitting.isEmpty()
                            ? "the register has no service " + start
                            : fitting.size() + " services begin with " + start,
                    "give its name, three characters of it or more, or six digits of its thumbprint or more, after -- where they begin with a hyphen; there are: "
                            + register.services().stream()
                                    .map(RegisteredService::words)
                                    .collect(Collectors.joining("; ")));
        }
        return fitting.get(0);
    }

    private static String name(RegisteredService service) {
        return LocalText.forReader(service.service().name(), List.of()).value();
    }

    static CommandFailed refused(String what, CeremonyRefusedException e, String hint) {
        return new CommandFailed(Exit.REFUSED, what + ". " + e.getMessage(), hint);
    }
}
