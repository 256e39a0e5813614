package org.stayseal.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stayseal.barcode.PdfAttachment;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.receipt.Receipt;
import org.stayseal.spec.receipt.ReceiptReader;
import org.stayseal.spec.receipt.Recheck;
import org.stayseal.spec.receipt.TimeStamp;
import org.stayseal.spec.registry.Limits;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.verify.VerdictJson;
import org.stayseal.spec.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code stayseal recheck}: receipts that were kept, judged again by the lists at hand (RCPT-19). */
@Command(
        name = "recheck",
        description = "Says of each receipt whether its permit is still valid, by the lists at hand. Uses no network.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 all still valid or extended; 1 any no longer valid; 2 none of these, any that it cannot tell;",
            "            64 usage; 66 a file cannot be opened, or is no receipt; 70 our fault."
        })
final class RecheckCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_BYTES = Limits.value("maxReceiptBytes");
    /** RCPT-20. */
    private static final String ATTACHMENT = "receipt.json";

    private final Console console;

    @Mixin
    private KnowledgeOptions knowledge = new KnowledgeOptions();

    @Mixin
    private ProfileOptions types = new ProfileOptions();

    @Option(
            names = "--time-stamp-cert",
            paramLabel = "FILE",
            description =
                    "trust time stamps of this service, or of those whose certificates this authority signed (DER or PEM)")
    private List<String> services = new ArrayList<>();

    @Option(names = "--json", description = "print one JSON object a receipt, a line each")
    private boolean json;

    @Parameters(
            paramLabel = "RECEIPT",
            arity = "1..*",
            description =
                    "a receipt (JSON, or a PDF that has one attached), or a folder: all .json and .pdf files in it")
    private List<String> names = new ArrayList<>();

    RecheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        Inputs inputs = new Inputs(console);
        List<X509Certificate> trusted = certificates(inputs);
        Profiles profiles = types.profiles(inputs);
        Knowledge known = knowledge.open(console, inputs);
        Verifier verifier = new Verifier(known.trust(), known.status(), console.clock(), profiles);
        List<Exit> exits = new ArrayList<>();
        for (String name : names) {
            try {
                for (String file : files(name)) {
                    exits.add(recheck(file, inputs, verifier, trusted));
                    console.out().flush();
                }
            } catch (CommandFailed e) {
                console.failed(String.valueOf(e.getMessage()), e.hint());
                exits.add(e.exit());
            }
        }
        return Exit.gravest(exits).code;
    }

    /** One that is no receipt does not keep the others of a folder from being checked. */
    private Exit recheck(String file, Inputs inputs, Verifier verifier, List<X509Certificate> trusted) {
        Receipt receipt;
        try {
            receipt = ReceiptReader.read(attached(inputs.read(file)));
        } catch (FormatException e) {
            console.failed(
                    file + " is no receipt that this version reads: " + e.rule() + ", " + e.getMessage(),
                    "give the file as it was kept; an editor that saves it anew breaks it");
            return Exit.NO_INPUT;
        } catch (CommandFailed e) {
            console.failed(String.valueOf(e.getMessage()), e.hint());
            return e.exit();
        }
        Recheck found = Recheck.of(receipt, verifier);
        TimeStamp stamp = TimeStamp.of(receipt, trusted);
        if (json) {
            console.out().println(JSON.writeValueAsString(object(file, receipt, found, stamp)));
        } else {
            RecheckText.print(console.out(), file, receipt, found, stamp);
        }
        return switch (found.answer()) {
            case STILL_VALID, EXTENDED -> Exit.VALID;
            case NO_LONGER_VALID -> Exit.INVALID;
            case NO_CODE, LISTS_OLDER, CANNOT_TELL -> Exit.INDETERMINATE;
        };
    }

    private static Map<String, @Nullable Object> object(String file, Receipt receipt, Recheck found, TimeStamp stamp) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("receipt", file);
        object.put("checkedAt", receipt.checkedAt().toString());
        object.put("then", receipt.answer().outcome().name());
        object.put("answer", found.answer().name());
        object.put("timeStamp", stamp.worth().name());
        stamp.time().ifPresent(time -> object.put("stampedAt", time.toString()));
        object.put("now", found.now().map(VerdictJson::of).orElse(null));
        return object;
    }

    /** The receipt inside a PDF; any other file as it is. */
    private static byte[] attached(byte[] file) {
        boolean pdf = new String(file, 0, Math.min(file.length, 5), StandardCharsets.ISO_8859_1).equals("%PDF-");
        return pdf ? PdfAttachment.of(file, ATTACHMENT, MOST_BYTES).orElse(new byte[0]) : file;
    }

    private static List<String> files(String name) throws CommandFailed {
        Path path = Inputs.path(name);
        if (!Files.isDirectory(path)) {
            return List.of(name);
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(file -> file.matches("(?is).*\\.(json|pdf)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CommandFailed(Exit.NO_INPUT, name + " cannot be read", "check its permissions");
        }
    }

    private List<X509Certificate> certificates(Inputs inputs) throws CommandFailed {
        List<X509Certificate> certificates = new ArrayList<>();
        for (String name : services) {
            try {
                certificates.add(Crypto.certificate(Pem.orDer(inputs.read(name))));
            } catch (FormatException e) {
                throw new CommandFailed(
                        Exit.USAGE,
                        name + " is no certificate: " + e.getMessage(),
                        "give one X.509 certificate in DER or PEM");
            }
        }
        return certificates;
    }
}
