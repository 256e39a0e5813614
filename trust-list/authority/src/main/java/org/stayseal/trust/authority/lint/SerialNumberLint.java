package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** The serial number is positive and has 20 octets at most (RFC 5280 4.1.2.2). */
public final class SerialNumberLint implements CertificateLint {

    private static final int MOST_BITS = 20 * 8 - 1;

    @Override
    public String rule() {
        return "TRUST-96 (Doc 9303-12 7)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                certificate.getSerialNumber().signum() > 0
                        && certificate.getSerialNumber().bitLength() <= MOST_BITS,
                "the serial number is not positive, or has more than 20 octets");
    }
}
