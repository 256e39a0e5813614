package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/** A CSCA signs certificates and revocation lists, and nothing else. */
public final class CscaKeyUsageLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-93, TRUST-96 (Doc 9303-12 7)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                Extensions.value(certificate, Extension.keyUsage)
                                .filter(new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign).toASN1Primitive()::equals)
                                .isPresent()
                        && KeyPurpose.critical(certificate).contains(Extension.keyUsage.getId()),
                "the key usage is not keyCertSign and cRLSign, these alone and critical");
    }
}
