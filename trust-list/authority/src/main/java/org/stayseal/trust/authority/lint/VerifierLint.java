package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.stayseal.spec.verify.CertificateProfile;

/** What the verifiers check, asked before there is anything to verify. */
public final class VerifierLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-92";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateProfile.brokenCredentialSignerRule(certificate);
    }
}
