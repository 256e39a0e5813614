package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;

/** A CSCA is an authority, critically, and has no authority below it. */
public final class CscaConstraintsLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-93, TRUST-96 (Doc 9303-12 7)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                certificate.getBasicConstraints() == 0
                        && KeyPurpose.critical(certificate).contains(Extension.basicConstraints.getId()),
                "the basic constraints are not cA with a path length of 0, critical");
    }
}
