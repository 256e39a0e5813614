package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;
import org.stayseal.spec.verify.CertificateProfile;

/** A seal signer has no extension besides authority key, key purpose and document types. */
public final class SealExtensionsLint implements CertificateLint {

    private static final Set<String> ALLOWED = Set.of(
            Extension.authorityKeyIdentifier.getId(),
            Extension.extendedKeyUsage.getId(),
            CertificateProfile.DOCUMENT_TYPES);

    @Override
    public String rule() {
        return "TRUST-91";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                ALLOWED.containsAll(KeyPurpose.extensions(certificate)), "an extension that the profile does not name");
    }
}
