package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.stayseal.spec.verify.CertificateProfile;

/** The key purpose of a credential signer, alone and critical. */
public final class CredentialKeyUsageLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-92";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return KeyPurpose.fault(certificate, CertificateProfile.CREDENTIAL_SIGNING);
    }
}
