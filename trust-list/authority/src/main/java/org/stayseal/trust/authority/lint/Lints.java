package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.verify.CertificateProfile;

/** The rule books: which rules are asked for which certificate. */
public enum Lints {
    /** Bar code signer certificates of Doc 9303-13. */
    SEAL_SIGNER(List.of(
            new VersionLint(),
            new IssuerLint(),
            new KeyLint(key -> key.inSeals() && key.mayWrite()),
            new NotAuthorityLint(),
            new AuthorityKeyIdentifierLint(),
            new ValidityLint(),
            new SealSubjectLint(),
            new SealSerialLint(),
            new SealKeyUsageLint(),
            new SealExtensionsLint(),
            new DocumentTypesLint())),
    /** Signers of VDS-NCs. */
    VDS_NC_SIGNER(List.of(
            new VersionLint(),
            new IssuerLint(),
            new KeyLint(SignatureAlgorithm::mayWrite),
            new NotAuthorityLint(),
            new AuthorityKeyIdentifierLint(),
            new ValidityLint(),
            new SealSubjectLint(),
            new SealExtensionsLint(),
            new VerifierLint("TRUST-94", CertificateProfile::brokenVdsNcSignerRule))),
    /** Signers of residence credentials. */
    CREDENTIAL_SIGNER(List.of(
            new VersionLint(),
            new IssuerLint(),
            new KeyLint(SignatureAlgorithm::inCredentials),
            new NotAuthorityLint(),
            new AuthorityKeyIdentifierLint(),
            new ValidityLint(),
            new CredentialKeyUsageLint(),
            new VerifierLint("TRUST-92", CertificateProfile::brokenCredentialSignerRule)));

    private final List<CertificateLint> rules;

    Lints(List<CertificateLint> rules) {
        this.rules = rules;
    }

    /** Every broken rule with its number, in words; empty if none is. */
    public List<String> faults(X509Certificate certificate, X509Certificate csca) {
        List<String> faults = new ArrayList<>();
        for (CertificateLint lint : rules) {
            lint.fault(certificate, csca).ifPresent(fault -> faults.add(lint.rule() + ": " + fault));
        }
        return faults;
    }
}
