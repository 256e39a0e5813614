package org.stayseal.spec.vdsnc;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Whose signer a certificate is. */
public final class VdsNcSigner {

    private VdsNcSigner() {}

    /** C of the subject; empty where there is not one of it. */
    public static Optional<String> country(X509Certificate certificate) {
        RDN[] names = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.C);
        return names.length == 1
                ? Optional.of(IETFUtils.valueToString(names[0].getFirst().getValue()))
                : Optional.empty();
    }
}
