package org.stayseal.spec.vdsnc;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.stayseal.spec.signing.DistinguishedName;

/** Whose signer a certificate is. */
public final class VdsNcSigner {

    private VdsNcSigner() {}

    /** C of the subject; empty where there is not one of it. */
    public static Optional<String> country(X509Certificate certificate) {
        return DistinguishedName.subject(certificate).only(DistinguishedName.COUNTRY);
    }
}
