package org.stayseal.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Refusal;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotFetch;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.TrustStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stayseal sync}: a newer snapshot into the local store, or a clear word why not. */
@Command(
        name = "sync",
        description =
                "Fetches or imports a snapshot into the local store: verified against the pinned root, never older than what is there.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 taken, or there already; 1 refused; 2 it needs a newer version; 64 usage;",
            "            66 it cannot be fetched or opened, or the store not written; 70 our fault."
        })
final class SyncCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--root",
            paramLabel = "FILE|FINGERPRINT",
            description = "the root to believe, as given by the authority; needed the first time")
    private @Nullable String root;

    @Option(names = "--store", paramLabel = "DIR", description = "the local store; else the platform's folder for data")
    private @Nullable String store;

    @Option(
            names = "--if-due",
            description = "do nothing while no list in the store asks to be fetched again (its ttl)")
    private boolean ifDue;

    @Parameters(paramLabel = "URL|FILE", description = "address of an authority or of a snapshot, or a snapshot's file")
    private String source = "";

    SyncCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        KnowledgeOptions options = new KnowledgeOptions();
        options.root = root;
        options.store = store;
        TrustStore kept = options.store(console);
        Optional<Pin> pin = options.pin(kept);
        if (pin.isEmpty()) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "this store was never given a root",
                    "give --root with the fingerprint that the authority published; it is never learned from a snapshot");
        }
        FetchTime fetched = new FetchTime(kept.folder());
        if (ifDue && fetched.isRecent(kept, pin.get(), console.clock().instant())) {
            console.out().println("not due: no list asks to be fetched again yet");
            return Exit.VALID.code;
        }
        byte[] zip = source.matches("(?i)https?://.*") ? fetch() : new Inputs(console).snapshot(source);
        try {
            SnapshotResult result = kept.take(zip, pin.get());
            if (result.taken().isPresent()) {
                fetched.is(console.clock().instant());
            }
            return report(result);
        } catch (IOException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT,
                    "the local store " + kept.folder() + " cannot be written",
                    "check its permissions and the space on the disk; what it held is still there");
        }
    }

    private byte[] fetch() throws CommandFailed {
        try {
            URI address = SnapshotFetch.address(source);
            console.err().println("fetching " + address);
            return SnapshotFetch.fetch(address);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(
                    Exit.USAGE, "that is no address", "write it as https://host/ or https://host/trust/snapshot");
        } catch (SnapshotFetch.FetchException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT,
                    e.getMessage() == null ? "it cannot be fetched" : e.getMessage(),
                    "check the address; what the store held is still there");
        }
    }

    private int report(SnapshotResult result) {
        if (result instanceof SnapshotResult.Refused refused) {
            console.failed(
                    refused.reason() + ": " + refused.words(), hint(refused.reason()) + "; the store is unchanged");
            return refused.reason() == Refusal.UNSUPPORTED ? Exit.INDETERMINATE.code : Exit.INVALID.code;
        }
        Snapshot snapshot = result.taken().orElseThrow();
        console.out()
                .printf(
                        Locale.ROOT,
                        "%s: trust list %d of %s, made %s, good until %s; %s%n",
                        result instanceof SnapshotResult.AlreadyThere ? "already there" : "taken",
                        snapshot.trustList().head().sequence(),
                        snapshot.trustList().head().country(),
                        snapshot.trustList().issued(),
                        snapshot.trustedUntil(),
                        Amount.of(snapshot.statusLists().size(), "status list"));
        return Exit.VALID.code;
    }

    private static String hint(Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN_ROOT -> "ask the authority for its root's fingerprint; do not take it from the snapshot";
            case CORRUPT, MIXED -> "fetch it again, from the authority itself";
            case EXPIRED -> "fetch a newer one, and check this machine's clock";
            case OLDER -> "the store already has a newer one; somebody may be replaying an old one";
            case CONFLICT ->
                "a store follows one root: for another authority, or a service that was set up anew, give another --store;"
                        + " otherwise two documents bear one number, and the authority should know";
            case UNSUPPORTED -> "update this program";
            case UNREACHABLE -> "check the address and the network";
        };
    }
}
