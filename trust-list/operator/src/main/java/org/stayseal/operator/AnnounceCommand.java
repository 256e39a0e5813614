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
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateHistory;
import org.stayseal.spec.trust.Term;
import org.stayseal.trust.authority.ceremony.AnnounceStep;
import org.stayseal.trust.authority.certificates.CertificateFile;
import org.stayseal.trust.authority.certificates.SignerSorting;
import org.stayseal.trust.authority.masterlist.SortedCertificates;
import org.stayseal.trust.authority.register.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trust announce}: a key that is to sign later, so that verifiers know it before it does. */
@Command(
        name = "announce",
        description =
                "A ceremony that makes a key known before it signs: a signer's or CSCA's certificate, or a status key.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 written; 1 refused; 64 usage; 66 a file cannot be read or written."})
final class AnnounceCommand implements Callable<Integer> {

    private static final Map<String, Service.SignerKind> KINDS = Map.of(
            "seal", Service.SignerKind.SEAL,
            "credential", Service.SignerKind.CREDENTIAL,
            "vds-nc", Service.SignerKind.VDS_NC);

    private final Console console;

    @Mixin
    private DraftOptions draft = new DraftOptions();

    @Option(
            names = "--signs",
            paramLabel = "seal|credential|vds-nc|csca|status",
            required = true,
            description = "what it signs")
    private String kind = "";

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "its certificate, PEM or DER; a status key has none")
    private @Nullable Path certificate;

    @Option(names = "--public-key", paramLabel = "FILE", description = "of a status key: JWK or PEM")
    private @Nullable Path publicKey;

    @Option(names = "--name", paramLabel = "TEXT", required = true, description = "its name for people, in English")
    private String name = "";

    @Option(
            names = "--documents",
            split = ",",
            paramLabel = "TYPE",
            description =
                    "what it signs, such as FB06, IDB-86-0E, uto.residence-permit; of credentials RP1 (default) and RPC1, continuations")
    private List<String> documents = new ArrayList<>();

    @Option(
            names = "--purposes",
            split = ",",
            paramLabel = "PURPOSE",
            description = "of credentials: full, work, bank, stay (default: all)")
    private List<String> purposes = List.of("full", "work", "bank", "stay");

    @Option(
            names = "--signs-from",
            paramLabel = "INSTANT",
            description =
                    "before this it cannot be activated, also when another key is stolen (default: when its certificate begins)")
    private @Nullable Instant signsFrom;

    @Option(names = "--signs-until", paramLabel = "INSTANT", description = "until when")
    private @Nullable Instant signsUntil;

    @Option(
            names = "--prefix",
            paramLabel = "URI",
            description = "of a status key: what its lists' addresses begin with, ending in /")
    private List<String> prefixes = new ArrayList<>();

    @Option(names = "--seal-revocations", description = "of a status key: it signs the seal revocation list too")
    private boolean sealRevocations;

    AnnounceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        Register register = draft.directory().register();
        StateHistory announced = StateHistory.only(KeyState.ANNOUNCED, draft.at(console));
        Service service;
        try {
            service = service(register, List.of(new LocalText("en", name)), announced);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "such a service cannot be listed: " + e.getMessage(),
                    "see --help; nothing was written");
        }
        if (service instanceof Service.PermitSigner signer
                && signer.term().signsFrom().isAfter(draft.at(console).plus(AuthorityDirectory.USUAL_VALIDITY))) {
            console.progress(
                    "warning: before " + signer.term().signsFrom()
                            + " it cannot be activated (TRUST-254), also when another key is stolen; without --signs-from it can stand in for a stolen one as soon as verifiers know it");
        }
        return draft.draft(
                console, "Announce the " + ListWords.kind(service) + " " + name, List.of(new AnnounceStep(service)));
    }

    private Service service(Register register, List<LocalText> names, StateHistory states) throws CommandFailed {
        Set<String> countries = Set.of(register.country());
        if (kind.equals("status")) {
            Path file = needed(publicKey, "--public-key", "a status key");
            return new Service.StatusKey(names, PublicKeyFile.key(file), states, prefixes, sealRevocations);
        }
        X509Certificate read = certificate(needed(certificate, "--certificate", "a signer or CSCA"));
        if (kind.equals("csca")) {
            require(SortedCertificates.of(List.of(encoded(read)), draft.at(console)).refused().stream()
                    .map(refused -> refused.reason())
                    .findFirst());
            return new Service.Csca(names, read, states, Scope.ofCsca(countries));
        }
        Service.SignerKind signs = KINDS.get(kind);
        if (signs == null) {
            throw new CommandFailed(Exit.USAGE, "nothing signs " + kind, "seal, credential, vds-nc, csca or status");
        }
        requireGood(register, signs, read);
        Term term = new Term(
                signsFrom == null ? read.getNotBefore().toInstant() : signsFrom,
                needed(signsUntil, "--signs-until", "a signer"));
        Scope scope = signs == Service.SignerKind.CREDENTIAL
                ? new Scope(
                        countries,
                        documents.isEmpty() ? Set.of(Scope.CREDENTIAL) : Set.copyOf(documents),
                        Set.copyOf(purposes))
                : Scope.ofSeals(countries, Set.copyOf(documents));
        return new Service.PermitSigner(signs, names, read, states, scope, term, Optional.empty());
    }

    /** By every rule of its certificate, under the CSCAs of the register (TRUST-111): here, and not at a border. */
    private void requireGood(Register register, Service.SignerKind signs, X509Certificate read) throws CommandFailed {
        List<X509Certificate> authorities = register.services(Service.Csca.class)
                .filter(csca -> csca.states().now() != KeyState.REVOKED)
                .map(Service.Csca::certificate)
                .toList();
        SignerSorting sorting = new SignerSorting(
                switch (signs) {
                    case SEAL -> SignerSorting.Kind.SEAL;
                    case CREDENTIAL -> SignerSorting.Kind.CREDENTIAL;
                    case VDS_NC -> SignerSorting.Kind.VDS_NC;
                },
                authorities,
                draft.at(console));
        sorting.add(encoded(read));
        require(sorting.refused().stream().map(refused -> refused.reason()).findFirst());
    }

    private static void require(Optional<String> fault) throws CommandFailed {
        if (fault.isPresent()) {
            throw new CommandFailed(
                    Exit.REFUSED, "the certificate is refused: " + fault.get(), "have another one made: trust certify");
        }
    }

    private static X509Certificate certificate(Path file) throws CommandFailed {
        try {
            List<byte[]> certificates = CertificateFile.read(InputFile.read(file));
            if (certificates.size() != 1) {
                throw new CommandFailed(
                        Exit.USAGE, file + " holds " + certificates.size() + " certificates", "give one alone");
            }
            return Crypto.certificate(certificates.get(0));
        } catch (FormatException e) {
            throw TrustFile.refused(file.toString(), e);
        }
    }

    private static byte[] encoded(X509Certificate read) {
        try {
            return read.getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private static <T> T needed(@Nullable T value, String option, String what) throws CommandFailed {
        if (value == null) {
            throw new CommandFailed(Exit.USAGE, what + " needs " + option, "see --help; nothing was written");
        }
        return value;
    }
}
