package org.stayseal.cli;

import java.io.PrintStream;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.receipt.Receipt;
import org.stayseal.spec.receipt.Recheck;
import org.stayseal.spec.receipt.TimeStamp;
import org.stayseal.spec.registry.Messages;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Verdict;

/** What a person at a terminal reads of a receipt that was checked again. */
final class RecheckText {

    private RecheckText() {}

    static void print(PrintStream out, String file, Receipt receipt, Recheck found, TimeStamp stamp) {
        out.println(Printable.of(file) + ": " + words(found));
        found.now().flatMap(Verdict::reason).ifPresent(reason -> out.println("  now: " + reason + reasonWords(reason)));
        out.println("  then: " + receipt.answer().outcome()
                + receipt.answer().reason().map(reason -> " " + reason).orElse("")
                + ", " + receipt.checkedAt() + " by the verifier's own clock, "
                + receipt.purpose().map(Purpose::key).map(key -> "for " + key).orElse("for no purpose")
                + receipt.lists()
                        .map(lists -> ", list " + lists.sequence() + " of " + lists.country())
                        .orElse(", without a list"));
        out.println("  time stamp: " + words(stamp));
    }

    private static String words(Recheck found) {
        return switch (found.answer()) {
            case NO_CODE -> "it holds no code: bring the permit, and verify that";
            case NO_LONGER_VALID -> "no longer valid";
            case LISTS_OLDER -> "cannot tell: the lists here are older than those of the receipt; run stayseal sync";
            case CANNOT_TELL -> "cannot tell";
            case EXTENDED -> "still valid: extended";
            case STILL_VALID -> "still valid";
        };
    }

    private static String reasonWords(Reason reason) {
        return " (" + Messages.of("en").reason(reason) + ")";
    }

    private static String words(TimeStamp stamp) {
        return switch (stamp.worth()) {
            case NONE -> "none";
            case BROKEN -> "broken: it says nothing of this receipt";
            case FITS ->
                stamp.time().orElseThrow() + ", by a service that this command was not told to trust: "
                        + service(stamp);
            case TRUSTED -> stamp.time().orElseThrow() + ", by " + service(stamp);
        };
    }

    private static String service(TimeStamp stamp) {
        return Printable.of(stamp.service().orElse("a service without a name"));
    }
}
