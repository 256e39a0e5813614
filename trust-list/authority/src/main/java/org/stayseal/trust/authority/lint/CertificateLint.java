package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** One rule. */
public interface CertificateLint {

    /** Number of the rule, and where the standard has it. */
    String rule();

    /**
     * What is wrong, in words; empty if nothing.
     *
     * @param certificate as it will be, signed by a key that is thrown away
     * @param csca the certificate of the authority that will sign it
     */
    Optional<String> fault(X509Certificate certificate, X509Certificate csca);

    /** A fault if something does not hold. */
    static Optional<String> unless(boolean holds, String fault) {
        return holds ? Optional.empty() : Optional.of(fault);
    }
}
