package org.stayseal.spec.verify;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.stayseal.spec.signing.CertificateSignature;
import org.stayseal.spec.signing.DistinguishedName;

/** Who issued a signer's certificate (TRUST-50): one answer for the verifier and for whoever lists signers. */
public final class Issuance {

    private Issuance() {}

    /**
     * Whether an authority issued a certificate: same name byte by byte, agreeing key identifiers, a signature by TRUST-58, and an authority that is one,
     * with a key by TRUST-95. When either of them counts, and whether their keys differ, is not asked.
     */
    public static boolean isIssuedBy(X509Certificate certificate, X509Certificate authority) {
        if (authority.getBasicConstraints() < 0
                || !DistinguishedName.subject(authority).equalsExactly(DistinguishedName.issuer(certificate))
                || !keyIdentifiersAgree(authority, certificate)) {
            return false;
        }
        return CertificateSignature.fits(certificate, authority);
    }

    private static boolean keyIdentifiersAgree(X509Certificate authority, X509Certificate certificate) {
        byte[] subject = authority.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        byte[] issuer = certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        if (subject == null || issuer == null) {
            return false;
        }
        try {
            byte[] named = AuthorityKeyIdentifier.getInstance(JcaX509ExtensionUtils.parseExtensionValue(issuer))
                    .getKeyIdentifierOctets();
            byte[] own = SubjectKeyIdentifier.getInstance(JcaX509ExtensionUtils.parseExtensionValue(subject))
                    .getKeyIdentifier();
            return named != null && Arrays.equals(named, own);
        } catch (java.io.IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
