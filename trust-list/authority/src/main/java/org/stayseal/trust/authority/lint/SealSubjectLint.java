package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** The subject of a seal signer is C and CN, two characters each, in this order and nothing else. */
public final class SealSubjectLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-91 (Doc 9303-13 3.2)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                Subject.names(certificate).size() == 2
                        && Subject.names(certificate).get(0).matches("C=[A-Z]{2}")
                        && Subject.names(certificate).get(1).matches("CN=[A-Z0-9]{2}"),
                "the subject is not C and CN of two characters each");
    }
}
