package org.stayseal.spec.signing;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
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
        if (der.length > MAX_CERTIFICATE) {
            throw FormatException.wrongFormat(RULE, "certificate of more than " + MAX_CERTIFICATE + " bytes");
        }
        if (der.length == 0 || der[0] != 0x30) {
            throw FormatException.wrongFormat(RULE, "not a certificate in DER");
        }
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509", PROVIDER);
            ByteArrayInputStream in = new ByteArrayInputStream(der);
            if (factory.generateCertificate(in) instanceof X509Certificate certificate) {
                // Re-encoding shows bytes after the certificate and any BER: the fingerprint must have one form only.
                if (in.available() > 0 || !Arrays.equals(certificate.getEncoded(), der)) {
                    throw FormatException.wrongFormat(RULE, "certificate is not in DER, or has bytes after its end");
                }
                // The provider reads the key late; a key that it cannot read must fail here, not in a verification.
                certificate.getPublicKey().getEncoded();
                return certificate;
            }
            throw FormatException.wrongFormat(RULE, "not a certificate");
        } catch (GeneralSecurityException | RuntimeException e) {
            throw FormatException.wrongFormat(RULE, "not a certificate that can be read");
        }
    }
}
