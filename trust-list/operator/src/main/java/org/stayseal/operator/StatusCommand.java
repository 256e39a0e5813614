package org.stayseal.operator;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.Service;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.neighbours.Neighbourhood;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.Snapshots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code trust status}: what is active, what ends, and what must be done by when. */
@Command(
        name = "status",
        description =
                "Says what is active, what ends when, and what must be done by when: in words, as JSON, as a picture.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 nothing is to be done now; 1 ceremonies or the publication are refused; 2 something must be done;",
            "            64 usage; 66 a file cannot be read or written."
        })
final class StatusCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "the authority's directory")
    private Path directory = Path.of("");

    @Option(names = "--json", description = "the same as JSON")
    private boolean json;

    @Option(names = "--picture", paramLabel = "FILE", description = "the same as a picture, SVG")
    private @Nullable Path picture;

    @Option(names = "--at", paramLabel = "INSTANT", description = "as of this moment, such as 2027-11-22T12:00:00Z")
    private @Nullable Instant at;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        Instant now = (at == null ? console.clock().instant() : at).truncatedTo(ChronoUnit.SECONDS);
        AuthorityDirectory authority = new AuthorityDirectory(directory);
        CeremonyHistory history = authority.history();
        if (history.number() == 0) {
            throw new CommandFailed(
                    Exit.REFUSED, "the authority in " + directory + " has held no ceremony yet", "trust init");
        }
        Timeline timeline = timeline(authority, history, now);
        List<Deadline> deadlines = new ArrayList<>(authority.shortcomings(now));
        timeline.published()
                .ifPresent(snapshot -> deadlines.addAll(CrlDue.of(timeline.register(), snapshot, authority, now)));
        deadlines.addAll(timeline.deadlines());
        deadlines.sort(Deadline.order(now));
        if (json) {
            console.out().println(written(timeline, deadlines));
        } else {
            words(timeline, deadlines, authority.holders());
        }
        if (picture != null) {
            InputFile.write(picture, StatusPicture.svg(timeline, deadlines).getBytes(StandardCharsets.UTF_8));
            console.progress("the picture is " + picture);
        }
        return deadlines.stream().anyMatch(one -> one.due(now)) ? Exit.DUE.code : Exit.DONE.code;
    }

    private Timeline timeline(AuthorityDirectory authority, CeremonyHistory history, Instant now) throws CommandFailed {
        CeremonyHistory holding = history.at(now);
        Register register = holding.register().or(history::register).orElseThrow();
        Optional<byte[]> zip = authority.snapshot();
        Optional<Snapshot> published = Optional.empty();
        if (zip.isPresent()) {
            SnapshotResult result =
                    Snapshots.open(zip.get(), new Pin(history.authority().orElseThrow()));
            if (result instanceof SnapshotResult.Refused refused) {
                throw new CommandFailed(
                        Exit.REFUSED,
                        "the newest publication is refused, " + refused.reason() + ": " + refused.words(),
                        "every verifier refuses it too; publish again");
            }
            published = result.taken();
        }
        Duration validity = published
                .map(snapshot -> Duration.between(
                        snapshot.trustList().issued(),
                        snapshot.trustList().head().nextUpdate()))
                .orElse(AuthorityDirectory.USUAL_VALIDITY);
        return new Timeline(history, register, published, authority.publishedLists(), validity, now);
    }

    private void words(Timeline timeline, List<Deadline> deadlines, Holders holders) {
        Register register = timeline.register();
        console.line("authority  " + timeline.history().authority().orElseThrow() + " of " + register.country() + ", "
                + register.environment().word());
        console.line(
                "as of      " + timeline.now() + ", after " + timeline.history().number() + " ceremonies");
        register.root()
                .ifPresent(root ->
                        console.line("root       " + root.root().head().sequence() + ", good until "
                                + root.root().head().nextUpdate() + "; "
                                + root.root().role(Role.ROOT).threshold() + " sign of "
                                + root.root().role(Role.ROOT).keys().stream()
                                        .map(key -> holders.shortly(key.kid()))
                                        .collect(Collectors.joining(", "))));
        timeline.published()
                .ifPresent(snapshot -> console.line("published  list "
                        + snapshot.trustList().head().sequence() + ", made "
                        + snapshot.trustList().issued() + ", good until " + snapshot.trustedUntil()));
        register.services().forEach(service -> console.line("  " + line(service)));
        register.notices().forEach(notice -> console.line("  " + ListWords.line(notice)));
        Neighbourhood.current(register.neighbours()).forEach(one -> console.line("  " + NeighbourWords.line(one)));
        timeline.withoutSpare()
                .forEach(
                        service -> console.line(
                                "no spare for the " + service.words()
                                        + ": if its key were stolen now, nothing could be signed in its place before lists that name another have spread; announce one: trust announce"));
        console.line("to do:");
        for (Deadline one : deadlines) {
            String when = one.when(timeline.now(), Instant::toString);
            console.line("  " + when + "  " + one.what());
        }
    }

    private static String line(RegisteredService service) {
        return service.words() + ": " + ListWords.word(service.state()) + " since "
                + service.service().states().since()
                + service.service()
                        .states()
                        .revocation()
                        .map(why -> " (" + why.cause() + ", compromised since " + why.compromisedSince() + ")")
                        .orElse("")
                + (service.service() instanceof Service.PermitSigner signer
                        ? ", signs " + signer.term().signsFrom() + " to "
                                + signer.term().signsUntil()
                        : "")
                + Timeline.certificateEnd(service)
                        .map(end -> ", certificate until " + end)
                        .orElse("");
    }

    private static String written(Timeline timeline, List<Deadline> deadlines) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("now", timeline.now().toString());
        root.put("authority", timeline.history().authority().orElseThrow().hex());
        root.put("ceremonies", timeline.history().number());
        timeline.register()
                .root()
                .ifPresent(one -> root.putObject("root")
                        .put("sequence", one.root().head().sequence())
                        .put("nextUpdate", one.root().head().nextUpdate().toString()));
        timeline.published()
                .ifPresent(snapshot -> root.putObject("published")
                        .put("sequence", snapshot.trustList().head().sequence())
                        .put("issued", snapshot.trustList().issued().toString())
                        .put("goodUntil", snapshot.trustedUntil().toString()));
        ArrayNode services = root.putArray("services");
        for (RegisteredService service : timeline.register().services()) {
            ObjectNode one = services.addObject()
                    .put("id", service.id())
                    .put("kind", ListWords.kind(service.service()))
                    .put("state", ListWords.word(service.state()))
                    .put("since", service.service().states().since().toString());
            if (service.service() instanceof Service.PermitSigner signer) {
                one.put("signsFrom", signer.term().signsFrom().toString());
                one.put("signsUntil", signer.term().signsUntil().toString());
            }
            Timeline.certificateEnd(service).ifPresent(end -> one.put("certificateUntil", end.toString()));
        }
        ArrayNode withoutSpare = root.putArray("withoutSpare");
        timeline.withoutSpare().forEach(service -> withoutSpare.add(service.id()));
        ArrayNode tasks = root.putArray("tasks");
        for (Deadline one : deadlines) {
            tasks.addObject()
                    .put("what", one.what())
                    .put("from", one.from().toString())
                    .put("by", one.by().toString())
                    .put("due", one.due(timeline.now()))
                    .put("overdue", one.overdue(timeline.now()));
        }
        return root.toString();
    }
}
