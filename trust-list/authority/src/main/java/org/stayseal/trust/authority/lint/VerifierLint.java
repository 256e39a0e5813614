package org.stayseal.trust.authority.lint;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Function;

/** What the verifiers check, asked before there is anything to verify. */
public final class VerifierLint implements CertificateLint {

    private final String rule;
    private final Function<X509Certificate, Optional<String>> broken;

    /**
     * @param rule its number in docs 40
     * @param broken the check: what a certificate breaks, in words
     */
    VerifierLint(String rule, Function<X509Certificate, Optional<String>> broken) {
        this.rule = rule;
        this.broken = broken;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public Optional<String> fault(X509Certificate certificate, X509Certificate csca) {
        return broken.apply(certificate);
    }
}
