package org.stayseal.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import org.stayseal.spec.registry.Messages;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.PresentedBeside;
import org.stayseal.spec.verify.Result;
import org.stayseal.spec.verify.Verdict;

/** The continuations beside a code, for a person at a terminal (VER-98). */
final class ContinuationText {

    private static final Messages WORDS = Messages.of("en");

    private ContinuationText() {}

    static void print(PrintStream out, Verdict verdict) {
        for (PresentedBeside paper : verdict.continuations()) {
            out.println();
            out.println("  " + Printable.of(line(paper)));
            paper.content()
                    .flatMap(PresentedBeside.Content::legalGround)
                    .ifPresent(ground -> out.println("    "
                            + Printable.of(WORDS.text("continuation", "ground").replace("{ground}", ground))));
        }
    }

    private static String line(PresentedBeside paper) {
        if (paper.result() == Result.FAILED) {
            return WORDS.text("continuation", "refused")
                    .replace("{why}", paper.reason().map(ContinuationText::why).orElse(""));
        }
        String until = paper.content().map(said -> said.until().toString()).orElse("?");
        String printed = paper.content()
                .flatMap(PresentedBeside.Content::printedEnd)
                .map(LocalDate::toString)
                .orElse("–");
        return WORDS.text("continuation", paper.result() == Result.PASSED ? "counts" : "open")
                .replace("{until}", until)
                .replace("{printedEnd}", printed);
    }

    private static String why(Reason reason) {
        return WORDS.text("continuationFault", reason.name());
    }
}
