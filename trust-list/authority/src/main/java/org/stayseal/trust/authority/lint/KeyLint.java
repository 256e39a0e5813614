package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Predicate;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** The key is of a kind that signs what the certificate is for, and not the CSCA's own. */
public final class KeyLint implements CertificateLint {
    private final Predicate<SignatureAlgorithm> signs;

    /** @param signs which algorithms' keys may have such a certificate */
    public KeyLint(Predicate<SignatureAlgorithm> signs) {
        this.signs = signs;
    }

    @Override
    public String rule() {
        return "TRUST-95";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                CertificateKey.algorithm(certificate).filter(signs).isPresent()
                        && !CertificateKey.same(certificate, csca),
                "the key is of a kind that does not sign this, or is the key of the CSCA");
    }
}
