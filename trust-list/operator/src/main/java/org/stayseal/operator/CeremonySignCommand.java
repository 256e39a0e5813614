package org.stayseal.operator;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stayseal.trust.authority.ceremony.CeremonyFile;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.ceremony.CeremonyPart;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.keys.HeldKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trust ceremony sign}: nothing is signed that was not printed, and whose digest nobody gave. */
@Command(
        name = "sign",
        description = {
            "Prints a ceremony in full, and signs it with your own key, on your own machine.",
            "You say its digest, as the others read it to you: in --digest, or when you are asked.",
            "The part that comes out holds your signature and the file; it is no secret."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 signed; 1 the file is refused, or the digest is another; 64 usage, or nobody said the digest;",
            "            66 a file or key cannot be opened or written."
        })
final class CeremonySignCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "the ceremony, as it was reviewed")
    private Path path = Path.of("");

    @Mixin
    private KeyOptions key = new KeyOptions();

    @Mixin
    private PeopleOption people = new PeopleOption();

    @Option(
            names = "--authority",
            paramLabel = "DIR",
            description = "the authority's directory, or a copy: the ceremony is replayed on it before you sign")
    private @Nullable Path directory;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "where your part is written")
    private Path out = Path.of("");

    @Option(
            names = "--digest",
            paramLabel = "DIGEST",
            description =
                    "what the others said, all 64 digits; anything else is not signed. Without it you are asked for a part")
    private @Nullable String digest;

    CeremonySignCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        CeremonyFile file = CeremonyCommand.file(path);
        CeremonyWords.head(console, file);
        show(file);
        console.out().flush();
        if (!isTheDigest(file)) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    "this is another file than the one that you looked at",
                    "nothing was signed; find out who changed it");
        }
        HeldKey held = key.open(console);
        CeremonyPart part = held.signer()
                .map(signer -> CeremonyPart.sign(file, signer))
                .orElseGet(() -> CeremonyPart.sign(file, held.second().orElseThrow()));
        InputFile.writeNew(out, part.bytes());
        console.line("signed by  " + held.kid());
        console.progress("your part is " + out + "; send it to whoever finishes the ceremony");
        return Exit.DONE.code;
    }

    private void show(CeremonyFile file) throws CommandFailed {
        if (directory == null) {
            Path here = Path.of("");
            CeremonyWords.fileAlone(console, file, people.holders(new AuthorityDirectory(here)));
            console.progress(
                    "this is what the file says; trust ceremony show, or --authority, replays it on the register");
            return;
        }
        AuthorityDirectory authority = new AuthorityDirectory(directory);
        CeremonyHistory history = CeremonyCommand.before(file, authority);
        try {
            CeremonyWords.changes(
                    console,
                    history.dryRun(file, authority.circumstances(console.clock().instant())),
                    people.holders(authority));
        } catch (CeremonyRefusedException e) {
            throw AuthorityDirectory.refused("the ceremony is refused", e, "nothing was signed");
        }
    }

    private boolean isTheDigest(CeremonyFile file) throws CommandFailed {
        String hex = file.digest().hex();
        if (digest != null) {
            String said = plain(digest);
            if (said.length() != hex.length()) {
                throw new CommandFailed(
                        Exit.USAGE,
                        "a digest has " + hex.length() + " digits, and a part of it is not enough",
                        "give all of them in --digest; nothing was signed");
            }
            return said.equals(hex);
        }
        AskedDigits asked = AskedDigits.drawn();
        Optional<String> typed =
                console.answer().apply("To sign this, type " + asked + ", as the others read it to you");
        return plain(typed.filter(answer -> !answer.isBlank())
                        .orElseThrow(() -> new CommandFailed(
                                Exit.USAGE,
                                "nobody said that this is what is to be signed",
                                "compare the digest with the others, and give it: --digest; nothing was signed")))
                .equals(asked.of(hex));
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
    }
}
