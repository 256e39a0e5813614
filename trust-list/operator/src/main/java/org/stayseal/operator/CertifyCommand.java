package org.stayseal.operator;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.Signer;
import org.stayseal.trust.authority.AuthorityProfile;
import org.stayseal.trust.authority.Certification;
import org.stayseal.trust.authority.certificates.CertificateFile;
import org.stayseal.trust.authority.certificates.CertificateText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trust certify}: the CSCA's key makes a certificate or a CRL. */
@Command(
        name = "certify",
        description = {
            "The CSCA's key makes the certificate of a signer, its own, or a CRL. Each is linted by every rule before the key signs.",
            "Nothing is listed by this: a ceremony announces it (trust announce, trust crl)."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 made; 1 it would break a rule; 64 usage; 66 a file or key cannot be opened or written."
        })
final class CertifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private KeyOptions key = new KeyOptions();

    @Mixin
    private ProfileOptions profile = new ProfileOptions();

    @Option(
            names = "--for",
            required = true,
            paramLabel = "csca|seal|credential|vds-nc|master-list|crl",
            description = "csca: its own, self-signed certificate; crl: its CRL; else that of such a signer")
    private String what = "";

    @Option(names = "--csca", paramLabel = "FILE", description = "the CSCA's certificate; all but csca need it")
    private @Nullable Path csca;

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description = "the signer's key, as trust key show --jwk or --pem writes it")
    private @Nullable Path publicKey;

    @Option(
            names = "--common-name",
            paramLabel = "NAME",
            description = "of seal and VDS-NC signers two capitals or digits")
    private @Nullable String commonName;

    @Option(
            names = "--serial",
            paramLabel = "HEX",
            description =
                    "the serial number, never used before under this CSCA; of a seal signer the reference in its seals")
    private @Nullable String serial;

    @Option(
            names = "--document-codes",
            split = ",",
            paramLabel = "CODE",
            description = "of a seal signer: first letters of machine readable zones (default: A,I)")
    private List<String> codes = List.of("A", "I");

    @Option(names = "--begins", paramLabel = "INSTANT", description = "when it begins; else now")
    private @Nullable Instant begins;

    @Option(names = "--number", paramLabel = "N", description = "of a CRL, greater than that of the one before")
    private long number;

    @Option(
            names = "--revoked",
            paramLabel = "HEX=INSTANT",
            description = "in a CRL: a serial number and since when; may be repeated")
    private Map<String, Instant> revoked = new HashMap<>();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "PEM; of a CRL DER")
    private Path out = Path.of("");

    CertifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        if (!Set.of("csca", "seal", "credential", "vds-nc", "master-list", "crl")
                .contains(what)) {
            throw new CommandFailed(Exit.USAGE, "nothing is made for " + what, "see --help");
        }
        Optional<X509Certificate> issuer = issuer();
        boolean demo = commonName != null && commonName.contains("(demo)");
        AuthorityProfile whose = profile.profile(
                issuer.map(KnownProfile::of).orElse(demo ? ProfileOptions.Known.UTOPIA : ProfileOptions.Known.NOTHING),
                "--country",
                "--territory",
                "--base-url");
        Signer signer = key.open(console)
                .signer()
                .orElseThrow(() -> new CommandFailed(
                        Exit.USAGE, "a second key signs no certificates", "give the CSCA's key on P-256 or P-384"));
        Instant from = begins == null ? console.clock().instant() : begins;
        try {
            if (what.equals("crl")) {
                Map<BigInteger, Instant> entries = new HashMap<>();
                revoked.forEach((hex, since) -> entries.put(number(hex), since));
                byte[] crl = certification(whose, signer, from).crl(number, from, entries);
                InputFile.writeNew(out, crl);
                console.line(out + ": CRL " + number + ", " + entries.size() + " revoked, " + crl.length + " bytes");
                return Exit.DONE.code;
            }
            X509Certificate made = certificate(whose, signer, from);
            InputFile.writeNew(out, CertificateText.pem(List.of(made)));
            console.line(out + ": " + Imported.subject(made) + ", until "
                    + made.getNotAfter().toInstant());
            console.line("SHA-256 " + Imported.sha256(made));
            return Exit.DONE.code;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new CommandFailed(Exit.REFUSED, String.valueOf(e.getMessage()), "nothing was signed");
        }
    }

    private X509Certificate certificate(AuthorityProfile whose, Signer signer, Instant from) throws CommandFailed {
        BigInteger number = number(needed(serial, "--serial"));
        if (what.equals("csca")) {
            return Certification.authority(whose, signer, needed(commonName, "--common-name"), number, from);
        }
        Certification certification = certification(whose, signer, from);
        PublicKey subject = PublicKeyFile.key(needed(publicKey, "--public-key")).publicKey();
        return switch (what) {
            case "seal" ->
                certification.sealSigner(subject, needed(commonName, "--common-name"), number, Set.copyOf(codes));
            case "vds-nc" -> certification.vdsNcSigner(subject, needed(commonName, "--common-name"), number);
            case "credential" -> certification.credentialSigner(subject, needed(commonName, "--common-name"), number);
            default -> certification.masterListSigner(subject, number);
        };
    }

    private Certification certification(AuthorityProfile whose, Signer signer, Instant from) throws CommandFailed {
        return new Certification(
                whose,
                signer,
                issuer().orElseThrow(() ->
                        new CommandFailed(Exit.USAGE, "--csca is needed for this", "see --help; nothing was signed")),
                from);
    }

    /** The CSCA under which it is made; empty for that of a CSCA itself. */
    private Optional<X509Certificate> issuer() throws CommandFailed {
        if (csca == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Crypto.certificate(
                    CertificateFile.read(InputFile.read(csca)).get(0)));
        } catch (FormatException e) {
            throw TrustFile.refused(csca.toString(), e);
        }
    }

    private static BigInteger number(String hex) {
        try {
            return new BigInteger(hex, 16);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(hex + " is no number in hex digits", e);
        }
    }

    private static <T> T needed(@Nullable T value, String option) throws CommandFailed {
        if (value == null) {
            throw new CommandFailed(Exit.USAGE, option + " is needed for this", "see --help; nothing was signed");
        }
        return value;
    }
}
