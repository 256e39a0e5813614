package org.stayseal.spec.verify;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.spec.verify.Check.Question;

/** VER-23, TRUST-53: is the certificate signed by a listed CSCA of the country, and does it follow its profile? */
final class ChainStep extends ListedSignerStep {

    ChainStep() {
        super("chain", false);
    }

    @Override
    void check(Case file, SignerCandidate candidate) {
        Optional<X509Certificate> authority = file.authority();
        if (authority.isEmpty()) {
            file.because(name(), Reason.UNTRUSTED_CERTIFICATE, "no listed CSCA of the country signed it");
            return;
        }
        try {
            authority.get().checkValidity(candidate.certificate().getNotBefore());
        } catch (CertificateException e) {
            file.because(name(), Reason.UNTRUSTED_CERTIFICATE, "the CSCA was not in date when it signed it");
            return;
        }
        if (CertificateKey.same(authority.get(), candidate.certificate())) {
            file.because(name(), Reason.UNTRUSTED_CERTIFICATE, "TRUST-95: its key is that of its CSCA");
            return;
        }
        Optional<String> broken = file.presented.brokenProfileRule(candidate.certificate());
        if (broken.isPresent()) {
            file.because(name(), Reason.UNTRUSTED_CERTIFICATE, broken.get());
        } else {
            file.passed(
                    name(),
                    Question.AUTHENTIC,
                    "signed by " + authority.get().getSubjectX500Principal().getName());
        }
    }

    /** The CSCA that signed the candidate, revoked or not: whether it is, is the business of the step {@code revocation}. */
    static Optional<X509Certificate> issuer(SignerCandidate candidate) {
        return java.util.stream.Stream.concat(candidate.authorities().stream(), candidate.revokedAuthorities().stream())
                .filter(authority -> Issuance.isIssuedBy(candidate.certificate(), authority))
                .findFirst();
    }
}
