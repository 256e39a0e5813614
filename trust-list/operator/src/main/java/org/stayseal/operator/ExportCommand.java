package org.stayseal.operator;

import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.spec.verify.Issuance;
import org.stayseal.trust.authority.certificates.CertificateFile;
import org.stayseal.trust.authority.certificates.CertificateText;
import org.stayseal.trust.authority.jwks.KeySetWriter;
import org.stayseal.trust.authority.keys.CertificateSigner;
import org.stayseal.trust.authority.keys.HeldKey;
import org.stayseal.trust.authority.keys.KeyFault;
import org.stayseal.trust.authority.keys.KeyPlace;
import org.stayseal.trust.authority.keys.Secrets;
import org.stayseal.trust.authority.masterlist.MasterListDraft;
import org.stayseal.trust.authority.pkd.PkdBranch;
import org.stayseal.trust.authority.pkd.PkdWriter;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.SnapshotArchive;
import org.stayseal.trust.reader.SnapshotResult;
import org.stayseal.trust.reader.Snapshots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trust export}: what a snapshot says, for those who read no trust list. */
@Command(
        name = "export",
        description =
                "Writes the authorities, signers, status keys or CRLs of a verified snapshot in a form that others read.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Forms: csca-pem, csca-der (where there is one), signers-pem: certificates that are neither revoked nor over;",
            "       jwks: keys of credential signers and status keys; crl: the CSCA's CRL in DER;",
            "       ldif: signers of seals and VDS-NCs and CRLs as ICAO's directory takes them, with --key the master list too;",
            "       master-list: the CSCAs, signed with --key under --certificate (trust certify makes one).",
            "Exit codes: 0 written; 1 the snapshot, or what would be written, is refused; 64 usage; 66 a file or key cannot be opened or written."
        })
final class ExportCommand implements Callable<Integer> {

    private enum Form {
        CSCA_PEM,
        CSCA_DER,
        SIGNERS_PEM,
        JWKS,
        CRL,
        LDIF,
        MASTER_LIST;

        static Form of(String word) throws CommandFailed {
            for (Form form : values()) {
                if (form.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                    return form;
                }
            }
            throw new CommandFailed(
                    Exit.USAGE,
                    "there is no form " + word,
                    "csca-pem, csca-der, signers-pem, jwks, crl, ldif or master-list");
        }
    }

    private final Console console;

    @Mixin
    private RootOption root = new RootOption();

