package org.stayseal.operator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stayseal.spec.trust.Role;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.TrustKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code trust diff}: what one publication says and another did not. */
@Command(
        name = "diff",
        description = {
            "Says in words how two snapshots or trust lists differ: services, states, notices, CRLs, numbers, roots.",
            "Signatures are not looked at here; trust verify does that."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 no difference; 1 one of them is refused; 2 they differ; 64 usage; 66 a file cannot be opened."
        })
final class DiffCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "a snapshot or a trust list")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "another")
    private Path after = Path.of("");

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        TrustFile then = TrustFile.read(before);
        TrustFile now = TrustFile.read(after);
        List<String> lines = new ArrayList<>(ListWords.difference(then.trustList(), now.trustList()));
        lines.addAll(CrlWords.difference(then.crls(), now.crls()));
        Optional<Root> oldRoot = then.newestRoot();
        Optional<Root> newRoot = now.newestRoot();
        if (oldRoot.isPresent() && newRoot.isPresent()) {
            lines.addAll(roots(oldRoot.get(), newRoot.get()));
        }
        lines.forEach(console::line);
        if (lines.isEmpty()) {
            console.line("no difference");
        }
        return lines.isEmpty() ? Exit.DONE.code : Exit.DUE.code;
    }

    private static List<String> roots(Root before, Root after) {
        List<String> lines = new ArrayList<>();
        if (before.head().sequence() != after.head().sequence()) {
            lines.add("root " + before.head().sequence() + " → " + after.head().sequence());
        }
        for (Role role : Role.values()) {
            RoleKeys then = before.role(role);
            RoleKeys now = after.role(role);
            if (then.threshold() != now.threshold()) {
                lines.add("role " + role.word() + ": " + then.threshold() + " → " + now.threshold()
                        + " of its keys sign");
            }
            for (TrustKey key : then.keys()) {
                if (!now.keys().contains(key)) {
                    lines.add("role " + role.word() + ": key gone " + key.kid());
                }
            }
            for (TrustKey key : now.keys()) {
                if (!then.keys().contains(key)) {
                    lines.add("role " + role.word() + ": new key " + key.kid());
                }
            }
        }
        return lines;
    }
}
