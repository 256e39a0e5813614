package org.stayseal.trust.authority.lint;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Every revocation list is of version 2. */
public final class CrlVersionLint implements CrlLint {

    @Override
    public Optional<String> fault(X509CRL crl, X509Certificate csca) {
        return CertificateLint.unless(crl.getVersion() == 2, "the version is not 2");
    }
}
