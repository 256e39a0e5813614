package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** It counts only while the certificate of the key that signed it does. */
public final class WithinIssuerLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-97, TRUST-98";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                !certificate.getNotBefore().before(csca.getNotBefore())
                        && !certificate.getNotAfter().after(csca.getNotAfter())
                        && certificate.getNotBefore().before(certificate.getNotAfter()),
                "it is not within the time of its CSCA");
    }
}
