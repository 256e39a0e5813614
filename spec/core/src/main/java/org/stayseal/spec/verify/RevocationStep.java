package org.stayseal.spec.verify;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Crypto;
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
        } else if (candidate.crls().stream().anyMatch(crl -> names(crl, authority, candidate.certificate()))) {
            file.because(name(), Reason.REVOKED_CERTIFICATE, "the CSCA's revocation list names the signer");
        } else {
            file.passed(
                    name(),
                    Question.AUTHENTIC,
                    "state " + candidate.state().name().toLowerCase(java.util.Locale.ROOT)
                            + (candidate.crls().isEmpty() ? ", no CRL at hand" : ", not in the CRL"));
        }
    }

    private static boolean names(X509CRL crl, Optional<X509Certificate> authority, X509Certificate certificate) {
        if (authority.isEmpty() || crl.getRevokedCertificate(certificate.getSerialNumber()) == null) {
            return false;
        }
        try {
            crl.verify(authority.get().getPublicKey(), Crypto.provider());
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Another CSCA's list: its serial numbers are not ours.
            return false;
        }
    }
}