    @Option(names = "--form", paramLabel = "FORM", required = true, description = "see below")
    private String form = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "where it is written, whole or not at all")
    private Path out = Path.of("");

    @Option(names = "--key", paramLabel = "FILE|PKCS11-URI", description = "the key of the signer of master lists")
    private @Nullable String key;

    @Option(names = "--certificate", paramLabel = "FILE", description = "its certificate, issued by a CSCA of the list")
    private @Nullable Path certificate;

    @Option(names = "--password-file", paramLabel = "FILE", description = "holds the password or PIN of --key")
    private @Nullable Path passwordFile;

    @Parameters(paramLabel = "SNAPSHOT", description = "snapshot.zip, as published at /trust/snapshot")
    private Path file = Path.of("");

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandFailed {
        Form wanted = Form.of(form);
        byte[] zip = InputFile.read(file, SnapshotArchive.MAX_BYTES);
        SnapshotResult result = Snapshots.open(zip, root.pin());
        if (result instanceof SnapshotResult.Refused refused) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    file + " is refused, " + refused.reason() + ": " + refused.words(),
                    "nothing was written");
        }
        Snapshot snapshot = result.taken().orElseThrow();
        Instant now = console.clock().instant();
        if (now.isAfter(snapshot.trustedUntil())) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    "this snapshot was over at " + snapshot.trustedUntil(),
                    "fetch a newer one; nothing was written");
        }
        byte[] content;
        try {
            content = content(wanted, snapshot, now);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(Exit.REFUSED, "it cannot be written so: " + e.getMessage(), "nothing was written");
        }
        InputFile.write(out, content);
        console.line(out + ": " + content.length + " bytes");
        return Exit.DONE.code;
    }

    private byte[] content(Form wanted, Snapshot snapshot, Instant now) throws CommandFailed {
        TrustList list = snapshot.trustList();
        List<X509Certificate> authorities = good(list, Service.Csca.class, now);
        switch (wanted) {
            case CSCA_PEM:
                return CertificateText.pem(authorities);
            case SIGNERS_PEM:
                return CertificateText.pem(good(list, Service.PermitSigner.class, now));
            case CSCA_DER:
                return encoded(only(authorities, "CSCA certificate"));
            case CRL:
                return encoded(only(snapshot.crls(), "CRL"));
            case JWKS:
                return keySet(list, now);
            case MASTER_LIST:
                return masterList(authorities, now);
            default:
                return directory(snapshot, authorities, now);
        }
    }

    private static byte[] keySet(TrustList list, Instant now) {
        return KeySetWriter.write(
                list.services(Service.PermitSigner.class)
                        .filter(signer -> signer.kind() == Service.SignerKind.CREDENTIAL && isGood(signer, now))
                        .map(Service.PermitSigner::certificate)
                        .toList(),
                list.services(Service.StatusKey.class)
                        .filter(status -> status.states().now() != KeyState.REVOKED)
                        .map(Service.StatusKey::key)
                        .toList());
    }

    private byte[] directory(Snapshot snapshot, List<X509Certificate> authorities, Instant now) throws CommandFailed {
        TrustList list = snapshot.trustList();
        long version = list.head().sequence();
        PkdWriter writer = new PkdWriter(list.territory());
        if (key != null) {
            byte[] masterList = masterList(authorities, now);
            writer.masterList(masterList, Imported.subject(issuer(authorities)), version);
        }
        list.services(Service.PermitSigner.class)
                .filter(signer -> signer.kind() != Service.SignerKind.CREDENTIAL && isGood(signer, now))
                .forEach(signer -> writer.signer(
                        signer.kind() == Service.SignerKind.SEAL
                                ? PkdBranch.BAR_CODE_SIGNERS
                                : PkdBranch.BAR_CODE_SIGNERS_NC,
                        encoded(signer.certificate()),
                        DistinguishedName.issuer(signer.certificate()).toString(),
                        signer.certificate().getSerialNumber(),
                        version));
        for (X509CRL crl : snapshot.crls()) {
            writer.crl(encoded(crl), DistinguishedName.issuer(crl).toString(), version);
        }
        return writer.ldif();
    }

    private byte[] masterList(List<X509Certificate> authorities, Instant now) throws CommandFailed {
        if (key == null || certificate == null) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "a master list is signed",
                    "give --key and --certificate of its signer, which trust certify --for master-list makes");
        }
        try {
            KeyPlace place = KeyPlace.of(key);
            Secrets secrets = KeyOptions.secrets(console, passwordFile);
            HeldKey held = HeldKey.open(place, secrets);
            X509Certificate signer = signerCertificate();
            if (!Arrays.equals(held.publicKey(), signer.getPublicKey().getEncoded())) {
                throw new CommandFailed(
                        Exit.USAGE, "--key is not the key of --certificate", "give the two that belong together");
            }
            return new MasterListDraft(authorities, signer, issuer(authorities), now)
                    .sign(CertificateSigner.of(held.signer().orElseThrow()));
        } catch (KeyFault fault) {
            throw CommandFailed.of(fault);
        }
    }

    private X509Certificate signerCertificate() throws CommandFailed {
        try {
            return Crypto.certificate(CertificateFile.read(InputFile.read(Objects.requireNonNull(certificate)))
                    .get(0));
        } catch (FormatException e) {
            throw new CommandFailed(
                    Exit.REFUSED, certificate + " holds no certificate: " + e.getMessage(), "give PEM or DER");
        }
    }

    /** The CSCA of the list that issued the signer's certificate. */
    private X509Certificate issuer(List<X509Certificate> authorities) throws CommandFailed {
        X509Certificate signer = signerCertificate();
        return authorities.stream()
                .filter(authority -> Issuance.isIssuedBy(signer, authority))
                .findFirst()
                .orElseThrow(() -> new CommandFailed(
                        Exit.REFUSED,
                        "no CSCA of the list issued --certificate",
                        "have it issued by one that is listed"));
    }

    private static <S extends Service> List<X509Certificate> good(TrustList list, Class<S> kind, Instant now) {
        return list.services(kind)
                .filter(service -> isGood(service, now))
                .map(service -> ListWords.certificate(service).orElseThrow())
                .toList();
    }

    private static boolean isGood(Service service, Instant now) {
        return service.states().now() != KeyState.REVOKED
                && ListWords.certificate(service)
                        .map(certificate ->
                                !certificate.getNotAfter().toInstant().isBefore(now))
                        .orElse(true);
    }

    private static <T> T only(List<T> all, String what) throws CommandFailed {
        if (all.size() != 1) {
            throw new CommandFailed(
                    Exit.REFUSED,
                    "the snapshot has " + all.size() + " times a " + what + ", and this form holds one",
                    "take csca-pem or ldif, which hold several");
        }
        return all.get(0);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private static byte[] encoded(X509CRL crl) {
        try {
            return crl.getEncoded();
        } catch (CRLException e) {
            throw new IllegalStateException("a CRL that was read can be written", e);
        }
    }
}
