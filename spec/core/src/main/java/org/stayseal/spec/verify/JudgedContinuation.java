package org.stayseal.spec.verify;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.continuation.Continuation;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.verify.Check.Question;

/**
 * A continuation beside a code, judged by itself at the same moment and by the same lists (VER-91). The trust list's own age is not asked again: it is the code's step 2 (VER-99).
 *
 * @param result PASSED, FAILED or INDETERMINATE
 * @param reason the gravest of its checks that made the result
 * @param words the same for people
 * @param openStatus what the permit's end stays open for, where only knowledge is missing (VER-93)
 * @param paper what it says, where its signature fits and it names the code
 */
record JudgedContinuation(
        Result result, Optional<Reason> reason, String words, Reason openStatus, Optional<Continuation> paper) {

    private static final String NAMES = "names";
    private static final String BEGINS = "begins";

    private static final List<Step> STEPS = List.of(
            new TrustListStep(),
            new SignerStep(),
            new ChainStep(),
            new EnvironmentStep(),
            new RevocationStep(),
            new CertificateDatesStep(),
            new ScopeStep(),
            new SignatureStep());

    /** All that are beside a code, in the order in which they were given; none where a certificate was given by hand, or the code prolongs permits itself. */
    static List<JudgedContinuation> beside(Case file) {
        if (file.explicit() || !file.presented.grant().givesSomething()) {
            return List.of();
        }
        return file.asked.continuations().stream()
                .map(code -> judge(code, file))
                .toList();
    }

    private static JudgedContinuation judge(byte[] code, Case permit) {
        PresentedContinuation presented;
        try {
            presented = Recognition.continuation(code);
        } catch (FormatException e) {
            return unread(Reason.valueOf(e.kind().name()), e.rule() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            // As for the code itself (VER-20).
            return unread(Reason.WRONG_FORMAT, "unreadable");
        }
        Case file = new Case(
                presented,
                Asked.residence().at(permit.at),
                permit.trust,
                permit.statuses,
                Clock.fixed(permit.now, ZoneOffset.UTC));
        STEPS.forEach(step -> step.take(file));
        List<Check> checks = new ArrayList<>(file.checks());
        checks.removeIf(check -> check.name().equals(TrustListStep.NAME));
        boolean names = presented.names(permit.presented);
        checks.add(
                names
                        ? new Check(NAMES, Question.RIGHT, Result.PASSED, Optional.empty(), "names this code")
                        : Case.check(NAMES, Reason.CONTINUATION_OF_ANOTHER_PERMIT, "names another code"));
        checks.add(begins(presented, permit));
        checks.add(dates(file));
        Check status = StatusStep.entry(file);
        checks.add(status);
        return of(checks, status, Optional.of(presented.continuation()).filter(paper -> names && file.signatureFits()));
    }

    private static JudgedContinuation of(List<Check> checks, Check status, Optional<Continuation> paper) {
        Result result = checks.stream().anyMatch(check -> check.result() == Result.FAILED)
                ? Result.FAILED
                : checks.stream().anyMatch(check -> check.result() == Result.INDETERMINATE)
                        ? Result.INDETERMINATE
                        : Result.PASSED;
        Optional<Reason> reason = Verdicts.gravest(checks, result);
        String words = checks.stream()
                .filter(check -> check.result() == result && check.reason().equals(reason))
                .findFirst()
                .map(Check::detail)
                .orElse("");
        return new JudgedContinuation(
                result,
                reason,
                words,
                status.reason().equals(Optional.of(Reason.STATUS_STALE)) ? Reason.STATUS_STALE : Reason.STATUS_UNKNOWN,
                paper);
    }

    private static JudgedContinuation unread(Reason reason, String words) {
        // A newer version says nothing that could be believed: it counts as little as what is broken.
        return new JudgedContinuation(
                Result.FAILED, Optional.of(reason), words, Reason.STATUS_UNKNOWN, Optional.empty());
    }

    /** It lets go on what has not ended yet (VER-91): by the permit itself, or by the extension that reaches it. */
    private static Check begins(PresentedContinuation paper, Case permit) {
        Optional<Instant> printed = permit.presented.term().ends();
        Optional<Instant> extended = permit.notices()
                .extension()
                .flatMap(Notice::newEnd)
                .map(day -> ReachingNotices.endOf(day, permit.presented));
        Instant begins = paper.term().begins().orElseThrow();
        boolean inTime = printed.isEmpty()
                || Stream.concat(printed.stream(), extended.stream()).anyMatch(end -> !begins.isAfter(end));
        return inTime
                ? new Check(BEGINS, Question.RIGHT, Result.PASSED, Optional.empty(), "begins before the permit ends")
                : Case.check(BEGINS, Reason.CONTINUATION_TOO_LATE, "begins after the permit had ended");
    }

    private static Check dates(Case file) {
        Presented.Term term = file.presented.term();
        if (file.at.isBefore(term.signed()) || file.at.isBefore(term.begins().orElseThrow())) {
            return Case.check(DatesStep.NAME, Reason.NOT_YET_VALID, term.words());
        }
        return file.at.isBefore(term.ends().orElseThrow())
                ? new Check(DatesStep.NAME, Question.RIGHT, Result.PASSED, Optional.empty(), term.words())
                : Case.check(DatesStep.NAME, Reason.EXPIRED, term.words());
    }

    boolean counts() {
        return result == Result.PASSED;
    }

    boolean isOpen() {
        return result == Result.INDETERMINATE;
    }

    boolean isForged() {
        return reason.equals(Optional.of(Reason.INVALID_SIGNATURE));
    }

    /** The first moment at which it counts no more; only of one that counts. */
    Instant ends() {
        return paper.orElseThrow().expires();
    }

    /** Its last day; only of one that counts. */
    LocalDate lastDay(ZoneId zone) {
        return paper.orElseThrow().until(zone);
    }

    /** What the verdict holds of it (VER-95). */
    PresentedBeside shown(Case file) {
        ZoneId zone = file.presented.zone();
        return new PresentedBeside(
                result,
                reason,
                paper.map(said -> new PresentedBeside.Content(
                        file.presented.term().lastDay(zone),
                        said.from(zone),
                        said.until(zone),
                        said.claims().permitNumber(),
                        said.claims().legalGround(),
                        said.claims().purpose())));
    }
}
