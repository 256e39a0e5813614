package org.stayseal.spec.verify;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.registry.TestKeys;
import org.stayseal.spec.signing.CertificateKey;
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
        X500Name subject =
                X500Name.getInstance(authority.getSubjectX500Principal().getEncoded());
        for (var name : subject.getRDNs(BCStyle.CN)) {
            if (IETFUtils.valueToString(name.getFirst().getValue()).endsWith(DEMO_MARK)) {
                return true;
            }
        }
        return false;
    }
}
