package org.stayseal.operator;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.trust.authority.certificates.CertificateFile;
import org.stayseal.trust.authority.certificates.SignerSorting;
import org.stayseal.trust.authority.crl.CrlFile;
import org.stayseal.trust.authority.crl.CrlImport;
import org.stayseal.trust.authority.jwks.KeySetImport;
import org.stayseal.trust.authority.masterlist.MasterList;
import org.stayseal.trust.authority.masterlist.SortedCertificates;
import org.stayseal.trust.authority.pkd.PkdDirectory;
import org.stayseal.trust.authority.pkd.PkdImport;

/**
 * One file, by what it is: its first bytes say it.
 *
 * @param known CSCA certificates that are listed already, for signers and CRLs
 * @param pinned fingerprints of the authorities behind master lists that a person compared
 * @param signers what certificates in PEM or DER are to sign; empty for certificates of authorities
 */
record Importing(
        Collection<X509Certificate> known, Set<String> pinned, Optional<SignerSorting.Kind> signers, Instant now) {

    /** DER of {@code 2.23.136.1.1.2}, the type of what is in a master list; it stands near the beginning. */
    private static final byte[] MASTER_LIST = {0x06, 0x06, 0x67, (byte) 0x81, 0x08, 0x01, 0x01, 0x02};

    private static final int NEAR = 256;
    private static final int SEQUENCE = 0x30;
    private static final Function<PublicKey, Optional<BigInteger>> NONE_BEFORE = key -> Optional.empty();

    Imported file(byte[] file) throws FormatException {
        if (file.length > 0 && file[0] == SEQUENCE) {
            return isMasterList(file) ? masterList(file) : certificatesOrCrl(file);
        }
        String start = new String(file, 0, Math.min(file.length, NEAR), StandardCharsets.ISO_8859_1);
        if (start.stripLeading().startsWith("{")) {
            return keySet(file);
        }
        return start.startsWith("dn:") || start.startsWith("version:") || start.startsWith("#")
                ? directory(file)
                : certificates(file);
    }

    private static boolean isMasterList(byte[] file) {
        int last = Math.min(file.length, NEAR) - MASTER_LIST.length;
        for (int at = 0; at <= last; at++) {
            if (Arrays.equals(file, at, at + MASTER_LIST.length, MASTER_LIST, 0, MASTER_LIST.length)) {
                return true;
            }
        }
        return false;
    }

    private Imported masterList(byte[] file) throws FormatException {
        MasterList list = MasterList.read(file, now);
        return new Imported(
                "ICAO master list",
                Optional.of(list.signerAuthority()),
                list.taken(),
                List.of(),
                Imported.of(list.refused()));
    }

    private Imported certificatesOrCrl(byte[] file) throws FormatException {
        try {
            CrlFile.read(file);
        } catch (FormatException noCrl) {
            return certificates(file);
        }
        CrlImport.Result result = new CrlImport(known, now).take(file, NONE_BEFORE);
        return result instanceof CrlImport.Result.Taken taken
                ? new Imported("CRL", Optional.empty(), List.of(), List.of(crl(taken)), List.of())
                : new Imported(
                        "CRL",
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(new Imported.Refused("the list", ((CrlImport.Result.Refused) result).reason())));
    }

    private Imported certificates(byte[] file) throws FormatException {
        List<byte[]> certificates = CertificateFile.read(file);
        if (signers.isEmpty()) {
            SortedCertificates sorted = SortedCertificates.of(certificates, now);
            return Imported.certificates("certificates of authorities", sorted.taken(), sorted.refused());
        }
        SignerSorting sorting = new SignerSorting(signers.get(), known, now);
        certificates.forEach(sorting::add);
        return Imported.certificates("certificates of signers", sorting.taken(), sorting.refused());
    }

    private Imported keySet(byte[] file) throws FormatException {
        KeySetImport.Result result = new KeySetImport(known, now).read(file);
        return new Imported(
                "JSON Web Key Set",
                Optional.empty(),
                result.credentialSigners(),
                result.statusKeys().stream()
                        .map(TrustKey::kid)
                        .map(kid -> "status key " + kid)
                        .toList(),
                result.refused().stream()
                        .map(one -> new Imported.Refused("key " + (one.position() + 1), one.reason()))
                        .toList());
    }

    private Imported directory(byte[] file) throws FormatException {
        PkdImport sorted = new PkdImport(known, pinned, NONE_BEFORE, now).add(PkdDirectory.read(file));
        List<X509Certificate> taken = new ArrayList<>(sorted.authorities());
        taken.addAll(sorted.sealSigners());
        taken.addAll(sorted.vdsNcSigners());
        return new Imported(
                "LDIF of a directory",
                Optional.empty(),
                taken,
                sorted.crls().stream().map(Importing::crl).toList(),
                sorted.refused().stream()
                        .map(one -> new Imported.Refused(one.what(), one.reason()))
                        .toList());
    }

    private static String crl(CrlImport.Result.Taken taken) {
        int entries = taken.crl().getRevokedCertificates() == null
                ? 0
                : taken.crl().getRevokedCertificates().size();
        return "CRL " + taken.number() + " of " + Imported.subject(taken.authority()) + ", " + entries
                + " revoked, good until " + taken.crl().getNextUpdate().toInstant();
    }
}
