package org.stayseal.operator;

import java.util.concurrent.Callable;
import org.stayseal.trust.authority.keys.HeldKey;
import org.stayseal.trust.authority.keys.KeyFault;
import org.stayseal.trust.authority.keys.KeyKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trust key new}: a key where there is none. */
@Command(
        name = "new",
        description = "Makes a key. Nothing is overwritten; a key that is made in a token never leaves it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 made; 64 usage; 66 the file or token cannot be written or opened."})
final class KeyNewCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private KeyOptions key = new KeyOptions();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "P-256 (default), P-384, or ML-DSA-65 for a second key, in a .pem file")
    private String kind = "P-256";

    KeyNewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        KeyKind wanted = KeyKind.of(kind)
                .orElseThrow(() ->
                        new CommandFailed(Exit.USAGE, "there is no kind of key " + kind, "P-256, P-384 or ML-DSA-65"));
        try {
            HeldKey made = HeldKey.make(
                    key.place(),
                    wanted,
                    key.newSecrets(console),
                    console.clock().instant());
            KeyShowCommand.show(console, made);
            return Exit.DONE.code;
        } catch (KeyFault fault) {
            throw CommandFailed.of(fault);
        }
    }
}
