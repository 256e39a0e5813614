package org.stayseal.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.trust.authority.ceremony.CeremonyFolder;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.ceremony.Circumstances;
import org.stayseal.trust.authority.ceremony.PublishedLists;
import org.stayseal.trust.authority.ceremony.Transcript;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;
import org.stayseal.trust.reader.SnapshotArchive;

/** An authority's directory as its operator sees it: its ceremonies, its newest publication, and the keys of a demo. */
record AuthorityDirectory(Path path) {

    /** Lists of the demo count for so long where nothing was published yet that says how long (TRUST-83). */
    private static final Duration USUAL_VALIDITY = Duration.ofDays(7);

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

    /** The newest trust list that was published from here; it was verified when it was published. */
    Optional<TrustList> published() throws CommandFailed {
        Optional<byte[]> zip = snapshot();
        if (zip.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new TrustFile(path.resolve("publications").toString(), zip.get(), Optional.empty()).trustList());
    }

    /**
     * Under which a ceremony is held: the lists that were published. Which list showed which ceremony first is not kept, so every list from before a transcript was on the disk is
     * taken to have been made at the last moment, and to count for as long as the newest does: that can make an operator wait, and never lets him act too soon.
     */
    Circumstances circumstances(CeremonyHistory history, Instant now) throws CommandFailed {
        Optional<TrustList> newest = published();
        if (newest.isEmpty()) {
            return new Circumstances(now, PublishedLists.NONE);
        }
        TrustList list = newest.get();
        Duration validity = Duration.between(list.issued(), list.head().nextUpdate());
        Set<String> shown = list.services().map(ListWords::id).collect(Collectors.toSet());
        List<RegisteredService> all = history.register().map(Register::services).orElse(List.of());
        int latest = 0;
        PublishedLists lists = PublishedLists.NONE;
        for (Transcript transcript : history.transcripts()) {
            int number = transcript.ceremony().number();
            boolean there = all.stream()
                    .filter(service -> service.announcedIn() <= number)
                    .allMatch(service -> shown.contains(service.id()));
            latest = there ? number : latest;
            lists = lists.with(new PublishedLists.Published(
                    number - 1, 0, held(number, transcript.ceremony().at()).plus(validity)));
        }
        return new Circumstances(
                now,
                lists.with(new PublishedLists.Published(
                        latest, list.head().sequence(), list.head().nextUpdate())));
    }

    private Instant held(int number, Instant at) throws CommandFailed {
        try {
            Instant written = Files.getLastModifiedTime(
                            path.resolve("ceremonies").resolve(number + ".json"))
                    .toInstant();
            return written.isAfter(at) ? written : at;
        } catch (IOException e) {
            throw new CommandFailed(Exit.NO_INPUT, "ceremony " + number + " cannot be read", "check its permissions");
        }
    }

    /** How long the lists of this authority count. */
    Duration listValidity() throws CommandFailed {
        return published()
                .map(list -> Duration.between(list.issued(), list.head().nextUpdate()))
                .orElse(USUAL_VALIDITY);
    }

    /** The service that an operator means by its name or the first characters of it. */
    static RegisteredService service(Register register, String start) throws CommandFailed {
        List<RegisteredService> fitting = new ArrayList<>(register.services().stream()
                .filter(service -> start.length() >= 6 && service.id().startsWith(start))
                .toList());
        if (fitting.size() != 1) {
            throw new CommandFailed(
                    Exit.USAGE,
                    fitting.isEmpty()
                            ? "the register has no service " + start
                            : fitting.size() + " services begin with " + start,
                    "give six characters of its name or more; there are: "
                            + register.services().stream()
                                    .map(RegisteredService::words)
                                    .collect(Collectors.joining("; ")));
        }
        return fitting.get(0);
    }

    static CommandFailed refused(String what, CeremonyRefusedException e, String hint) {
        return new CommandFailed(Exit.REFUSED, what + ". " + e.getMessage(), hint);
    }
}
