package org.stayseal.operator;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Head;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Root;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.trust.authority.AuthorityHome;
import org.stayseal.trust.authority.AuthorityProfile;
import org.stayseal.trust.authority.ceremony.AnnounceStep;
import org.stayseal.trust.authority.ceremony.CeremonyFile;
import org.stayseal.trust.authority.ceremony.CeremonyHistory;
import org.stayseal.trust.authority.ceremony.CeremonyRefusedException;
import org.stayseal.trust.authority.ceremony.Circumstances;
import org.stayseal.trust.authority.ceremony.PublishedLists;
import org.stayseal.trust.authority.ceremony.RootStep;
import org.stayseal.trust.authority.ceremony.Step;
import org.stayseal.trust.authority.certificates.CertificateFile;
import org.stayseal.trust.authority.certificates.CertificateText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trust init}: an authority begins. */
@Command(
        name = "init",
        description = {
            "Begins an authority. With --demo: a directory with all keys in it, ready at once, marked as demo.",
            "Else the first ceremony for review: the root that the public keys of several people make, the CSCA, and the key of status lists."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 begun, or written; 1 refused; 64 usage; 66 a file cannot be read or written."})
final class InitCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "the authority's directory")
    private Path directory = Path.of("");

    @Option(
            names = "--demo",
            description = "with keys of its own in the directory: for trying out, never for real permits")
    private boolean demo;

    @Option(
            names = "--environment",
            paramLabel = "demo|production",
            description = "of the authority whose keys people hold (default: ${DEFAULT-VALUE})")
    private String environment = "production";

    @Mixin
    private ProfileOptions profile = new ProfileOptions();

    @Mixin
    private RootOptions keys = new RootOptions();

    @Option(
            names = "--csca",
            paramLabel = "FILE",
            description = "the CSCA's certificate, from trust certify --for csca")
    private @Nullable Path csca;

    @Option(
            names = "--status-key",
            paramLabel = "FILE",
            description = "the public key that signs status lists and seal revocations")
    private @Nullable Path statusKey;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for those who sign")
    private String reason = "The authority begins its work";

    @Option(names = "--from", paramLabel = "INSTANT", description = "from when it holds; else now")
    private @Nullable Instant from;

    @Option(names = "--out", paramLabel = "FILE", description = "where the first ceremony is written for review")
    private @Nullable Path out;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        if (new AuthorityDirectory(directory).hasCeremonies()) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    "there is an authority in " + directory + " already",
                    "nothing was changed; see trust status");
        }
        return demo ? demo() : draft();
    }

    private int demo() throws CommandFailed {
        try (AuthorityHome home = AuthorityHome.openOrCreateDemo(
                directory, profile.profile(ProfileOptions.Known.UTOPIA), console.clock())) {
            console.line(
                    "a demo authority is in " + directory + "; its keys too, so never issue a real permit with it");
            console.line("root  " + home.rootFingerprint());
            List<X509Certificate> authorities = new AuthorityDirectory(directory)
                    .register()
                    .services(Service.Csca.class)
                    .map(Service.Csca::certificate)
                    .toList();
            InputFile.write(directory.resolve("csca.pem"), CertificateText.pem(authorities));
            console.line(
                    "CSCA  " + directory.resolve("csca.pem") + ", its key in " + directory.resolve("keys/csca.p12"));
            return Exit.DONE.code;
        } catch (UncheckedIOException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT,
                    directory + " cannot be made: " + CommandFailed.why(e),
                    "check its permissions, and that no other process has it open");
        }
    }

    private int draft() throws CommandFailed {
        Path target = needed(out, "--out");
        Environment where = environment();
        AuthorityProfile whose = where == Environment.DEMO
                ? profile.profile(ProfileOptions.Known.UTOPIA)
                : profile.profile(
                        ProfileOptions.Known.NOTHING, "--country", "--territory", "--country-name", "--base-url");
        Instant at = from == null ? console.clock().instant().truncatedTo(ChronoUnit.SECONDS) : from;
        StateHistory active = StateHistory.only(KeyState.ACTIVE, at);
        try {
            Root root = new Root(
                    new Head(
                            whose.country(),
                            where,
                            1,
                            at,
                            at.atZone(ZoneOffset.UTC).plusYears(keys.years).toInstant()),
                    keys.roles(Map.of()));
            List<Step> steps = new ArrayList<>(List.of(
                    RootStep.of(root),
                    new AnnounceStep(new Service.Csca(
                            List.of(new LocalText("en", "CSCA of " + whose.countryName())),
                            certificate(needed(csca, "--csca")),
                            active,
                            Scope.ofCsca(java.util.Set.of(whose.country())))),
                    new AnnounceStep(new Service.StatusKey(
                            List.of(new LocalText("en", "Status of permits")),
                            PublicKeyFile.key(needed(statusKey, "--status-key")),
                            active,
                            List.of(whose.statusPrefix()),
                            true))));
            CeremonyFile file = CeremonyHistory.NONE.first(
                    whose.country(), where, at, "First keys of " + whose.countryName(), reason, steps);
            CeremonyWords.head(console, file);
            CeremonyWords.changes(
                    console,
                    CeremonyHistory.NONE.dryRun(
                            file, new Circumstances(console.clock().instant(), PublishedLists.NONE)),
                    keys.holders());
            InputFile.writeNew(target, file.bytes());
            console.progress("for review: " + target + "; each of those who sign looks at it with: trust ceremony show "
                    + directory + " " + target);
            return Exit.DONE.code;
        } catch (CeremonyRefusedException e) {
            throw AuthorityDirectory.refused("no such authority can begin", e, "nothing was written");
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(
                    Exit.REFUSED, "no such authority can begin: " + e.getMessage(), "nothing was written");
        }
    }

    private Environment environment() throws CommandFailed {
        for (Environment one : Environment.values()) {
            if (one.word().equals(environment)) {
                return one;
            }
        }
        throw new CommandFailed(Exit.USAGE, "there is no environment " + environment, "demo or production");
    }

    private static X509Certificate certificate(Path file) throws CommandFailed {
        try {
            return Crypto.certificate(CertificateFile.read(InputFile.read(file)).get(0));
        } catch (FormatException e) {
            throw TrustFile.refused(file.toString(), e);
        }
    }

    private static <T> T needed(@Nullable T value, String option) throws CommandFailed {
        if (value == null) {
            throw new CommandFailed(
                    Exit.USAGE,
                    option + " is needed",
                    "give --demo to try it out, or the keys of those who begin; see --help");
        }
        return value;
    }
}
