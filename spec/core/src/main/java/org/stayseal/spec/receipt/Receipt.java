package org.stayseal.spec.receipt;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.verify.Check;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Result;

/**
 * The record of one check (docs 70). It is signed by nobody and proves nothing to others.
 *
 * @param software the program that made the verdict, and its version (RCPT-5)
 * @param checkedAt whole seconds, by the verifier's own clock (RCPT-6)
 * @param judgedAt another instant that was asked about
 * @param purpose what was asked for, if a purpose was
 * @param code how the code is named
 * @param answer what came of it
 * @param lists the lists it was judged by, if there were any under the pinned root
 * @param embedded the code itself, where the law asks for it (RCPT-12)
 * @param timeStamp a token of RFC 3161 over the record (RCPT-16)
 */
public record Receipt(
        String software,
        Instant checkedAt,
        Optional<Instant> judgedAt,
        Optional<Purpose> purpose,
        Code code,
        Answer answer,
        Optional<Lists> lists,
        Optional<Embedded> embedded,
        Optional<TimeStampToken> timeStamp) {

    /** What is said first, so that nothing else is taken for a receipt (RCPT-4). */
    public static final String TYPE = "stayseal-receipt";

    public Receipt {
        if (!checkedAt.equals(checkedAt.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("a receipt has whole seconds");
        }
        if (embedded.isPresent() != answer.isToBeKept(purpose)) {
            throw new IllegalArgumentException("a receipt embeds the code for work, and not else (RCPT-12)");
        }
    }

    /** The same receipt with this token. */
    public Receipt stamped(TimeStampToken token) {
        return new Receipt(software, checkedAt, judgedAt, purpose, code, answer, lists, embedded, Optional.of(token));
    }

    /**
     * How the code is named (RCPT-8).
     *
     * @param format as in the verdict
     * @param identity 32 lower-case hexadecimal digits
     * @param sha256 64 such digits
     */
    public record Code(String format, Optional<String> identity, Optional<String> sha256) {}

    /**
     * What came of it (RCPT-9).
     *
     * @param reason a reason of this or a later version, if there was one
     */
    public record Answer(
            Outcome outcome,
            Optional<String> reason,
            Result authentic,
            Result right,
            Result holder,
            List<CheckMade> checks) {
        public Answer {
            checks = List.copyOf(checks);
        }

        /** RCPT-12. */
        boolean isToBeKept(Optional<Purpose> purpose) {
            boolean signed = checks.stream()
                    .anyMatch(check -> check.name().equals("signature") && check.result() == Result.PASSED);
            return purpose.equals(Optional.of(Purpose.WORK)) && outcome != Outcome.INVALID && signed;
        }

        /** RCPT-10. */
        boolean agrees() {
            boolean invalid = authentic == Result.FAILED || right == Result.FAILED || holder == Result.MISMATCH;
            boolean passed = authentic == Result.PASSED && right == Result.PASSED;
            return invalid == (outcome == Outcome.INVALID) && (passed || outcome != Outcome.VALID);
        }
    }

    /** One check, without its detail, which may repeat what the code says. */
    public record CheckMade(String name, Check.Question question, Result result, Optional<String> reason) {}

    /**
     * The lists at hand then (RCPT-11).
     *
     * @param root fingerprint of the pinned root, 64 lower-case hexadecimal digits
     */
    public record Lists(
            String root,
            String country,
            boolean demo,
            long sequence,
            Instant madeAt,
            Instant validUntil,
            Optional<NeighbourList> neighbour) {}

    /** A neighbour's list, where the permit was one of its (VER-86). */
    public record NeighbourList(String country, long sequence, Instant madeAt, Instant validUntil) {}

    /**
     * What a record for work keeps (RCPT-12).
     *
     * @param photo whether the code holds a picture of the person
     * @param continuations those that counted, at most {@code maxContinuations}
     */
    public record Embedded(KeptCode code, boolean photo, List<KeptCode> continuations) {
        public Embedded {
            continuations = List.copyOf(continuations);
        }
    }
}
