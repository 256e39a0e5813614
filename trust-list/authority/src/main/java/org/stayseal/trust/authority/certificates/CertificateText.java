package org.stayseal.trust.authority.certificates;

import java.security.cert.X509Certificate;
import java.util.Collection;

/** Writes certificates as text. */
public final class CertificateText {

    private CertificateText() {}

    /** PEM (RFC 7468, strict): blocks of 64 columns, nothing between them, line feeds. */
    public static byte[] pem(Collection<X509Certificate> certificates) {
        return PemBlocks.write(certificates);
    }
}
