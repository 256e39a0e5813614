package org.stayseal.cli;

import java.util.ArrayList;
import java.util.List;
import org.stayseal.spec.vds.ProfileFileException;
import org.stayseal.spec.vds.Profiles;
import picocli.CommandLine.Option;

/** The option that names an authority's own types of seals (VDS-27, VDS-28). */
final class ProfileOptions {

    @Option(
            names = "--profiles",
            paramLabel = "FILE",
            description = "also know the types of seals of this file, which its authority gives out (several times)")
    private List<String> files = new ArrayList<>();

    /** The standard's types and those of the files. */
    Profiles profiles(Inputs inputs) throws CommandFailed {
        Profiles known = Profiles.standard();
        for (String file : files) {
            try {
                known = known.with(inputs.read(file), Printable.of(file));
            } catch (ProfileFileException e) {
                throw new CommandFailed(
                        Exit.USAGE,
                        String.valueOf(e.getMessage()),
                        "the form is described in spec/docs/20-vds.md, VDS-27; a file adds types and changes none");
            }
        }
        return known;
    }
}
