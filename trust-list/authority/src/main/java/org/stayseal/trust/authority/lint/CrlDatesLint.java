package org.stayseal.trust.authority.lint;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** The next update is said, and is after this one. */
public final class CrlDatesLint implements CrlLint {

    @Override
    public Optional<String> fault(X509CRL crl, X509Certificate csca) {
        return CertificateLint.unless(
                crl.getNextUpdate() != null && crl.getNextUpdate().after(crl.getThisUpdate()),
                "the next update is missing, or not after this one");
    }
}
