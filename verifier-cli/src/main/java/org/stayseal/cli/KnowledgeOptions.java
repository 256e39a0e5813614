package org.stayseal.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.TrustStore;
import picocli.CommandLine.Option;

/** The options that say whom to believe: the pinned root, and where the lists are. */
final class KnowledgeOptions {

    @Option(
            names = "--root",
            paramLabel = "FILE|FINGERPRINT",
            description = "the root to believe, as given by the authority; else the one that the store was first given")
    @Nullable
    String root;

    @Option(
            names = "--snapshot",
            paramLabel = "FILE",
            description = "judge by this snapshot; else by the one in the store")
    @Nullable
    String snapshot;

    @Option(names = "--store", paramLabel = "DIR", description = "the local store; else the platform's folder for data")
    @Nullable
    String store;

    TrustStore store(Console console) throws CommandFailed {
        return TrustStore.at(store == null ? TrustStore.defaultFolder() : Inputs.path(store), console.clock());
    }

    /** The root that was given, else the store's own. */
    Optional<Pin> pin(TrustStore kept) throws CommandFailed {
        if (root != null) {
            try {
                return Optional.of(Pin.parse(root));
            } catch (FormatException e) {
                throw new CommandFailed(
                        Exit.USAGE,
                        "--root is no root: " + e.getMessage(),
                        "give a fingerprint of 64 digits, or a file with a root document");
            } catch (IOException e) {
                throw new CommandFailed(
                        Exit.NO_INPUT,
                        "--root: there is no such file, and it is no fingerprint",
                        "give a fingerprint of 64 digits, or a file with a root document");
            }
        }
        try {
            return kept.pin();
        } catch (IOException e) {
            throw damaged(kept.folder());
        }
    }

    /** What there is to judge by. Whatever is missing or refused becomes a reason in the verdict, not a failure. */
    Knowledge open(Console console, Inputs inputs) throws CommandFailed {
        TrustStore kept = store(console);
        Optional<Pin> pin = pin(kept);
        if (snapshot != null && pin.isEmpty()) {
            return Knowledge.unknownRoot("no root was given: a snapshot cannot say by itself whom to believe");
        }
        try {
            if (snapshot != null) {
                return Knowledge.of(kept.look(inputs.snapshot(snapshot), pin.orElseThrow()));
            }
            Optional<SnapshotResult> result = pin.isEmpty() ? Optional.empty() : kept.kept(pin.get());
            return result.map(Knowledge::of)
                    .orElseGet(() -> Knowledge.none("nothing is in the local store yet; run stayseal sync"));
        } catch (IOException e) {
            throw damaged(kept.folder());
        }
    }

    static CommandFailed damaged(Path folder) {
        return new CommandFailed(
                Exit.NO_INPUT,
                "the local store " + folder + " cannot be read",
                "check its permissions; if it is damaged, remove it and run stayseal sync --root … again");
    }
}
