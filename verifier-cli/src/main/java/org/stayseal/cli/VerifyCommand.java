package org.stayseal.cli;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Pairing;
import org.stayseal.spec.verify.Result;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.VerdictJson;
import org.stayseal.spec.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code stayseal verify}: one verdict for each code. */
@Command(
        name = "verify",
        description =
                "Says of each code whether it is VALID, INVALID, or that it cannot tell, and why. Uses no network, but for --time-stamp.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 all valid; 1 any invalid; 2 none invalid, any that it cannot tell;",
            "            64 usage; 66 a file cannot be opened; 70 our fault."
        })
final class VerifyCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Console console;

    @Mixin
    private KnowledgeOptions knowledge = new KnowledgeOptions();

    @Option(
            names = "--signer-cert",
            paramLabel = "FILE",
            description = "judge by this certificate (DER or PEM) alone: only authenticity and dates are asked")
    private @Nullable String signerCertificate;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "judge at this time, such as 2026-11-22T12:00:00Z; else now")
    private @Nullable String at;

    @Option(
            names = "--purpose",
            paramLabel = "PURPOSE",
            description = "full, work, bank or stay; else the right of residence")
    private @Nullable String purpose;

    @Option(names = "--json", description = "print one JSON object a code, a line each")
    private boolean json;

    @Mixin
    private ZoneOptions zones = new ZoneOptions();

    @Mixin
    private WarnOptions warning = new WarnOptions();

    @Mixin
    private ProfileOptions types = new ProfileOptions();

    @Mixin
    private FaceOptions face = new FaceOptions();

    @Mixin
    private ContinuationOptions continuations = new ContinuationOptions();

    @Mixin
    private ReceiptOptions receipt = new ReceiptOptions();

    @Mixin
    private CodeOptions codes = new CodeOptions();

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        if (codes.areMissing()) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "there is nothing to verify",
                    "name a picture, a PDF or a text file, or give --text or --hex");
        }
        receipt.refuseBefore();
        Optional<Duration> warnAfter = warning.after();
        Optional<FaceFiles> faces = face.files(console);
        Inputs inputs = new Inputs(console);
        Asked asked = zones.beside(asked(), codes, continuations.fromStandardInput(), inputs);
        List<byte[]> papers = continuations.read(inputs);
        List<Inputs.Input> given = new ArrayList<>(codes.typed());
        Knowledge known = signerCertificate == null
                ? knowledge.open(console, inputs)
                : Knowledge.none("the signer's certificate was given by hand");
        Profiles profiles = types.profiles(inputs);
        Task task = new Task(
                new Verifier(known.trust(), known.status(), console.clock(), profiles),
                profiles,
                asked,
                faces,
                warnAfter);
        List<Exit> exits = new ArrayList<>();
        for (String name : codes.names()) {
            try {
                given.addAll(inputs.of(name));
            } catch (CommandFailed e) {
                // The other files are still judged: a stack of documents is not lost for one bad path.
                console.failed(String.valueOf(e.getMessage()), e.hint());
                exits.add(e.exit());
            }
        }
        // VER-97: a continuation goes beside its permit wherever both are, so all are read before any is judged.
        Pairing pairs = Pairing.of(given.stream().map(Inputs.Input::code).toList(), profiles);
        receipt.refuseUnlessOne(IntStream.range(0, given.size())
                .filter(i -> !pairs.goesBesideAnother(i))
                .count());
        for (int i = 0; i < given.size(); i++) {
            if (!pairs.goesBesideAnother(i)) {
                exits.add(judge(task, given.get(i), together(papers, pairs.beside(i))));
                console.out().flush();
            }
        }
        return Exit.gravest(exits).code;
    }

    /** What is done with each code. */
    private record Task(
            Verifier verifier,
            Profiles profiles,
            Asked asked,
            Optional<FaceFiles> faces,
            Optional<Duration> warnAfter) {}

    /** At most as many as a question may have; those that name the code first. */
    private static List<byte[]> together(List<byte[]> named, List<byte[]> found) {
        return Stream.concat(found.stream(), named.stream())
                .limit(Asked.MAX_CONTINUATIONS)
                .toList();
    }

    private Exit judge(Task task, Inputs.Input input, List<byte[]> beside) throws CommandFailed {
        Asked asked = task.asked().continuations(beside);
        Verdict verdict = input.problem().isEmpty()
                ? task.verifier().verify(input.code(), asked)
                : task.verifier().noCodeFound(input.problem(), asked);
        if (json) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("input", input.name());
            object.put("place", input.place().isEmpty() ? null : input.place());
            object.putAll(VerdictJson.of(verdict));
            task.warnAfter().ifPresent(after -> object.put("listAge", WarnOptions.json(verdict, after)));
            console.out().println(JSON.writeValueAsString(object));
        } else {
            VerdictText.print(
                    console.out(),
                    input,
                    verdict,
                    task.profiles(),
                    task.warnAfter().flatMap(after -> WarnOptions.line(verdict, after)));
        }
        if (task.faces().isPresent()) {
            save(task.faces().get(), input, verdict);
        }
        Exit kept = receipt.keep(console, input.code(), asked, verdict, task.profiles());
        Exit judged = switch (verdict.outcome()) {
            case VALID -> Exit.VALID;
            case INVALID -> Exit.INVALID;
            case INDETERMINATE -> Exit.INDETERMINATE;
        };
        return Exit.gravest(List.of(judged, kept));
    }

    /** A forger's photo must not be taken for the holder's, so it is not saved at all. */
    private static void save(FaceFiles faces, Inputs.Input input, Verdict verdict) throws CommandFailed {
        if (verdict.authentic() == Result.PASSED) {
            faces.save(input, verdict.document());
        } else {
            faces.refuse(input, "the code is not known to be authentic");
        }
    }

    private Asked asked() throws CommandFailed {
        Optional<Purpose> asked = Optional.empty();
        if (purpose != null) {
            asked = Purpose.ofKey(purpose);
            if (asked.isEmpty()) {
                throw new CommandFailed(Exit.USAGE, "there is no such purpose", "give full, work, bank or stay");
            }
        }
        return new Asked(asked, instant(), certificate());
    }

    private Optional<Instant> instant() throws CommandFailed {
        try {
            return Optional.ofNullable(at).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw new CommandFailed(Exit.USAGE, "--at is no instant", "write it as 2026-11-22T12:00:00Z");
        }
    }

    private Optional<X509Certificate> certificate() throws CommandFailed {
        if (signerCertificate == null) {
            return Optional.empty();
        }
        byte[] file = new Inputs(console).read(signerCertificate);
        try {
            return Optional.of(Crypto.certificate(Pem.orDer(file)));
        } catch (FormatException e) {
            throw new CommandFailed(
                    Exit.USAGE,
                    signerCertificate + " is no certificate: " + e.getMessage(),
                    "give one X.509 certificate in DER or PEM");
        }
    }
}
