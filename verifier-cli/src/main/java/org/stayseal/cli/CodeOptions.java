package org.stayseal.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which codes: typed ones, and files to look for them in. */
final class CodeOptions {

    @Option(names = "--text", paramLabel = "CODE", description = "a code as text")
    private List<String> texts = new ArrayList<>();

    @Option(names = "--hex", paramLabel = "BYTES", description = "a code's bytes in hexadecimal")
    private List<String> hexes = new ArrayList<>();

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description = "a picture (PNG, JPEG), a PDF, a text file with one code a line, or - for standard input")
    private List<String> names = new ArrayList<>();

    boolean areMissing() {
        return names.isEmpty() && texts.isEmpty() && hexes.isEmpty();
    }

    /** The files to look in, as the caller named them. */
    List<String> names() {
        return names;
    }

    /** The codes given on the command line itself. */
    List<Inputs.Input> typed() throws CommandFailed {
        List<Inputs.Input> typed = new ArrayList<>();
        for (String hex : hexes) {
            typed.add(Inputs.hex(hex));
        }
        for (String text : texts) {
            typed.addAll(Inputs.text(text));
        }
        return typed;
    }
}
