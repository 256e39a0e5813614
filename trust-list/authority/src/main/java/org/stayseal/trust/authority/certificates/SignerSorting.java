package org.stayseal.trust.authority.certificates;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.verify.CertificateProfile;
import org.stayseal.spec.verify.Issuance;
import org.stayseal.trust.authority.masterlist.MasterList;

/** Certificates of signers, each taken or refused with its reason (TRUST-111). */
public final class SignerSorting {

    /** What a signer signs, and the rules of its certificate. */
    public enum Kind {
        /** Seals and datastructures for barcodes (TRUST-91). */
        SEAL(CertificateProfile::brokenSealSignerRule),
        /** VDS-NCs (TRUST-94). */
        VDS_NC(CertificateProfile::brokenVdsNcSignerRule),
        /** Residence credentials (TRUST-92). */
        CREDENTIAL(CertificateProfile::brokenCredentialSignerRule);

        private final Function<X509Certificate, Optional<String>> broken;

        Kind(Function<X509Certificate, Optional<String>> broken) {
            this.broken = broken;
        }
    }

    /** Signatures that are computed for one certificate. */
    private static final int MOST_TRIES = 16;

    private final Kind kind;
    private final List<X509Certificate> authorities;
    private final Instant now;
    private final List<X509Certificate> taken = new ArrayList<>();
    private final List<MasterList.Refused> refused = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int position;

    /** @param authorities the CSCA certificates that are listed, or about to be */
    public SignerSorting(Kind kind, Collection<X509Certificate> authorities, Instant now) {
        this.kind = kind;
        this.authorities = List.copyOf(authorities);
        this.now = now;
    }

    /** Takes or refuses one. */
    public void add(byte[] der) {
        int at = position++;
        if (!seen.add(Hex.encode(der))) {
            refused.add(new MasterList.Refused(at, "a copy", "it is in the list twice"));
            return;
        }
        try {
            X509Certificate certificate = Crypto.certificate(der);
            fault(certificate)
                    .ifPresentOrElse(
                            reason -> refused.add(new MasterList.Refused(
                                    at, DistinguishedName.subject(certificate).toString(), reason)),
                            () -> taken.add(certificate));
        } catch (FormatException e) {
            refused.add(new MasterList.Refused(at, "unreadable", String.valueOf(e.getMessage())));
        }
    }

    /** In the order given. */
    public List<X509Certificate> taken() {
        return List.copyOf(taken);
    }

    /** The others. */
    public List<MasterList.Refused> refused() {
        return List.copyOf(refused);
    }

    private Optional<String> fault(X509Certificate certificate) {
        Optional<String> broken = kind.broken.apply(certificate);
        if (broken.isPresent()) {
            return broken;
        }
        if (certificate.getNotAfter().toInstant().isBefore(now)) {
            return Optional.of("it ended on "
                    + certificate.getNotAfter().toInstant().toString().substring(0, 10));
        }
        Optional<X509Certificate> issuer = authorities.stream()
                .filter(authority ->
                        DistinguishedName.subject(authority).equalsExactly(DistinguishedName.issuer(certificate)))
                .limit(MOST_TRIES)
                .filter(authority -> Issuance.isIssuedBy(certificate, authority))
                .findFirst();
        if (issuer.isEmpty()) {
            return Optional.of("TRUST-50: no CSCA that is known issued it");
        }
        return CertificateKey.same(certificate, issuer.get())
                ? Optional.of("TRUST-95: its key is that of its CSCA")
                : Optional.empty();
    }
}
