package org.stayseal.spec.verify;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.spec.signing.DistinguishedName;
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
        Optional<String> broken = brokenByIssuing(candidate, authority.get())
                .or(() -> file.presented.brokenProfileRule(candidate.certificate()));
        if (broken.isPresent()) {
            file.because(name(), Reason.UNTRUSTED_CERTIFICATE, broken.get());
        } else {
            file.passed(name(), Question.AUTHENTIC, "signed by " + DistinguishedName.subject(authority.get()));
        }
    }

    /** What is wrong with a CSCA certificate as the issuer of a candidate that its key signed (TRUST-54, TRUST-95), in words. */
    private static Optional<String> brokenByIssuing(SignerCandidate candidate, X509Certificate authority) {
        try {
            authority.checkValidity(candidate.certificate().getNotBefore());
        } catch (CertificateException e) {
            return Optional.of("the CSCA was not in date when it signed it");
        }
        return CertificateKey.same(authority, candidate.certificate())
                ? Optional.of("TRUST-95: its key is that of its CSCA")
                : Optional.empty();
    }

    /**
     * The CSCA certificate that a candidate is judged by (TRUST-56), revoked or not: whether it is, is the business of the step {@code revocation}. The first with which the chain is
     * good; where there is none, the first whose key signed it.
     */
    static Optional<X509Certificate> issuer(SignerCandidate candidate) {
        List<X509Certificate> all = Stream.concat(
                        candidate.authorities().stream(), candidate.revokedAuthorities().stream())
                .toList();
        return all.stream()
                .filter(authority -> brokenByIssuing(candidate, authority).isEmpty())
                .filter(authority -> Issuance.isIssuedBy(candidate.certificate(), authority))
                .findFirst()
                .or(() -> all.stream()
                        .filter(authority -> Issuance.isIssuedBy(candidate.certificate(), authority))
                        .findFirst());
    }
}
