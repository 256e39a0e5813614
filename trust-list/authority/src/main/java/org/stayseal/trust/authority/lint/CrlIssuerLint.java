package org.stayseal.trust.authority.lint;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

/** The issuer is the CSCA, byte by byte. */
public final class CrlIssuerLint implements CrlLint {

    @Override
    public Optional<String> fault(X509CRL crl, X509Certificate csca) {
        return CertificateLint.unless(
                Arrays.equals(
                        crl.getIssuerX500Principal().getEncoded(),
                        csca.getSubjectX500Principal().getEncoded()),
                "the issuer is not the CSCA");
    }
}
