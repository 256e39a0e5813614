package org.stayseal.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.stayseal.trust.authority.keys.KeyFault;

/** A command that cannot go on, with what is wrong and what to do next. */
final class CommandFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final String hint;

    CommandFailed(Exit exit, String error, String hint) {
        super(error);
        this.exit = exit;
        this.hint = hint;
    }

    static CommandFailed of(KeyFault fault) {
        return new CommandFailed(Exit.NO_INPUT, String.valueOf(fault.getMessage()), fault.hint());
    }

    /** What the disk, or whoever has the directory open, said. */
    static String why(UncheckedIOException failed) {
        IOException cause = failed.getCause();
        return cause == null || cause.getMessage() == null ? "the disk fails" : cause.getMessage();
    }

    Exit exit() {
        return exit;
    }

    /** What to do next. */
    String hint() {
        return hint;
    }
}
