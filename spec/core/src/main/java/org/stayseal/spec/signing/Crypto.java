package org.stayseal.spec.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.stayseal.spec.FormatException;

/**
 * The one cryptographic provider of the process, and certificates read through it.
 *
 * <p>The provider is handed to every call that needs one and never registered globally: an embedding application's own order of providers stays as it is.
 */
public final class Crypto {

    /** Most bytes of a certificate; the largest CSCA certificates in the field have about 3,000. */
    private static final int MAX_CERTIFICATE = 16_384;

    private static final String RULE = "VDS-22";
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private Crypto() {}

    /** The Bouncy Castle provider; always the same instance, since making one takes about 10 ms. */
    public static Provider provider() {
        return PROVIDER;
    }

    /**
     * One X.509 certificate. Its key may be on a brainpool curve.
     *
     * @param der the certificate in DER, nothing before or after it; PEM is not read here
     * @throws FormatException if it is not exactly one certificate in DER with a key that the provider can read
     */
    public static X509Certificate certificate(byte[] der) throws FormatException {
        X509Certificate certificate = read(der);
        // The provider reads the key late; a key that it cannot read must fail here, not in a verification.
        if (key(certificate).isEmpty()) {
            throw FormatException.wrongFormat(RULE, "a certificate with a key that cannot be read");
        }
        return certificate;
    }

    /**
     * One X.509 certificate of a list, whatever its key is: one odd key is the fault of its own certificate, never of the list that has it (TRUST-42, TRUST-95). With a key that the provider cannot
     * read nothing verifies.
     *
     * @throws FormatException if it is not exactly one certificate in DER
     */
    public static X509Certificate listed(byte[] der) throws FormatException {
        X509Certificate certificate = read(der);
        if (key(certificate).isPresent()) {
            return certificate;
        }
        try {
            return new UnreadKeyCertificate(
                    certificate,
                    TBSCertificate.getInstance(certificate.getTBSCertificate())
                            .getSubjectPublicKeyInfo()
                            .getEncoded("DER"));
        } catch (CertificateEncodingException | IOException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /**
     * One revocation list of a CSCA (TRUST-64).
     *
     * @param der the list in DER; how many bytes it may have is for the caller to say
     * @throws FormatException if it is not exactly one list in DER, of version 2, with an end and without a limit
     */
    public static X509CRL revocationList(byte[] der) throws FormatException {
        CertificateForm.requireRevocationList(der);
        try {
            if (CertificateFactory.getInstance("X.509", PROVIDER).generateCRL(new ByteArrayInputStream(der))
                            instanceof X509CRL crl
                    && Arrays.equals(crl.getEncoded(), der)) {
                return crl;
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            // falls through: the provider's own faults
        }
        throw FormatException.wrongFormat("TRUST-64", "not a revocation list that can be read");
    }

    private static Optional<PublicKey> key(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getPublicKey()).filter(key -> key.getEncoded() != null);
        } catch (RuntimeException e) {
            // The provider's own faults over a key.
            return Optional.empty();
        }
    }

    private static X509Certificate read(byte[] der) throws FormatException {
        if (der.length > MAX_CERTIFICATE) {
            throw FormatException.wrongFormat(RULE, "certificate of more than " + MAX_CERTIFICATE + " bytes");
        }
        if (der.length == 0 || der[0] != 0x30) {
            throw FormatException.wrongFormat(RULE, "not a certificate in DER");
        }
        CertificateForm.requireCertificate(der);
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509", PROVIDER);
            ByteArrayInputStream in = new ByteArrayInputStream(der);
            if (factory.generateCertificate(in) instanceof X509Certificate certificate) {
                // What the provider makes of it must be what was received: the fingerprint must have one form only.
                if (in.available() > 0 || !Arrays.equals(certificate.getEncoded(), der)) {
                    throw FormatException.wrongFormat(RULE, "certificate is not in DER, or has bytes after its end");
                }
                return certificate;
            }
            throw FormatException.wrongFormat(RULE, "not a certificate");
        } catch (GeneralSecurityException | RuntimeException e) {
            throw FormatException.wrongFormat(RULE, "not a certificate that can be read");
        }
    }
}
