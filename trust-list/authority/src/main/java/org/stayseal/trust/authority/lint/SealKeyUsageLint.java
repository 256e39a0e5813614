package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.stayseal.spec.verify.CertificateProfile;

/** The key purpose of a seal signer, alone and critical. */
public final class SealKeyUsageLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-91";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return KeyPurpose.fault(certificate, CertificateProfile.SEAL_SIGNING);
    }
}
