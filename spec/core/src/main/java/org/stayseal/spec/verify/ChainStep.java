package org.stayseal.spec.verify;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.verify.Check.Question;

/** VER-23, TRUST-53: is the certificate signed by a listed CSCA of the country, and does it follow its profile? */
final class ChainStep extends ListedSignerStep {

    /** ecdsa-with-SHA224, -256, -384 and -512 (RFC 5758 3.2): TRUST-90. A provider verifies more. */
    private static final Set<String> ECDSA =
            Set.of("1.2.840.10045.4.3.1", "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4");

    ChainStep() {
        super("chain", false);
    }

    @Override
    void check(Case file, SignerCandidate candidate) {
        Optional<X509Certificate> authority = file.authority();
        if (authority.isEmpty()) {
            file.because(name(), Reason.UNTRUSTED_CERTIFICATE, "no listed CSCA of the country signed it");
            return;
        }
        try {
            authority.get().checkValidity(candidate.certificate().getNotBefore());
        } catch (CertificateException e) {
            file.because(name(), Reason.UNTRUSTED_CERTIFICATE, "the CSCA was not in date when it signed it");
            return;
        }
        if (CertificateKey.same(authority.get(), candidate.certificate())) {
            file.because(name(), Reason.UNTRUSTED_CERTIFICATE, "TRUST-95: its key is that of its CSCA");
            return;
        }
        Optional<String> broken = file.presented.brokenProfileRule(candidate.certificate());
        if (broken.isPresent()) {
            file.because(name(), Reason.UNTRUSTED_CERTIFICATE, broken.get());
        } else {
            file.passed(
                    name(),
                    Question.AUTHENTIC,
                    "signed by " + authority.get().getSubjectX500Principal().getName());
        }
    }

    /** The CSCA that signed the candidate, revoked or not: whether it is, is the business of the step {@code revocation}. */
    static Optional<X509Certificate> issuer(SignerCandidate candidate) {
        return java.util.stream.Stream.concat(candidate.authorities().stream(), candidate.revokedAuthorities().stream())
                .filter(authority -> signed(authority, candidate.certificate()))
                .findFirst();
    }

    /** TRUST-50: same name byte by byte, agreeing key identifiers, a signature that verifies, and an authority that is one, with a key by TRUST-95. */
    static boolean signed(X509Certificate authority, X509Certificate certificate) {
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
