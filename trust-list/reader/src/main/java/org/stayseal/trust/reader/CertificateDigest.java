package org.stayseal.trust.reader;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/** The digests of a certificate by which lists are compared and signers are looked up. */
final class CertificateDigest {

    private static final int REFERENCE_LENGTH = 5;

    private CertificateDigest() {}

    static byte[] sha256(X509Certificate certificate) {
        return digest("SHA-256", der(certificate));
    }

    /** The last five bytes of the SHA-1, by which a datastructure for barcodes names its signer (docs 21). */
    static byte[] reference(X509Certificate certificate) {
        byte[] sha1 = digest("SHA-1", der(certificate));
        return Arrays.copyOfRange(sha1, sha1.length - REFERENCE_LENGTH, sha1.length);
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
