package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** The key is on a curve that signs new permits, and not the CSCA's own. */
public final class KeyLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-90";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                SignatureAlgorithm.ofKey(certificate.getPublicKey())
                                .filter(SignatureAlgorithm::mayWrite)
                                .isPresent()
                        && !certificate.getPublicKey().equals(csca.getPublicKey()),
                "the key is on a curve that does not sign, or is the key of the CSCA");
    }
}
