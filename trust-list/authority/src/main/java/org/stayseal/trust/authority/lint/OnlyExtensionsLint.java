package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** No extension besides those that the profile names; only those critical that it wants critical. */
public final class OnlyExtensionsLint implements CertificateLint {

    private final String rule;
    private final Set<String> critical;
    private final Set<String> allowed;

    /**
     * @param rule its number
     * @param critical those that are critical where they are there
     * @param others those that are there and not critical
     */
    OnlyExtensionsLint(String rule, List<ASN1ObjectIdentifier> critical, List<ASN1ObjectIdentifier> others) {
        this.rule = rule;
        this.critical = critical.stream().map(ASN1ObjectIdentifier::getId).collect(Collectors.toSet());
        this.allowed = others.stream().map(ASN1ObjectIdentifier::getId).collect(Collectors.toSet());
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        Set<String> found = KeyPurpose.extensions(certificate);
        Set<String> marked = KeyPurpose.critical(certificate);
        return CertificateLint.unless(
                critical.containsAll(marked)
                        && found.stream().allMatch(id -> marked.contains(id) || allowed.contains(id)),
                "an extension that the profile does not name, or one whose criticality is another");
    }
}
