package org.stayseal.trust.authority.crl;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.Arrays;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.registry.Limits;
import org.stayseal.spec.signing.Crypto;

/** A CRL as a file: DER, nothing before or after it (TRUST-120). */
public final class CrlFile {

    private static final String RULE = "TRUST-120";
    private static final int MAX_BYTES = Limits.value("maxTrustDocumentBytes");

    private CrlFile() {}

    /**
     * @param der at most {@code maxTrustDocumentBytes} bytes
     * @throws FormatException if it is not exactly one CRL in DER
     */
    public static X509CRL read(byte[] der) throws FormatException {
        if (der.length > MAX_BYTES) {
            throw FormatException.wrongFormat(RULE, "CRL of more than " + MAX_BYTES + " bytes");
        }
        if (der.length == 0 || der[0] != 0x30) {
            throw FormatException.wrongFormat(RULE, "not a CRL in DER");
        }
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(der);
            if (CertificateFactory.getInstance("X.509", Crypto.provider()).generateCRL(in) instanceof X509CRL crl
                    && in.available() == 0
                    && Arrays.equals(crl.getEncoded(), der)) {
                return crl;
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            // falls through: the library throws a good many on malformed ASN.1
        }
        throw FormatException.wrongFormat(RULE, "not exactly one CRL in DER");
    }
}
