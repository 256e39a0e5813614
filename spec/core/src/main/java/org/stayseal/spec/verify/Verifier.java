package org.stayseal.spec.verify;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.verify.Check.Question;

/**
 * From the bytes of a code to a verdict (docs 60): the one path that every verifier takes.
 *
 * <p>Security guarantees: whatever the bytes are, the answer is a verdict, never an exception; nothing of the code is fetched or followed; nothing under
 * another root than the pinned one counts. What is not guaranteed: that the sources tell the truth. They answer from lists whose signatures they checked.
 */
public final class Verifier {

    /** The steps, in the order of docs 60 section 4. The first, {@code format}, is the decoding itself. */
    private static final List<Step> STEPS = List.of(
            new TrustListStep(),
            new SignerStep(),
            // No check of its own: which notices reach the permit depends on its signer, and a continuation on them.
            file -> file.beside(JudgedContinuation.beside(file)),
            new ChainStep(),
            new EnvironmentStep(),
            new RevocationStep(),
            new CertificateDatesStep(),
            new ScopeStep(),
            new SignatureStep(),
            new ClockStep(),
            new DocumentTypeStep(),
            new DatesStep(),
            new PurposeStep(),
            new SuspensionStep(),
            new ContinuationStep(),
            new StatusStep(),
            new HolderStep(),
            new PrintedMrzStep(),
            new PassportMrzStep());

    private static final String FORMAT = "format";

    private final TrustSource trust;
    private final StatusSource status;
    private final Clock clock;
    private final Profiles profiles;

    /** Knows the types of seals that the registry has. */
    public Verifier(TrustSource trust, StatusSource status, Clock clock) {
        this(trust, status, clock, Profiles.standard());
    }

    /**
     * @param profiles the types of seals that are known: the registry's, and those of an authority's own files (VDS-28)
     */
    public Verifier(TrustSource trust, StatusSource status, Clock clock, Profiles profiles) {
        this.trust = trust;
        this.status = status;
        this.clock = clock;
        this.profiles = profiles;
    }

    /**
     * Judges one code.
     *
     * @param code the bytes as read from a picture; typed text goes through {@link #typed}
     */
    public Verdict verify(byte[] code, Asked asked) {
        Presented presented;
        try {
            presented = Recognition.decode(code, profiles);
        } catch (FormatException e) {
            return undecoded(
                    Recognition.format(code), Reason.valueOf(e.kind().name()), e.rule() + ": " + e.getMessage(), asked);
        } catch (RuntimeException e) {
            // Decoders throw nothing else. Should a library under one, then a code that breaks it is still a broken
            // code.
            return undecoded(Recognition.format(code), Reason.WRONG_FORMAT, "VER-20: unreadable", asked);
        }
        Case file = new Case(presented, asked, trust, status, clock);
        file.passed(
                FORMAT, Question.AUTHENTIC, "decoded as " + presented.documentType() + " of " + presented.country());
        STEPS.forEach(step -> step.take(file));
        return Verdicts.of(file);
    }

    /** The verdict on a picture or page in which no code was found (VER-12). */
    public Verdict noCodeFound(String detail, Asked asked) {
        return undecoded("unknown", Reason.NO_CODE_FOUND, detail, asked);
    }

    /** The bytes of a code that was typed or pasted: white space around it is not part of it (VER-11). */
    public static byte[] typed(String text) {
        return text.strip().getBytes(StandardCharsets.UTF_8);
    }

    private Verdict undecoded(String format, Reason reason, String detail, Asked asked) {
        List<Check> checks = List.of(Case.check(FORMAT, reason, detail));
        Result authentic = Result.valueOf(reason.result());
        Instant at = asked.at().orElseGet(clock::instant);
        return new Verdict(
                format,
                authentic == Result.FAILED ? Outcome.INVALID : Outcome.INDETERMINATE,
                Optional.of(reason),
                authentic,
                Result.INDETERMINATE,
                Result.COMPARE,
                checks,
                Map.of(),
                Recognition.hasIcaoWords(format)
                        ? Optional.of(Verdicts.icao(checks, authentic, false))
                        : Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                trust.knowledge(),
                at);
    }
}
