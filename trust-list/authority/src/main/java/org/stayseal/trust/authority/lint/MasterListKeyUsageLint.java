package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** The key purpose of a master list signer, alone and critical. */
public final class MasterListKeyUsageLint implements CertificateLint {

    /** The key purpose by its number. */
    public static final String MASTER_LIST_SIGNING = "2.23.136.1.1.3";

    @Override
    public String rule() {
        return "TRUST-98 (Doc 9303-12 7)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return KeyPurpose.fault(certificate, MASTER_LIST_SIGNING);
    }
}
