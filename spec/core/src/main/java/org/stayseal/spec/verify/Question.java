package org.stayseal.spec.verify;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.stayseal.spec.permit.Purpose;

/**
 * What a verifier wants to know (VER-7).
 *
 * @param purpose what for; without one, the right of residence
 * @param at the instant to judge at; without one, now
 * @param signer a certificate given by hand: then only authenticity and dates are asked (VER-10)
 */
public record Question(Optional<Purpose> purpose, Optional<Instant> at, Optional<X509Certificate> signer) {

    /** The right of residence, now. */
    public static Question residence() {
        return new Question(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same question for a purpose. */
    public Question purpose(Purpose asked) {
        return new Question(Optional.of(asked), at, signer);
    }

    /** The same question, judged at {@code instant}. */
    public Question at(Instant instant) {
        return new Question(purpose, Optional.of(instant), signer);
    }

    /** The same question with the signer's certificate given by hand. */
    public Question signer(X509Certificate certificate) {
        return new Question(purpose, at, Optional.of(certificate));
    }
}
