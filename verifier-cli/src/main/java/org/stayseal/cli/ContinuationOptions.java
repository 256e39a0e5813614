package org.stayseal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Verifier;
import picocli.CommandLine.Option;

/** Continuations that are named as such; those among the inputs find their permits by themselves (VER-97). */
final class ContinuationOptions {

    private static final Pattern CODE = Pattern.compile("RP[A-Z]*[0-9]:.*");

    @Option(
            names = "--continuation",
            paramLabel = "FILE|CODE",
            description =
                    "a paper about a pending renewal that goes with every code: a picture, a PDF, a text file, or the code itself (RPC1:…); "
                            + "one among the inputs needs no naming")
    private List<String> given = new ArrayList<>();

    /** Whether a file of that name is read from standard input. */
    long fromStandardInput() {
        return given.stream().filter("-"::equals).count();
    }

    /** Their codes. */
    List<byte[]> read(Inputs inputs) throws CommandFailed {
        List<byte[]> codes = new ArrayList<>();
        for (String one : given) {
            if (CODE.matcher(one).matches()) {
                codes.add(Verifier.typed(one));
                continue;
            }
            for (Inputs.Input input : inputs.of(one)) {
                if (!input.problem().isEmpty()) {
                    throw new CommandFailed(
                            Exit.USAGE,
                            "--continuation: " + input.problem(),
                            "give a file in which the code can be read");
                }
                codes.add(input.code());
            }
        }
        if (codes.size() > Asked.MAX_CONTINUATIONS) {
            throw new CommandFailed(
                    Exit.USAGE,
                    "--continuation: more than " + Asked.MAX_CONTINUATIONS + " codes",
                    "give those of one permit");
        }
        return codes;
    }
}
