package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** The key of a CSCA is of a kind that signs certificates here. */
public final class CscaKeyLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-95";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                CertificateKey.algorithm(certificate)
                        .filter(SignatureAlgorithm::signsCertificates)
                        .isPresent(),
                "the key is of a kind that signs no certificates");
    }
}
