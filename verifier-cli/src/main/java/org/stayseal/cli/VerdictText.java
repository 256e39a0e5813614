package org.stayseal.cli;

import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.registry.Messages;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.verify.Check;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Result;
import org.stayseal.spec.verify.TrustKnowledge;
import org.stayseal.spec.verify.Verdict;

/** A verdict for a person at a terminal: the answer first, then whom it is about and what it gives, then how we know. */
final class VerdictText {

    private static final Messages WORDS = Messages.of("en");

    private VerdictText() {}

    /** @param warning one line more under the answer, if there is one */
    static void print(
            PrintStream out, Inputs.Input input, Verdict verdict, Profiles profiles, Optional<String> warning) {
        String place = input.place().isEmpty() ? "" : " (" + input.place() + ")";
        String why = verdict.reason().map(reason -> ": " + reason).orElse("");
        out.println(WORDS.text("outcome", verdict.outcome().name()).toUpperCase(Locale.ROOT) + why + "  "
                + Printable.of(input.name()) + place);
        out.println("  " + sentence(verdict));
        out.println("  " + next(verdict));
        conditionsBesideAnExtension(verdict).ifPresent(conditions -> {
            out.println("  " + WORDS.reason(Reason.WITH_CONDITIONS));
            out.println("    " + Printable.of(conditions));
        });
        warning.ifPresent(line -> out.println("  " + line));
        BulletinText.print(out, verdict.bulletins(), "  ");
        if (isDemo(verdict) && !verdict.document().isEmpty()) {
            out.println("  " + WORDS.text("sentence", "DEMO"));
        }
        if (!verdict.document().isEmpty()) {
            out.println();
            if (verdict.authentic() != Result.PASSED) {
                out.println("  " + WORDS.text("sentence", "UNPROVEN"));
            }
            DocumentText.print(out, verdict.document(), profiles);
            NoticeText.print(out, verdict);
            ContinuationText.print(out, verdict);
        }
        out.println();
        questions(out, verdict);
        evidence(out, verdict);
        out.println();
    }

    private static String next(Verdict verdict) {
        if (isUnreadable(verdict)) {
            return WORDS.text("sentence", "NEXT_UNREADABLE");
        }
        if (verdict.outcome() == Outcome.VALID && verdict.holder() == Result.COMPARE && isStale(verdict)) {
            return WORDS.next(Reason.STALE_LIVE_CODE);
        }
        return verdict.reason().map(WORDS::next).orElseGet(() -> WORDS.text("sentence", "NEXT_VALID"));
    }

    /** VER-12: the file itself is no picture or PDF that can be looked at. */
    private static boolean isUnreadable(Verdict verdict) {
        return verdict.checks().stream()
                .anyMatch(check -> check.reason().equals(Optional.of(Reason.NO_CODE_FOUND))
                        && (check.detail().startsWith(Inputs.DAMAGED)
                                || check.detail().startsWith(Inputs.UNREADABLE)));
    }

    private static String sentence(Verdict verdict) {
        if (isUnreadable(verdict)) {
            return WORDS.text("sentence", "UNREADABLE");
        }
        if (verdict.outcome() == Outcome.VALID) {
            return WORDS.text(
                    "sentence", verdict.reason().map(VerdictText::prolonged).orElseGet(() -> fitting(verdict)));
        }
        return verdict.reason().map(WORDS::reason).orElseThrow();
    }

    private static String prolonged(Reason reason) {
        return switch (reason) {
            case EXTENDED_BY_NOTICE -> "VALID_EXTENDED";
            case EXTENDED_BY_CONTINUATION -> "VALID_CONTINUED";
            default -> "VALID_CONDITIONS";
        };
    }

    /** The extension leads, and must not hide that there are conditions (VER-64). */
    private static Optional<String> conditionsBesideAnExtension(Verdict verdict) {
        return verdict.reason()
                .filter(Set.of(Reason.EXTENDED_BY_NOTICE, Reason.EXTENDED_BY_CONTINUATION)::contains)
                .flatMap(reason -> verdict.checks().stream()
                        .filter(check -> check.reason().equals(Optional.of(Reason.WITH_CONDITIONS)))
                        .findFirst())
                .map(Check::detail);
    }

    private static String fitting(Verdict verdict) {
        return switch (verdict.holder()) {
            case COMPARE -> isStale(verdict) ? "VALID_STALE" : "VALID_COMPARE";
            case MATCHED -> "VALID_MATCHED";
            case LIVE -> "VALID_LIVE";
            default -> "VALID";
        };
    }

    /** A proof came with it, and is not of now (VER-110). */
    private static boolean isStale(Verdict verdict) {
        return verdict.checks().stream().anyMatch(check -> check.reason().equals(Optional.of(Reason.STALE_LIVE_CODE)));
    }

    private static boolean isDemo(Verdict verdict) {
        return verdict.trust().kind() == TrustKnowledge.Kind.PINNED
                && verdict.trust().list().filter(list -> list.demo()).isPresent();
    }

    /** Where nothing could be decoded there is no right and no person to speak of, and a forgery never gets a "yes". */
    private static void questions(PrintStream out, Verdict verdict) {
        question(out, "authentic", WORDS.text("result", verdict.authentic().name()));
        if (verdict.document().isEmpty()) {
            return;
        }
        boolean onlyClaimed = verdict.right() == Result.PASSED && verdict.authentic() != Result.PASSED;
        question(
                out,
                "right",
                onlyClaimed
                        ? WORDS.text("sentence", "ONLY_CLAIMED")
                        : WORDS.text("result", verdict.right().name()));
        if (verdict.authentic() != Result.FAILED) {
            question(out, "holder", WORDS.text("result", verdict.holder().name()));
        }
    }

    private static void question(PrintStream out, String question, String answer) {
        out.printf(Locale.ROOT, "  %-31s %s%n", WORDS.text("question", question), answer);
    }

    private static void evidence(PrintStream out, Verdict verdict) {
        out.println();
        out.println("  How we know, judged at " + verdict.at().truncatedTo(ChronoUnit.SECONDS) + ":");
        for (Check check : verdict.checks()) {
            out.printf(
                    Locale.ROOT,
                    "    %-22s %s%s%n",
                    WORDS.text("result", check.result().name()),
                    WORDS.text("check", check.name()),
                    check.reason().map(reason -> " [" + reason + "]").orElse(""));
            out.println("                           " + Printable.of(check.detail()));
        }
        verdict.icao()
                .ifPresent(icao -> out.println("  ICAO: " + icao.status().orElse("no status")
                        + (icao.subIndications().isEmpty() ? "" : " " + String.join(", ", icao.subIndications()))
                        + icao.trustLevel().map(level -> ", " + level).orElse("")
                        + (icao.documentCompared() ? "; the printed lines were compared" : "")));
        verdict.trust()
                .list()
                .filter(list -> verdict.trust().kind() == TrustKnowledge.Kind.PINNED)
                .ifPresent(list -> out.println("  Trust list " + list.sequence() + " of " + list.country()
                        + (list.demo() ? " (a demo)" : "") + ", made " + list.issued() + ", good until "
                        + list.nextUpdate()));
        verdict.trust()
                .neighbour()
                .ifPresent(neighbour -> out.println("  Signers of " + neighbour.country() + " from its list "
                        + neighbour.sequence() + ", made " + neighbour.issued()
                        + (neighbour.withdrawn() ? ", WITHDRAWN" : ", good until " + neighbour.nextUpdate())));
    }
}
