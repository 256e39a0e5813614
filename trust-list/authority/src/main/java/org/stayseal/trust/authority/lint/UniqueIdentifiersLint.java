package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** The unique identifiers of X.509 version 2 are absent. */
public final class UniqueIdentifiersLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-96 (Doc 9303-12 7)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                certificate.getIssuerUniqueID() == null && certificate.getSubjectUniqueID() == null,
                "it has a unique identifier of its issuer or its subject");
    }
}
