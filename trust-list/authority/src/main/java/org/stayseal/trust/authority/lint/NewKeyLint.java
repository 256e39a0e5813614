package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.stayseal.spec.signing.CertificateKey;

/** A link leads to another key than the one that signs it. */
public final class NewKeyLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-97";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                !CertificateKey.same(certificate, csca), "it leads to the same key as the one that signs it");
    }
}
