package org.stayseal.trust.authority.lint;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** One rule of a revocation list. */
public interface CrlLint {

    /** Number of the rule, and where the standard has it. */
    default String rule() {
        return "TRUST-99 (Doc 9303-12 7)";
    }

    /**
     * What is wrong, in words; empty if nothing.
     *
     * @param csca the certificate of the authority whose list it is
     */
    Optional<String> fault(X509CRL crl, X509Certificate csca);
}
