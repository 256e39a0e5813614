package org.stayseal.trust.authority.lint;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;

/** Extensions of a certificate, and its key purpose among them. */
final class KeyPurpose {

    private KeyPurpose() {}

    static Optional<String> fault(X509Certificate certificate, String purpose) {
        try {
            return CertificateLint.unless(
                    List.of(purpose).equals(certificate.getExtendedKeyUsage())
                            && critical(certificate).contains(Extension.extendedKeyUsage.getId()),
                    "the extended key usage is not " + purpose + ", alone and critical");
        } catch (CertificateParsingException e) {
            return Optional.of("the extended key usage cannot be read");
        }
    }

    static Set<String> extensions(X509Certificate certificate) {
        Set<String> all = new HashSet<>(critical(certificate));
        Set<String> others = certificate.getNonCriticalExtensionOIDs();
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }

    static Set<String> critical(X509Certificate certificate) {
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        return critical == null ? Set.of() : critical;
    }
}
