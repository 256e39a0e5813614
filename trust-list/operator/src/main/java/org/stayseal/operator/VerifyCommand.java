package org.stayseal.operator;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.Manifest;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TreeHead;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.trust.reader.KeptStatusList;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.Snapshots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trust verify}: a publication held to its root, with everything that is in it. */
@Command(
        name = "verify",
        description = {
            "Verifies snapshots, or single documents of one, under a root, and says every check and what they hold.",
            "A single document is held to the keys of --root, which is then the root document that names them."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 all verified and fresh; 1 one is refused; 2 verified, but over; 64 usage; 66 a file cannot be opened."
        })
final class VerifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private RootOption root = new RootOption();

    @Option(names = "--at", paramLabel = "INSTANT", description = "fresh at this moment, such as 2026-11-22T12:00:00Z")
    private @Nullable Instant at;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "snapshot.zip, trust-list.json, a root, …")
    private List<Path> files = new ArrayList<>();

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        Pin pin = root.pin();
        Instant now = at == null ? console.clock().instant() : at;
        boolean fresh = true;
        for (Path path : files) {
            TrustFile file = TrustFile.read(path);
            console.line(path.toString());
            fresh &= file.isSnapshot()
                    ? snapshot(file, pin, now)
                    : document(file, file.document().orElseThrow(), pin, now);
        }
        return fresh ? Exit.DONE.code : Exit.DUE.code;
    }

    private boolean snapshot(TrustFile file, Pin pin, Instant now) throws CommandFailed {
        SnapshotResult result = Snapshots.open(file.bytes(), pin);
        if (result instanceof SnapshotResult.Refused refused) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    file.name() + " is refused, " + refused.reason() + ": " + refused.words(),
                    "every verifier refuses it too; do not hand it out");
        }
        Snapshot snapshot = result.taken().orElseThrow();
        console.line(
                "  root        chain from " + snapshot.pin().fingerprint().hex().substring(0, 16) + "… to root "
                        + snapshot.root().head().sequence() + ", each accepted by itself and by the one before it");
        boolean fresh = until(
                "  root        " + snapshot.root().head().sequence(),
                snapshot.root().head(),
                now);
        fresh &= until(
                "  manifest    " + snapshot.manifest().head().sequence() + ", "
                        + snapshot.manifest().files().size() + " files, each of its length and digest",
                snapshot.manifest().head(),
                now);
        TrustList list = snapshot.trustList();
        fresh &= until(
                "  trust list  " + list.head().sequence() + " of " + list.head().country() + ", "
                        + list.head().environment().word(),
                list.head(),
                now);
        list.services().forEach(service -> console.line("    " + ListWords.line(service)));
        list.notices().forEach(notice -> console.line("    " + ListWords.line(notice)));
        if (list.notUsed() > 0) {
            console.line("    " + list.notUsed() + " entries that this release does not know were left aside");
        }
        for (Map.Entry<String, KeptStatusList> status : snapshot.statusLists().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            fresh &= end("  status      " + status.getKey(), status.getValue().expires(), now);
        }
        if (snapshot.sealRevocations().isPresent()) {
            Head head = snapshot.sealRevocations().get().head();
            fresh &= until("  seals       list " + head.sequence(), head, now);
        }
        for (var crl : snapshot.crls().stream()
                .sorted(Comparator.comparing(one -> one.getIssuerX500Principal().getName()))
                .toList()) {
            fresh &= end(
                    "  CRL         of " + crl.getIssuerX500Principal().getName(),
                    crl.getNextUpdate().toInstant(),
                    now);
        }
        snapshot.treeHead()
                .ifPresent(head ->
                        console.line("  issued log  " + head.treeSize() + " signatures, root hash " + head.rootHash()));
        snapshot.keptLogs().keySet().stream()
                .sorted()
                .forEach(signer -> console.line("  kept log    of the signer " + signer.substring(0, 16)));
        console.line(fresh ? "  verified, and fresh" : "  verified, and something in it is over");
        return fresh;
    }

    private boolean document(TrustFile file, SignedDocument document, Pin pin, Instant now) throws CommandFailed {
        try {
            if (document.kind() == DocumentKind.ROOT) {
                Root read = Root.read(document);
                console.line("  root        accepted by its own "
                        + read.role(Role.ROOT).threshold() + " of "
                        + read.role(Role.ROOT).keys().size() + " keys");
                console.line("  fingerprint " + document.fingerprint().spoken());
                console.line(
                        document.fingerprint().equals(pin.fingerprint())
                                ? "  it is the root of --root"
                                : "  it is another one than --root; a chain is verified in a snapshot");
                boolean fresh = until("  root        " + read.head().sequence(), read.head(), now);
                if (!document.fingerprint().equals(pin.fingerprint())) {
                    throw new CommandFailed(
                            Exit.REFUSED,
                            file.name() + " is not the root of --root",
                            "give the snapshot that has the chain");
                }
                return fresh;
            }
            Root trusted = believed(pin);
            return signed(file, document, trusted, now);
        } catch (FormatException e) {
            throw TrustFile.refused(file.name(), e);
        }
    }

    private Root believed(Pin pin) throws CommandFailed, FormatException {
        Path path = Path.of(root.root);
        if (!java.nio.file.Files.isRegularFile(path)) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "a single document is verified with the keys of a root, and a fingerprint has none",
                    "give --root with the root document, or verify the whole snapshot");
        }
        SignedDocument document =
                SignedDocument.read(InputFile.read(path, DocumentKind.ROOT.maxBytes()), DocumentKind.ROOT);
        if (!document.fingerprint().equals(pin.fingerprint())) {
            throw new CommandFailed(Exit.NO_INPUT, path + " changed while it was read", "try again");
        }
        return Root.read(document);
    }

    private boolean signed(TrustFile file, SignedDocument document, Root trusted, Instant now)
            throws CommandFailed, FormatException {
        Head head;
        Role role;
        switch (document.kind()) {
            case TRUST_LIST -> {
                role = Role.TRUST_LIST;
                document.requireAcceptedBy(trusted.role(role));
                TrustList list = TrustList.read(document);
                list.services().forEach(service -> console.line("    " + ListWords.line(service)));
                list.notices().forEach(notice -> console.line("    " + ListWords.line(notice)));
                head = list.head();
            }
            case SNAPSHOT -> {
                role = Role.SNAPSHOT;
                document.requireAcceptedBy(trusted.role(role));
                head = Manifest.read(document).head();
            }
            case TREE_HEAD -> {
                role = Role.LOG;
                document.requireAcceptedBy(trusted.role(role));
                head = TreeHead.read(document).head();
            }
            default ->
                throw new CommandFailed(
                        Exit.USAGE,
                        file.name() + " is signed by a key that the trust list names, not the root",
                        "verify the snapshot that has both");
        }
        if (!head.country().equals(trusted.head().country())
                || head.environment() != trusted.head().environment()) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    file.name() + " is of another country or environment than the root (TRUST-21)",
                    "do not hand it out");
        }
        console.line(
                "  signed      by " + document.signersOf(trusted.role(role)).size() + " of the keys of the role "
                        + role.word() + ", needed are " + trusted.role(role).threshold());
        return until("  number      " + head.sequence(), head, now);
    }

    private boolean until(String what, Head head, Instant now) {
        return end(what + ", made " + head.issued(), head.nextUpdate(), now);
    }

    private boolean end(String what, Instant until, Instant now) {
        boolean fresh = !now.isAfter(until);
        console.line(what + (fresh ? ", fresh until " : ", OVER since ") + until);
        return fresh;
    }
}
