package org.stayseal.operator;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.trust.authority.certificates.CertificateFile;
import org.stayseal.trust.authority.certificates.CertificateText;
import org.stayseal.trust.authority.certificates.SignerSorting;
import org.stayseal.trust.authority.masterlist.SortedCertificates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code trust import}: what others made, thing by thing taken or refused. */
@Command(
        name = "import",
        description = {
            "Reads an ICAO master list, a directory as LDIF, a JSON Web Key Set, certificates in PEM or DER, or a CRL, and says of each thing in it whether it is taken, and why not.",
            "Nothing is believed for being in a file: what was taken enters a trust list by a ceremony."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 everything was taken; 1 the file is refused, or nothing of it was taken; 2 a part was refused; 64 usage;",
            "            66 a file cannot be opened or written."
        })
final class ImportCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--authority",
            paramLabel = "FINGERPRINT",
            description =
                    "SHA-256 of the CSCA certificate behind a master list, from its state itself, never from the list (TRUST-101); may be repeated")
    private List<String> authorities = new ArrayList<>();

    @Option(
            names = "--under",
            paramLabel = "FILE",
            description = "CSCA certificates (PEM or DER) that signers and CRLs are to be under")
    private @Nullable Path under;

    @Option(
            names = "--signers",
            paramLabel = "seal|vds-nc|credential",
            description = "certificates in PEM or DER are those of signers of this kind; else of authorities")
    private @Nullable String signers;

    @Option(names = "--out", paramLabel = "FILE", description = "writes the certificates that were taken, in PEM")
    private @Nullable Path out;

    @Option(names = "--json", description = "the result as JSON")
    private boolean json;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "judge as of this moment, such as 2026-11-22T12:00:00Z")
    private @Nullable Instant at;

    @Parameters(paramLabel = "FILE", description = "what others made")
    private Path file = Path.of("");

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        Instant now = at == null ? console.clock().instant() : at;
        Set<String> pinned = pinned();
        Imported imported;
        console.progress("reading " + file);
        try {
            imported = new Importing(known(now), pinned, kind(), now).file(InputFile.read(file));
        } catch (FormatException e) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    file + " is refused, " + e.rule() + ": " + e.getMessage(),
                    "nothing of it was taken; ask for it again where it was made");
        }
        boolean compared =
                imported.authority().map(Imported::sha256).map(pinned::contains).orElse(true);
        if (json) {
            console.out().println(written(imported, compared));
        } else {
            table(imported);
        }
        if (!compared) {
            X509Certificate authority = imported.authority().orElseThrow();
            throw new CommandFailed(
                    Exit.REFUSED,
                    "nobody has compared the authority behind this master list: " + Imported.subject(authority)
                            + ", SHA-256 " + Imported.sha256(authority),
                    "get its fingerprint from that state itself, compare, then give --authority with it; nothing was taken");
        }
        if (out != null && !imported.certificates().isEmpty()) {
            InputFile.write(out, CertificateText.pem(imported.certificates()));
            console.progress(imported.certificates().size() + " certificates are in " + out);
        }
        if (imported.taken() == 0) {
            return Exit.REFUSED.code;
        }
        return imported.refused().isEmpty() ? Exit.DONE.code : Exit.DUE.code;
    }

    private Set<String> pinned() throws CommandFailed {
        try {
            return authorities.stream()
                    .map(text -> Fingerprint.parse(text).hex())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(
                    Exit.USAGE, "--authority is no fingerprint", "64 hex digits; spaces and colons do not matter");
        }
    }

    private List<X509Certificate> known(Instant now) throws CommandFailed {
        if (under == null) {
            return List.of();
        }
        try {
            SortedCertificates sorted = SortedCertificates.of(CertificateFile.read(InputFile.read(under)), now);
            if (!sorted.refused().isEmpty()) {
                throw new CommandFailed(
                        Exit.REFUSED,
                        "a certificate of --under is not good: "
                                + sorted.refused().get(0).reason(),
                        "give CSCA certificates that were imported before");
            }
            return sorted.taken();
        } catch (FormatException e) {
            throw new CommandFailed(
                    Exit.REFUSED, under + " holds no certificates: " + e.getMessage(), "give PEM or DER");
        }
    }

    private Optional<SignerSorting.Kind> kind() throws CommandFailed {
        if (signers == null) {
            return Optional.empty();
        }
        Map<String, SignerSorting.Kind> kinds = Map.of(
                "seal", SignerSorting.Kind.SEAL,
                "vds-nc", SignerSorting.Kind.VDS_NC,
                "credential", SignerSorting.Kind.CREDENTIAL);
        SignerSorting.Kind kind = kinds.get(signers);
        if (kind == null) {
            throw new CommandFailed(Exit.USAGE, "there are no signers of " + signers, "seal, vds-nc or credential");
        }
        if (under == null) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "signers are taken under authorities alone",
                    "give --under with their CSCA certificates");
        }
        return Optional.of(kind);
    }

    private void table(Imported imported) {
        imported.certificates()
                .forEach(certificate -> console.line("taken    "
                        + Imported.sha256(certificate).substring(0, 16) + "  until "
                        + certificate.getNotAfter().toInstant().toString().substring(0, 10) + "  "
                        + Imported.subject(certificate)));
        imported.others().forEach(other -> console.line("taken    " + other));
        imported.refused().forEach(one -> console.line("refused  " + one.what() + ": " + one.reason()));
        console.line(imported.form() + ": " + imported.taken() + " taken, "
                + imported.refused().size() + " refused");
        imported.authority()
                .ifPresent(authority -> console.line("behind it is " + Imported.subject(authority) + ", SHA-256 "
                        + new Fingerprint(Imported.sha256(authority)).spoken()));
    }

    private static String written(Imported imported, boolean compared) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("form", imported.form());
        imported.authority()
                .ifPresent(authority -> root.putObject("authority")
                        .put("subject", Imported.subject(authority))
                        .put("sha256", Imported.sha256(authority))
                        .put("compared", compared));
        ArrayNode taken = root.putArray("taken");
        imported.certificates()
                .forEach(certificate -> taken.addObject()
                        .put("subject", Imported.subject(certificate))
                        .put("serial", certificate.getSerialNumber().toString(16))
                        .put("notAfter", certificate.getNotAfter().toInstant().toString())
                        .put("sha256", Imported.sha256(certificate)));
        imported.others().forEach(other -> taken.addObject().put("words", other));
        ArrayNode refused = root.putArray("refused");
        imported.refused()
                .forEach(one -> refused.addObject().put("what", one.what()).put("reason", one.reason()));
        return root.toString();
    }
}
