package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;

/** The key has an identifier, so that what it signs can name it. */
public final class SubjectKeyIdentifierLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-93, TRUST-96 (Doc 9303-12 7)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                Extensions.value(certificate, Extension.subjectKeyIdentifier)
                        .filter(value -> value instanceof ASN1OctetString id && id.getOctetsLength() > 0)
                        .isPresent(),
                "the subject key identifier is missing, or empty");
    }
}
