package org.stayseal.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.function.Function;
import org.stayseal.barcode.ReadResult;

/**
 * What a command talks to: verdicts go to {@code out}, everything else to {@code err}.
 *
 * @param eyes finds the codes in the bytes of a picture or PDF
 */
record Console(PrintStream out, PrintStream err, InputStream in, Clock clock, Function<byte[], ReadResult> eyes) {

    /** What is wrong, and what to do next. Neither can drive the terminal, whatever file names are in it. */
    void failed(String error, String hint) {
        err.println("error: " + Printable.of(error));
        err.println("hint: " + Printable.of(hint));
    }
}
