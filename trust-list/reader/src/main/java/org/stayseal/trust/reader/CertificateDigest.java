package org.stayseal.trust.reader;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/** How a credential names its signer's certificate: the first 8 bytes of its SHA-256. */
final class CertificateDigest {

    private CertificateDigest() {}

    static byte[] kid(X509Certificate certificate) {
        return Arrays.copyOf(sha256(certificate), 8);
    }

    static byte[] sha256(X509Certificate certificate) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
