package org.stayseal.operator;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.trust.SealRevocations;
import org.stayseal.trust.authority.AuthorityHome;
import org.stayseal.trust.authority.AuthorityProfile;
import org.stayseal.trust.authority.Publication;
import org.stayseal.trust.authority.PublicationInput;
import org.stayseal.trust.authority.PublicationRefusedException;
import org.stayseal.trust.reader.KeptStatusList;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.Snapshots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trust publish}: the next lists, where no service runs that makes them. */
@Command(
        name = "publish",
        description = {
            "Makes the next lists from the register, with the keys in the directory, where no service runs: what is revoked and suspended stays as the newest lists have it.",
            "Where the service runs it publishes by itself, a ceremony too; where it keeps an issued log, only it can."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 published; 1 refused; 2 published, and something must be done; 64 usage; 66 the directory is in use, or cannot be read or written."
        })
final class PublishCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "the authority's directory")
    private Path directory = Path.of("");

    @Mixin
    private ProfileOptions profile = new ProfileOptions();

    @Option(names = "--snapshot", paramLabel = "FILE", description = "writes the snapshot here too")
    private @Nullable Path out;

    PublishCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        AuthorityDirectory authority = new AuthorityDirectory(directory);
        var history = authority.history();
        if (history.number() == 0) {
            throw new CommandFailed(
                    Exit.REFUSED, "the authority in " + directory + " has held no ceremony yet", "trust init");
        }
        Optional<Snapshot> newest =
                newest(authority, new Pin(history.authority().orElseThrow()));
        AuthorityProfile whose = profile.profile(
                KnownProfile.of(history.register().orElseThrow(), newest.map(Snapshot::trustList)),
                "--territory",
                "--operator",
                "--base-url");
        PublicationInput input =
                newest.isEmpty() ? new PublicationInput(List.of(), Map.of()) : carriedOn(newest.get(), whose);
        console.progress("publishing for " + whose.publicBaseUrl());
        try (AuthorityHome home = AuthorityHome.open(directory, whose, console.clock())) {
            Publication made = home.publish(input);
            if (out != null) {
                InputFile.write(out, made.snapshot());
            }
            console.line("published list " + made.sequence() + ", good until " + made.nextUpdate());
            home.shortcomings().forEach(lack -> console.progress("WARNING: " + lack));
            return home.shortcomings().isEmpty() ? Exit.DONE.code : Exit.DUE.code;
        } catch (PublicationRefusedException e) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    String.valueOf(e.getMessage()),
                    "nothing was published; the newest lists are as they were");
        } catch (UncheckedIOException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT,
                    directory + " cannot be used: " + CommandFailed.why(e),
                    "where the service runs, it publishes; else check the permissions and keys");
        } catch (IllegalStateException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT, "a key does not sign: " + e.getMessage(), "check the tokens that keys/tokens names");
        }
    }

    private static Optional<Snapshot> newest(AuthorityDirectory authority, Pin pin) throws CommandFailed {
        Optional<byte[]> zip = authority.snapshot();
        if (zip.isEmpty()) {
            return Optional.empty();
        }
        SnapshotResult result = Snapshots.open(zip.get(), pin);
        if (result instanceof SnapshotResult.Refused refused) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    "the newest publication is refused, " + refused.reason() + ": " + refused.words(),
                    "restore the directory from its backup");
        }
        return result.taken();
    }

    /** What the newest lists say of permits, as it is. */
    private PublicationInput carriedOn(Snapshot snapshot, AuthorityProfile whose) throws CommandFailed {
        if (snapshot.treeHead().isPresent()) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    "this authority keeps an issued log, whose leaves are in the service's database",
                    "start the service: it publishes by itself, also what a ceremony changed");
        }
        if (snapshot.sealRevocations().filter(file -> file.list().isSharded()).isPresent()) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    "the newest seal revocation list is sharded, and shards do not say what the service knows of each seal",
                    "start the service: it publishes by itself");
        }
        List<PublicationInput.StatusShard> shards = new ArrayList<>();
        for (Map.Entry<String, KeptStatusList> list : snapshot.statusLists().entrySet()) {
            // A neighbour's are taken in anew.
            if (snapshot.trustList().neighbourAt(list.getKey()).isEmpty()) {
                shards.add(shard(list.getKey(), list.getValue(), whose));
            }
        }
        Map<String, SealRevocations.Entry> seals = new HashMap<>(
                snapshot.sealRevocations().map(file -> file.list().entries()).orElse(Map.of()));
        return new PublicationInput(shards, seals, Set.of());
    }

    private static PublicationInput.StatusShard shard(String uri, KeptStatusList list, AuthorityProfile whose)
            throws CommandFailed {
        String number = uri.startsWith(whose.statusPrefix())
                ? uri.substring(whose.statusPrefix().length())
                : "";
        if (!number.matches("[0-9]{1,9}")) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "the newest lists are published under another address: " + uri,
                    "give --base-url as it was; addresses of status lists are in credentials and never change");
        }
        Map<Integer, Integer> statuses = new HashMap<>();
        int size = Math.toIntExact(list.size());
        for (int index = 0; index < size; index++) {
            int status = list.at(index).orElse(0);
            if (status != 0) {
                statuses.put(index, status);
            }
        }
        return new PublicationInput.StatusShard(Integer.parseInt(number), size, statuses);
    }
}
