package org.stayseal.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;

/** What a command talks to: verdicts go to {@code out}, everything else to {@code err}. */
record Console(PrintStream out, PrintStream err, InputStream in, Clock clock) {}
