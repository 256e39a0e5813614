package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
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
            new VerifierLint("TRUST-92", CertificateProfile::brokenCredentialSignerRule))),
    /** A CSCA's own certificate, self-signed; asked with itself as the authority. */
    CSCA(List.of(
            new VersionLint(),
            new SerialNumberLint(),
            new UniqueIdentifiersLint(),
            new NamesLint(),
            new IssuerLint(),
            new CscaKeyLint(),
            new CscaConstraintsLint(),
            new CscaKeyUsageLint(),
            new SubjectKeyIdentifierLint(),
            new AuthorityKeyIdentifierLint(),
            new PrivateKeyUsageLint(),
            new AlternativeNamesLint(),
            new DistributionPointsLint(),
            new OnlyExtensionsLint("TRUST-96", Named.CRITICAL_IN_CSCA, Named.others(Extension.privateKeyUsagePeriod)))),
    /** A CSCA's new key, signed by the one before it. */
    CSCA_LINK(List.of(
            new VersionLint(),
            new SerialNumberLint(),
            new UniqueIdentifiersLint(),
            new NamesLint(),
            new IssuerLint(),
            new CscaKeyLint(),
            new NewKeyLint(),
            new DemoMarkLint(),
            new NameChangeLint(),
            new WithinIssuerLint(),
            new CscaConstraintsLint(),
            new CscaKeyUsageLint(),
            new SubjectKeyIdentifierLint(),
            new AuthorityKeyIdentifierLint(),
            new PrivateKeyUsageLint(),
            new AlternativeNamesLint(),
            new DistributionPointsLint(),
            new OnlyExtensionsLint(
                    "TRUST-97",
                    Named.CRITICAL_IN_CSCA,
                    Named.others(
                            Extension.privateKeyUsagePeriod, new ASN1ObjectIdentifier(NameChangeLint.NAME_CHANGE))))),
    /** Signers of master lists. */
    MASTER_LIST_SIGNER(List.of(
            new VersionLint(),
            new SerialNumberLint(),
            new UniqueIdentifiersLint(),
            new NamesLint(),
            new IssuerLint(),
            new KeyLint(SignatureAlgorithm::signsCertificates),
            new NotAuthorityLint(),
            new SubjectKeyIdentifierLint(),
            new AuthorityKeyIdentifierLint(),
            new WithinIssuerLint(),
            new SignatureKeyUsageLint(),
            new MasterListKeyUsageLint(),
            new AlternativeNamesLint(),
            new DistributionPointsLint(),
            new OnlyExtensionsLint(
                    "TRUST-98", List.of(Extension.keyUsage, Extension.extendedKeyUsage), Named.others())));

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

    /** Extensions by name, in a class of their own: the constants above are made before a field of this one could be. */
    private static final class Named {

        static final List<ASN1ObjectIdentifier> CRITICAL_IN_CSCA =
                List.of(Extension.basicConstraints, Extension.keyUsage);
        private static final List<ASN1ObjectIdentifier> ALWAYS = List.of(
                Extension.subjectKeyIdentifier,
                Extension.authorityKeyIdentifier,
                Extension.subjectAlternativeName,
                Extension.issuerAlternativeName,
                Extension.cRLDistributionPoints,
                Extension.certificatePolicies);

        static List<ASN1ObjectIdentifier> others(ASN1ObjectIdentifier... more) {
            return Stream.concat(ALWAYS.stream(), Arrays.stream(more)).toList();
        }
    }
}
