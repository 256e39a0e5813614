package org.stayseal.spec.verify;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.CertificateKey;
import org.stayseal.spec.verify.Check.Question;

/** VER-22: is the signer listed? Of several candidates, the one whose key verifies is taken. */
final class SignerStep implements Step {

    static final String NAME = "signer";

    @Override
    public void take(Case file) {
        if (!file.presented.isSigned()) {
            file.notAsked(NAME, Question.AUTHENTIC, "it carries no signature");
            return;
        }
        List<SignerCandidate> candidates = candidates(file);
        String name = file.presented.signerName();
        if (candidates.isEmpty()) {
            Reason missing = file.reasonOf(TrustListStep.NAME).orElse(Reason.UNKNOWN_CERTIFICATE);
            file.because(
                    NAME,
                    missing,
                    file.explicit() ? name + " is not the certificate that was given" : name + " is not listed");
            return;
        }
        Optional<SignerCandidate> fitting = candidates.stream()
                .filter(candidate -> CertificateKey.algorithm(candidate.certificate())
                                .isPresent()
                        && file.presented.isSignedBy(candidate.certificate().getPublicKey()))
                .findFirst();
        file.choose(fitting.orElse(candidates.get(0)), fitting.isPresent());
        file.passed(NAME, Question.AUTHENTIC, name + (file.explicit() ? " is the certificate given" : " is listed"));
    }

    private static List<SignerCandidate> candidates(Case file) {
        if (file.asked.signer().isEmpty()) {
            // VER-36: nothing of a foreign list is a candidate, whatever the source answers.
            return file.knowledge.kind() == TrustKnowledge.Kind.PINNED
                    ? file.presented.candidates(file.trust)
                    : List.of();
        }
        X509Certificate given = file.asked.signer().get();
        return file.presented.names(given)
                ? List.of(new SignerCandidate(
                        given,
                        List.of(),
                        List.of(),
                        List.of(),
                        SignerCandidate.State.ACTIVE,
                        new SignerCandidate.Scope(Set.of(), Set.of(), Set.of()),
                        Optional.empty(),
                        Optional.empty()))
                : List.of();
    }
}
