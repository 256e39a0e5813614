package org.stayseal.trust.authority.lint;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.Extension;

/** One whole list for everything that the CSCA issued: no delta, no part of one, no list on behalf of others; nothing critical. */
public final class CrlExtensionsLint implements CrlLint {

    private static final Set<String> ALLOWED = Set.of(
            Extension.authorityKeyIdentifier.getId(),
            Extension.issuerAlternativeName.getId(),
            Extension.cRLNumber.getId());

    @Override
    public Optional<String> fault(X509CRL crl, X509Certificate csca) {
        Set<String> critical = crl.getCriticalExtensionOIDs();
        Set<String> others = crl.getNonCriticalExtensionOIDs();
        Set<String> all = new HashSet<>(others == null ? Set.of() : others);
        return CertificateLint.unless(
                (critical == null || critical.isEmpty()) && ALLOWED.containsAll(all),
                "an extension that the profile does not name (a delta list, a part of one, an indirect one), or a critical one");
    }
}
