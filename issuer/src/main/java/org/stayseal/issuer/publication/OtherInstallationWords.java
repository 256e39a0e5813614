package org.stayseal.issuer.publication;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator the reason for not starting in words instead of as a stack trace. */
final class OtherInstallationWords extends AbstractFailureAnalyzer<OtherInstallation> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OtherInstallation cause) {
        return new FailureAnalysis(cause.getMessage(), "See \"Backup\" in docs/operator.md.", cause);
    }
}
