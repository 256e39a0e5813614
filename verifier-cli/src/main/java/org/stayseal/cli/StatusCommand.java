package org.stayseal.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.trust.Neighbour;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.TrustStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stayseal status}: what the local store knows, and how old it is. */
@Command(
        name = "status",
        description = "Says what the local store knows and how old it is.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 everything is fresh; 2 nothing is there, or something is too old; 66 the store cannot be read."
        })
final class StatusCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--store", paramLabel = "DIR", description = "the local store; else the platform's folder for data")
    private @Nullable String store;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        KnowledgeOptions options = new KnowledgeOptions();
        options.store = store;
        TrustStore kept = options.store(console);
        Optional<Pin> pin = options.pin(kept);
        PrintStream out = console.out();
        out.println("store        " + kept.folder());
        if (pin.isEmpty()) {
            out.println("root         none given yet");
            console.err().println("hint: run stayseal sync --root FINGERPRINT URL");
            return Exit.INDETERMINATE.code;
        }
        out.println("root         " + pin.get().fingerprint().hex());
        Optional<SnapshotResult> result;
        try {
            result = kept.kept(pin.get());
        } catch (IOException e) {
            throw KnowledgeOptions.damaged(kept.folder());
        }
        if (result.isPresent() && result.get() instanceof SnapshotResult.Refused refused) {
            out.println("snapshot     refused, " + refused.reason() + ": " + refused.words());
            return Exit.INDETERMINATE.code;
        }
        if (result.isEmpty()) {
            out.println("snapshot     none yet");
            return Exit.INDETERMINATE.code;
        }
        return print(out, result.get().taken().orElseThrow(), console.clock().instant());
    }

    private static int print(PrintStream out, Snapshot snapshot, Instant now) {
        boolean fresh = line(
                out,
                "trust list   " + snapshot.trustList().head().sequence() + " of "
                        + snapshot.trustList().head().country(),
                snapshot.trustList().issued(),
                snapshot.trustedUntil(),
                now);
        for (var list : snapshot.statusLists().entrySet().stream()
                .sorted(Comparator.comparing(java.util.Map.Entry::getKey))
                .toList()) {
            fresh &= line(
                    out,
                    "status list  " + list.getKey(),
                    list.getValue().issued(),
                    list.getValue().expires(),
                    now);
        }
        if (snapshot.sealRevocations().isPresent()) {
            var head = snapshot.sealRevocations().get().head();
            fresh &= line(out, "seals        list " + head.sequence(), head.issued(), head.nextUpdate(), now);
        }
        for (Neighbour neighbour : snapshot.trustList().neighbours()) {
            fresh &= neighbour(out, neighbour, snapshot, now);
        }
        BulletinText.print(
                out,
                snapshot.trustList().bulletins().stream()
                        .filter(bulletin -> bulletin.currentAt(now))
                        .toList(),
                "");
        return fresh ? Exit.VALID.code : Exit.INDETERMINATE.code;
    }

    /** Of one that is withdrawn nothing can be too old. */
    private static boolean neighbour(PrintStream out, Neighbour neighbour, Snapshot snapshot, Instant now) {
        String what = "neighbour    " + neighbour.country() + ", its list " + neighbour.listSequence();
        if (!neighbour.trusted()) {
            out.println(what + ": WITHDRAWN");
            return true;
        }
        boolean fresh = line(out, what, neighbour.issued(), snapshot.trustedUntil(neighbour), now);
        if (snapshot.neighbourSeals().containsKey(neighbour.country())) {
            var head = snapshot.neighbourSeals().get(neighbour.country()).head();
            fresh &= line(
                    out,
                    "seals        list " + head.sequence() + " of " + neighbour.country(),
                    head.issued(),
                    head.nextUpdate(),
                    now);
        }
        return fresh;
    }

    private static boolean line(PrintStream out, String what, Instant issued, Instant until, Instant now) {
        boolean fresh = !now.isAfter(until);
        out.println(what);
        out.println("             made " + issued + " (" + age(Duration.between(issued, now)) + " ago), "
                + (fresh ? "fresh until " : "TOO OLD since ") + until);
        return fresh;
    }

    private static String age(Duration age) {
        if (age.toDays() > 1) {
            return Amount.of(age.toDays(), "day");
        }
        return age.toHours() > 1 ? Amount.of(age.toHours(), "hour") : Amount.of(Math.max(0, age.toMinutes()), "minute");
    }
}
