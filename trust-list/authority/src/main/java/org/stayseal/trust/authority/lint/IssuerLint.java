package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

/** The issuer is the CSCA, byte by byte, and of the same country. */
public final class IssuerLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-90, TRUST-50";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                Arrays.equals(
                                certificate.getIssuerX500Principal().getEncoded(),
                                csca.getSubjectX500Principal().getEncoded())
                        && Subject.country(certificate).equals(Subject.country(csca)),
                "the issuer is not the CSCA, or of another country");
    }
}
