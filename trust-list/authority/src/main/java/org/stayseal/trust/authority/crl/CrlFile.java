package org.stayseal.trust.authority.crl;

import java.security.cert.X509CRL;
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
        return Crypto.revocationList(der);
    }
}
