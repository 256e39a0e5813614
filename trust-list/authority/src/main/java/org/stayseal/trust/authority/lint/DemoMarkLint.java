package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.stayseal.spec.signing.DistinguishedName;

/** The renewal of a demo CSCA says that it is one, and no other does: verifiers go by the name (VER-24). */
public final class DemoMarkLint implements CertificateLint {

    private static final String MARK = " (demo)";

    @Override
    public String rule() {
        return "TRUST-97 (TRUST-93)";
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return CertificateLint.unless(
                isDemo(certificate) == isDemo(csca), "of the old name and the new one, one alone ends in" + MARK);
    }

    private static boolean isDemo(X509Certificate authority) {
        return DistinguishedName.subject(authority)
                .only(DistinguishedName.COMMON_NAME)
                .filter(name -> name.endsWith(MARK))
                .isPresent();
    }
}
