package org.stayseal.spec.verify;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.CertificateSignature;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.verify.Check.Question;

/** VER-25, TRUST-52: has the signer's certificate, or the CSCA above it, been withdrawn? */
final class RevocationStep extends ListedSignerStep {

    RevocationStep() {
        super("revocation", false);
    }

    @Override
    void check(Case file, SignerCandidate candidate) {
        Optional<X509Certificate> authority = file.authority();
        if (candidate.state() == SignerCandidate.State.REVOKED) {
            file.because(name(), Reason.REVOKED_CERTIFICATE, "the trust list shows the signer as revoked");
        } else if (authority.filter(candidate.revokedAuthorities()::contains).isPresent()) {
            file.because(name(), Reason.REVOKED_CERTIFICATE, "the trust list shows the signer's CSCA as revoked");
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
