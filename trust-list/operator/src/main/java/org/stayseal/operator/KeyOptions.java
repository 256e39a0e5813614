package org.stayseal.operator;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stayseal.trust.authority.keys.HeldKey;
import org.stayseal.trust.authority.keys.KeyFault;
import org.stayseal.trust.authority.keys.KeyPlace;
import org.stayseal.trust.authority.keys.Secrets;
import picocli.CommandLine.Option;

/** Where a key is, and where its password or PIN comes from: a file of its owner, or the terminal. */
final class KeyOptions {

    static final int LEAST_LENGTH = 12;

    @Option(
            names = "--key",
            paramLabel = "FILE|PKCS11-URI",
            required = true,
            description =
                    "where the key is: root-1.p12, or pkcs11:token=LABEL;object=LABEL?module-path=LIBRARY (RFC 7512; quote it)")
    private String key = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "holds the password or PIN; without it, and without pin-source in the URI, you are asked")
    private @Nullable Path passwordFile;

    KeyPlace place() throws CommandFailed {
        try {
            return KeyPlace.of(key);
        } catch (KeyFault fault) {
            throw new CommandFailed(Exit.USAGE, String.valueOf(fault.getMessage()), fault.hint());
        }
    }

    HeldKey open(Console console) throws CommandFailed {
        try {
            return HeldKey.open(place(), secrets(console));
        } catch (KeyFault fault) {
            throw CommandFailed.of(fault);
        }
    }

    Secrets secrets(Console console) {
        return secrets(console, passwordFile);
    }

    static Secrets secrets(Console console, @Nullable Path passwordFile) {
        return Secrets.ofPlaceOr(passwordFile == null ? place -> typed(console, place, "") : Secrets.in(passwordFile));
    }

    /** For a key that is made: typed twice, and of some length. A token's PIN is there already. */
    Secrets newSecrets(Console console) {
        return Secrets.ofPlaceOr(passwordFile == null ? place -> twice(console, place) : Secrets.in(passwordFile));
    }

    private static char[] twice(Console console, KeyPlace place) throws KeyFault {
        char[] first = typed(console, place, "");
        if (place instanceof KeyPlace.InToken) {
            return first;
        }
        if (first.length < LEAST_LENGTH) {
            Arrays.fill(first, '\0');
            throw new KeyFault(
                    "a password of fewer than " + LEAST_LENGTH + " characters",
                    "take a few words that nobody has said");
        }
        char[] second = typed(console, place, " again");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            throw new KeyFault("the two passwords differ", "nothing was made; try again");
        }
        return first;
    }

    private static char[] typed(Console console, KeyPlace place, String again) throws KeyFault {
        String what = place instanceof KeyPlace.InToken token
                ? "PIN of the token " + token.uri().token()
                : "password of " + place;
        Optional<char[]> typed = console.password().apply(Printable.of(what) + again);
        return typed.filter(secret -> secret.length > 0)
                .orElseThrow(() -> new KeyFault(
                        "there is no " + what + ", and nobody to ask",
                        "give --password-file, or run it in a terminal"));
    }
}
