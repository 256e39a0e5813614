package org.stayseal.operator;

import java.io.IOException;
import org.stayseal.spec.FormatException;
import org.stayseal.trust.reader.Pin;
import picocli.CommandLine.Option;

/** The root that is believed, given out of band. */
final class RootOption {

    @Option(
            names = "--root",
            paramLabel = "FILE|FINGERPRINT",
            required = true,
            description = "the root to believe, from the authority itself and never from what is looked at")
    String root = "";

    Pin pin() throws CommandFailed {
        try {
            return Pin.parse(root);
        } catch (FormatException e) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "--root is refused, " + e.rule() + ": " + e.getMessage(),
                    "give root.json, or its fingerprint of 64 digits");
        } catch (IOException e) {
            throw new CommandFailed(
                    Exit.NO_INPUT, "--root is neither a fingerprint nor a file that can be read", "check it");
        }
    }
}
