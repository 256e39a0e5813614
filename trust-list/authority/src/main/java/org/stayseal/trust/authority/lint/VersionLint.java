package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** Every certificate is X.509 version 3. */
public final class VersionLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-90";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(certificate.getVersion() == 3, "the version is not 3");
    }
}
