package org.stayseal.operator;

import java.util.concurrent.Callable;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.trust.authority.keys.HeldKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trust key show}: the public part, in every form that somebody may ask for. */
@Command(
        name = "show",
        description =
                "Shows the public part of a key: what others put into a root, and what is read to them on the phone.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 shown; 64 usage; 66 the key cannot be opened."})
final class KeyShowCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private KeyOptions key = new KeyOptions();

    @Option(names = "--jwk", description = "the key as a JWK alone, for a file that others put into a root")
    private boolean jwk;

    @Option(names = "--pem", description = "the key in PEM alone")
    private boolean pem;

    KeyShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        if (jwk && pem) {
            throw new CommandFailed(Exit.USAGE, "--jwk and --pem are two forms of one key", "give one of them");
        }
        HeldKey held = key.open(console);
        if (jwk) {
            console.out().println(held.jwk());
        } else if (pem) {
            console.out().print(held.pem());
        } else {
            show(console, held);
        }
        return Exit.DONE.code;
    }

    static void show(Console console, HeldKey held) {
        console.line("place        " + held.place());
        console.line("kind         " + held.kind().text());
        console.line("thumbprint   " + held.kid());
        console.line("fingerprint  " + new Fingerprint(held.fingerprint()).spoken());
        console.line("JWK          " + held.jwk());
        console.out().print(held.pem());
    }
}
