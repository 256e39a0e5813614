package org.stayseal.spec.verify;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.CertificateSignature;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.verify.Check.Question;

/** VER-25, VER-80, TRUST-52: has the signer's certificate, or the CSCA above it, been withdrawn? */
final class RevocationStep extends ListedSignerStep {

    RevocationStep() {
        super("revocation", false);
    }

    @Override
    void check(Case file, SignerCandidate candidate) {
        Optional<X509Certificate> authority = file.authority();
        boolean revoked = candidate.state() == SignerCandidate.State.REVOKED;
        Optional<SignerCandidate.Kept> kept =
                revoked ? candidate.kept().filter(log -> holds(log, file)) : Optional.empty();
        if (authority.filter(candidate.revokedAuthorities()::contains).isPresent()) {
            file.because(name(), Reason.REVOKED_CERTIFICATE, "the trust list shows the signer's CSCA as revoked");
        } else if (kept.isPresent()) {
            file.passed(
                    name(),
                    Question.AUTHENTIC,
                    "signed before the key was stolen on " + day(kept.get().before())
                            + "; listed in the authority's log of "
                            + day(kept.get().headMade()));
        } else if (revoked) {
            file.because(
                    name(),
                    Reason.REVOKED_CERTIFICATE,
                    "the trust list shows the signer as revoked"
                            + (candidate.kept().isPresent()
                                    ? ", and the log kept for its key does not cover this"
                                    : ""));
        } else if (candidate.crls().stream().anyMatch(crl -> names(crl, candidate))) {
            file.because(name(), Reason.REVOKED_CERTIFICATE, "the CSCA's revocation list names the signer");
        } else {
            file.passed(
                    name(),
                    Question.AUTHENTIC,
                    "state " + candidate.state().name().toLowerCase(java.util.Locale.ROOT)
                            + (candidate.crls().isEmpty() ? ", no CRL at hand" : ", not in the CRL"));
        }
    }

    /** VER-80: in the log kept for its key, and not dated after the moment before which the key was its owner's alone. */
    private static boolean holds(SignerCandidate.Kept kept, Case file) {
        LocalDate last = LocalDate.ofInstant(kept.before(), file.presented.zone());
        return kept.identities().contains(file.presented.logIdentity())
                && file.presented.signedOn().filter(day -> day.isAfter(last)).isEmpty();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** TRUST-57: serial numbers belong to the name of an issuer, and any of its keys that counts may withdraw them. */
    private static boolean names(X509CRL crl, SignerCandidate candidate) {
        DistinguishedName issuer = DistinguishedName.issuer(crl);
        return crl.getRevokedCertificate(candidate.certificate().getSerialNumber()) != null
                && issuer.equalsExactly(DistinguishedName.issuer(candidate.certificate()))
                && candidate.authorities().stream()
                        .anyMatch(authority -> issuer.equalsExactly(DistinguishedName.subject(authority))
                                && CertificateSignature.fits(crl, authority));
    }
}
