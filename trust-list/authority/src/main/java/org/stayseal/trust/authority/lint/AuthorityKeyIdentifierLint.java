package org.stayseal.trust.authority.lint;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** The certificate names the key of its CSCA. */
public final class AuthorityKeyIdentifierLint implements CertificateLint {

    @Override
    public String rule() {
        return "TRUST-90";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        byte[] own = csca.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        byte[] named = certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        if (own == null || named == null) {
            return Optional.of("the key of the CSCA is not named");
        }
        try {
            byte[] subject = SubjectKeyIdentifier.getInstance(JcaX509ExtensionUtils.parseExtensionValue(own))
                    .getKeyIdentifier();
            byte[] authority = AuthorityKeyIdentifier.getInstance(JcaX509ExtensionUtils.parseExtensionValue(named))
                    .getKeyIdentifierOctets();
            return CertificateLint.unless(
                    Arrays.equals(subject, authority), "another key than that of the CSCA is named");
        } catch (IOException e) {
            return Optional.of("a key identifier cannot be read");
        }
    }
}
