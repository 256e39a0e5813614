package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** A signer is no authority. */
public final class NotAuthorityLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-90";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(certificate.getBasicConstraints() < 0, "basic constraints make it an authority");
    }
}
