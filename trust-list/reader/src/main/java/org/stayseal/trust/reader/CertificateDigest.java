package org.stayseal.trust.reader;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.stayseal.spec.bytes.Sha256;

/** A certificate as bytes, and the digest by which lists are compared. */
final class CertificateDigest {

    private CertificateDigest() {}

    static byte[] sha256(X509Certificate certificate) {
        return Sha256.of(der(certificate));
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
