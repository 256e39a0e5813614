package org.stayseal.spec.verify;

import java.security.cert.X509Certificate;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.registry.TestKeys;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.verify.Check.Question;

/** VER-24, TRUST-55: no key that anybody can have, and no demo key, outside a demo. */
final class EnvironmentStep extends ListedSignerStep {

    private static final String DEMO_MARK = " (demo)";

    EnvironmentStep() {
        super("environment", false);
    }

    @Override
    void check(Case file, SignerCandidate candidate) {
        if (file.knowledge.list().map(TrustKnowledge.ListAtHand::demo).orElse(false)) {
            file.passed(name(), Question.AUTHENTIC, "the list says that it is a demo");
        } else if (isTestKey(candidate.certificate())) {
            file.because(name(), Reason.TEST_KEY, "the key is published with the specification's vectors");
        } else if (file.authority().map(EnvironmentStep::isDemo).orElse(false)) {
            file.because(name(), Reason.TEST_KEY, "the certificate comes from a demo CSCA, the list is not a demo");
        } else {
            file.passed(name(), Question.AUTHENTIC, "no test key");
        }
    }

    /** In the one form that has the listed hash. A key in a form that is not read (TRUST-95) is refused by the chain. */
    private static boolean isTestKey(X509Certificate certificate) {
        return CertificateKey.algorithm(certificate).isPresent()
                && TestKeys.contains(CertificateKey.canonical(certificate.getPublicKey()));
    }

    private static boolean isDemo(X509Certificate authority) {
        return DistinguishedName.subject(authority).parts().stream()
                .anyMatch(part -> part.type().equals(DistinguishedName.COMMON_NAME)
                        && part.text().endsWith(DEMO_MARK));
    }
}
