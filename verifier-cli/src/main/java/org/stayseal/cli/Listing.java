package org.stayseal.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import org.stayseal.spec.bytes.Hex;

/** Prints bytes beside what they mean: offset, hexadecimal, words. */
final class Listing {

    private static final int BYTES_IN_A_LINE = 16;

    private final PrintStream out;

    Listing(PrintStream out) {
        this.out = out;
    }

    void heading(String text) {
        out.println(text);
    }

    void note(String text) {
        out.println("  " + text);
    }

    /** One row; what does not fit its line continues on the next. */
    void row(byte[] bytes, int from, int to, String meaning) {
        int end = Math.min(to, from + BYTES_IN_A_LINE);
        String row = String.format(
                Locale.ROOT, "  %5d  %-32s  %s", from, Hex.encode(Arrays.copyOfRange(bytes, from, end)), meaning);
        out.println(row.stripTrailing());
        for (int at = end; at < to; at += BYTES_IN_A_LINE) {
            out.printf(
                    Locale.ROOT,
                    "  %5d  %s%n",
                    at,
                    Hex.encode(Arrays.copyOfRange(bytes, at, Math.min(to, at + BYTES_IN_A_LINE))));
        }
    }
}
