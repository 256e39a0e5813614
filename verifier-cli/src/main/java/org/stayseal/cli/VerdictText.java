package org.stayseal.cli;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Map;
import org.stayseal.spec.registry.Messages;
import org.stayseal.spec.verify.Check;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Result;
import org.stayseal.spec.verify.TrustKnowledge;
import org.stayseal.spec.verify.Verdict;

/** A verdict for a person at a terminal: the answer first, then why, then how we know. */
final class VerdictText {

    private static final Messages WORDS = Messages.of("en");

    private VerdictText() {}

    static void print(PrintStream out, Inputs.Input input, Verdict verdict) {
        String place = input.place().isEmpty() ? "" : " (" + input.place() + ")";
        String why = verdict.reason().map(reason -> ": " + reason).orElse("");
        out.println(WORDS.text("outcome", verdict.outcome().name()).toUpperCase(java.util.Locale.ROOT) + why + "  "
                + input.name() + place);
        out.println("  " + sentence(verdict));
        out.println("  " + verdict.reason().map(WORDS::next).orElseGet(() -> WORDS.text("sentence", "NEXT_VALID")));
        question(out, "authentic", verdict.authentic());
        question(out, "right", verdict.right());
        question(out, "holder", verdict.holder());
        if (!verdict.document().isEmpty()) {
            out.println();
            content(out, "  ", verdict.document());
        }
        out.println();
        out.println("  How we know, judged at " + verdict.at() + ":");
        for (Check check : verdict.checks()) {
            out.printf(
                    "    %-12s %s%s%n",
                    WORDS.text("result", check.result().name()),
                    WORDS.text("check", check.name()),
                    check.reason().map(reason -> " [" + reason + "]").orElse(""));
            out.println("                 " + check.detail());
        }
        verdict.icao()
                .ifPresent(icao -> out.println("  ICAO: " + icao.status().orElse("no status")
                        + (icao.subIndications().isEmpty() ? "" : " " + String.join(", ", icao.subIndications()))
                        + icao.trustLevel().map(level -> ", " + level).orElse("")));
        verdict.trust()
                .list()
                .filter(list -> verdict.trust().kind() == TrustKnowledge.Kind.PINNED)
                .ifPresent(list -> out.println("  Trust list " + list.sequence() + " of " + list.country()
                        + (list.demo() ? " (a demo, not real permits)" : "") + ", made " + list.issued()
                        + ", good until "
                        + list.nextUpdate()));
        out.println();
    }

    private static String sentence(Verdict verdict) {
        if (verdict.outcome() == Outcome.VALID) {
            return verdict.reason().isPresent()
                    ? WORDS.text("sentence", "VALID_CONDITIONS")
                    : WORDS.text("sentence", verdict.holder() == Result.COMPARE ? "VALID_COMPARE" : "VALID");
        }
        return verdict.reason().map(WORDS::reason).orElseThrow();
    }

    private static void question(PrintStream out, String question, Result result) {
        out.printf("  %-32s %s%n", WORDS.text("question", question), WORDS.text("result", result.name()));
    }

    private static void content(PrintStream out, String indent, Map<?, ?> map) {
        map.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                out.println(indent + key + ":");
                content(out, indent + "  ", inner);
            } else if (value instanceof Collection<?> values) {
                out.printf(
                        "%s%-24s %s%n",
                        indent,
                        key,
                        String.join(", ", values.stream().map(String::valueOf).toList()));
            } else {
                out.printf("%s%-24s %s%n", indent, key, value);
            }
        });
    }
}
