package org.stayseal.spec.verify;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Limits;

/**
 * What a verifier wants to know (VER-7, VER-8).
 *
 * @param purpose what for; without one, the right of residence
 * @param at the instant to judge at; without one, now
 * @param signer a certificate given by hand: then only authenticity and dates are asked (VER-10)
 * @param printedMrz the lines printed on the document, as they were typed or read (VER-37)
 * @param passportMrz those of the passport (VER-38)
 * @param continuations the bytes of codes that may be continuations of it, at most {@link #MAX_CONTINUATIONS} (VER-90)
 */
public record Asked(
        Optional<Purpose> purpose,
        Optional<Instant> at,
        Optional<X509Certificate> signer,
        Optional<String> printedMrz,
        Optional<String> passportMrz,
        List<byte[]> continuations) {

    /** Most continuations beside one code (VER-90). */
    public static final int MAX_CONTINUATIONS = Limits.value("maxContinuations");

    /** Keeps its own list. */
    public Asked {
        continuations = List.copyOf(continuations);
        if (continuations.size() > MAX_CONTINUATIONS) {
            throw new IllegalArgumentException("more than " + MAX_CONTINUATIONS + " continuations beside one code");
        }
    }

    /** A question without continuations. */
    public Asked(
            Optional<Purpose> purpose,
            Optional<Instant> at,
            Optional<X509Certificate> signer,
            Optional<String> printedMrz,
            Optional<String> passportMrz) {
        this(purpose, at, signer, printedMrz, passportMrz, List.of());
    }

    /** A question without anything to compare with. */
    public Asked(Optional<Purpose> purpose, Optional<Instant> at, Optional<X509Certificate> signer) {
        this(purpose, at, signer, Optional.empty(), Optional.empty());
    }

    /** The right of residence, now. */
    public static Asked residence() {
        return new Asked(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same question for a purpose. */
    public Asked purpose(Purpose asked) {
        return new Asked(Optional.of(asked), at, signer, printedMrz, passportMrz, continuations);
    }

    /** The same question, judged at {@code instant}. */
    public Asked at(Instant instant) {
        return new Asked(purpose, Optional.of(instant), signer, printedMrz, passportMrz, continuations);
    }

    /** The same question with the signer's certificate given by hand. */
    public Asked signer(X509Certificate certificate) {
        return new Asked(purpose, at, Optional.of(certificate), printedMrz, passportMrz, continuations);
    }

    /** The same question beside the lines printed on the document. */
    public Asked printedMrz(String text) {
        return new Asked(purpose, at, signer, Optional.of(text), passportMrz, continuations);
    }

    /** The same question beside the lines of the passport. */
    public Asked passportMrz(String text) {
        return new Asked(purpose, at, signer, printedMrz, Optional.of(text), continuations);
    }

    /** The same question beside these continuations. */
    public Asked continuations(List<byte[]> codes) {
        return new Asked(purpose, at, signer, printedMrz, passportMrz, codes);
    }

    /** What is asked, but not the zones: they are about a person. */
    @Override
    public String toString() {
        return "asked for " + purpose + " at " + at;
    }
}
