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
public record Asked(Optional<Purpose> purpose, Optional<Instant> at, Optional<X509Certificate> signer) {

    /** The right of residence, now. */
    public static Asked residence() {
        return new Asked(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same question for a purpose. */
    public Asked purpose(Purpose asked) {
        return new Asked(Optional.of(asked), at, signer);
    }

    /** The same question, judged at {@code instant}. */
    public Asked at(Instant instant) {
        return new Asked(purpose, Optional.of(instant), signer);
    }

    /** The same question with the signer's certificate given by hand. */
    public Asked signer(X509Certificate certificate) {
        return new Asked(purpose, at, Optional.of(certificate));
    }
}
