package org.stayseal.spec.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stayseal.spec.registry.IcaoTrustLevels;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Check.Question;

/** VER-3 to VER-5, VER-40 to VER-42: what follows from the checks. */
final class Verdicts {

    private static final String UNKNOWN_FEATURE = "UNKNOWN_FEATURE";

    private static final Set<Reason> OPEN_ZONE = Set.of(
            Reason.INVALID_PRINTED_MRZ,
            Reason.INVALID_VISA_MRZ,
            Reason.INVALID_PASSPORT_MRZ,
            Reason.ANOTHER_PASSPORT,
            Reason.LINES_NOT_COMPARED);
    private static final Set<Reason> UNEQUAL_ZONE = Set.of(Reason.SEAL_DOCUMENT_MISMATCH, Reason.SEAL_VISA_MISMATCH);

    /** Gravest first; among equals, first in the registry. */
    private static final Comparator<Reason> GRAVEST = Comparator.<Reason>comparingInt(
                    reason -> reason.gravity().orElse(Integer.MAX_VALUE))
            .thenComparing(Comparator.naturalOrder());

    private Verdicts() {}

    static Verdict of(Case file) {
        List<Check> checks = List.copyOf(file.checks());
        Result authentic = question(checks, Question.AUTHENTIC);
        Result right = question(checks, Question.RIGHT);
        Result holder = holder(checks);
        boolean unproved = file.presented.liveOnly() && holder != Result.LIVE;
        Outcome outcome = outcome(authentic, right, holder, unproved || leavesZoneOpen(checks));
        return new Verdict(
                file.presented.format(),
                outcome,
                leading(checks, outcome),
                authentic,
                right,
                holder,
                checks,
                file.presented.document(),
                Recognition.hasIcaoWords(file.presented.format())
                        ? Optional.of(icao(checks, authentic, file.presented.hasUnknownFeature()))
                        : Optional.empty(),
                file.applied(),
                file.continuations().stream().map(one -> one.shown(file)).toList(),
                file.legalEffect(),
                file.bulletins(),
                file.knowledge,
                file.at);
    }

    private static Result question(List<Check> checks, Question question) {
        Set<Result> results = java.util.EnumSet.noneOf(Result.class);
        checks.stream().filter(check -> check.question() == question).forEach(check -> results.add(check.result()));
        return results.contains(Result.FAILED)
                ? Result.FAILED
                : results.contains(Result.INDETERMINATE) ? Result.INDETERMINATE : Result.PASSED;
    }

    private static Result holder(List<Check> checks) {
        Set<Result> results = java.util.EnumSet.noneOf(Result.class);
        checks.stream()
                .filter(check -> check.question() == Question.HOLDER)
                .forEach(check -> results.add(check.result()));
        return Stream.of(Result.MISMATCH, Result.LIVE, Result.MATCHED)
                .filter(results::contains)
                .findFirst()
                .orElse(Result.COMPARE);
    }

    /** Whether a zone was given and it stays open whether it fits (VER-48, VER-49, VER-51). */
    private static boolean leavesZoneOpen(List<Check> checks) {
        return checks.stream().flatMap(check -> check.reason().stream()).anyMatch(OPEN_ZONE::contains);
    }

    private static Outcome outcome(Result authentic, Result right, Result holder, boolean unanswered) {
        if (authentic == Result.FAILED || right == Result.FAILED || holder == Result.MISMATCH) {
            return Outcome.INVALID;
        }
        boolean open = authentic == Result.INDETERMINATE || right == Result.INDETERMINATE;
        return open || unanswered ? Outcome.INDETERMINATE : Outcome.VALID;
    }

    private static Optional<Reason> leading(List<Check> checks, Outcome outcome) {
        Predicate<Check> made = switch (outcome) {
            case INVALID -> check -> check.result() == Result.FAILED || check.result() == Result.MISMATCH;
            case INDETERMINATE -> check -> check.result() == Result.INDETERMINATE || check.result() == Result.COMPARE;
            case VALID -> check -> check.result() == Result.PASSED;
        };
        return gravest(checks, made);
    }

    /** The gravest reason of the checks with this result (VER-5). */
    static Optional<Reason> gravest(List<Check> checks, Result result) {
        return gravest(checks, check -> check.result() == result);
    }

    private static Optional<Reason> gravest(List<Check> checks, Predicate<Check> made) {
        return checks.stream()
                .filter(made)
                .flatMap(check -> check.reason().stream())
                .min(GRAVEST);
    }

    /** ICAO's words for a seal. A check that is not {@code PASSED} and has a reason speaks through its row in the registry. */
    static Verdict.Icao icao(List<Check> checks, Result authentic, boolean unknownFeature) {
        List<Reason.Icao> words = checks.stream()
                .flatMap(check -> check.reason().stream())
                .sorted(GRAVEST)
                .flatMap(reason -> reason.icao().stream())
                .toList();
        List<String> subIndications = new ArrayList<>(
                words.stream().map(Reason.Icao::subIndication).distinct().toList());
        Optional<String> status =
                words.stream().map(Reason.Icao::status).min(Comparator.naturalOrder()); // INVALID before READ_ERROR
        if (status.isEmpty() && authentic == Result.PASSED) {
            status = Optional.of("VALID");
        }
        if (unknownFeature && status.isPresent()) {
            subIndications.add(UNKNOWN_FEATURE);
        }
        Optional<String> level =
                status.isPresent() ? Optional.of(IcaoTrustLevels.worst(subIndications)) : Optional.empty();
        return new Verdict.Icao(status, subIndications, level, documentCompared(checks));
    }

    private static boolean documentCompared(List<Check> checks) {
        return checks.stream()
                .filter(check -> check.name().equals(PrintedMrzStep.NAME))
                .anyMatch(check -> check.result() == Result.MATCHED
                        || check.reason().filter(UNEQUAL_ZONE::contains).isPresent());
    }
}
