package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** The serial number can be a certificate reference: positive, and its hex digits countable in two hex digits. */
public final class SealSerialLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-91 (Doc 9303-13 2.2)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        String digits = certificate.getSerialNumber().toString(16);
        return CertificateLint.unless(
                certificate.getSerialNumber().signum() > 0 && digits.length() <= 32,
                "the serial number is not positive, or has more than 32 hex digits");
    }
}
