package org.stayseal.spec.verify;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.SignatureAlgorithm;

/** Who issued a signer's certificate (TRUST-50): one answer for the verifier and for whoever lists signers. */
public final class Issuance {

    /** ecdsa-with-SHA224, -256, -384 and -512 (RFC 5758 3.2): TRUST-90. A provider verifies more. */
    private static final Set<String> ECDSA =
            Set.of("1.2.840.10045.4.3.1", "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4");

    private Issuance() {}

    /**
     * Whether an authority issued a certificate: same name byte by byte, agreeing key identifiers, ECDSA with SHA-2, a signature that verifies, and an authority that is one,
     * with a key by TRUST-95. When either of them counts, and whether their keys differ, is not asked.
     */
    public static boolean isIssuedBy(X509Certificate certificate, X509Certificate authority) {
        if (authority.getBasicConstraints() < 0
                || CertificateKey.algorithm(authority)
                        .filter(SignatureAlgorithm::signsCertificates)
                        .isEmpty()
                || !ECDSA.contains(certificate.getSigAlgOID())
                || !Arrays.equals(
                        authority.getSubjectX500Principal().getEncoded(),
                        certificate.getIssuerX500Principal().getEncoded())
                || !keyIdentifiersAgree(authority, certificate)) {
            return false;
        }
        try {
            certificate.verify(authority.getPublicKey(), Crypto.provider());
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
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
