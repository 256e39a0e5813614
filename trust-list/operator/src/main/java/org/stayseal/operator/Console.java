package org.stayseal.operator;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a command talks to: results go to {@code out}, everything else to {@code err}.
 *
 * @param password shows a question and reads what is typed, without showing it; empty where nobody sits at a terminal
 * @param answer the same, and what is typed is seen
 */
record Console(
        PrintStream out,
        PrintStream err,
        Clock clock,
        Function<String, Optional<char[]>> password,
        Function<String, Optional<String>> answer) {

    /** What is wrong, and what to do next. Neither can drive the terminal, whatever file names are in it. */
    void failed(String error, String hint) {
        err.println("error: " + Printable.of(error));
        err.println("hint: " + Printable.of(hint));
    }

    /** One line on what goes on, for people. */
    void progress(String words) {
        err.println(Printable.of(words));
    }

    /** One line of the result. */
    void line(String text) {
        out.println(Printable.of(text));
    }
}
