package org.stayseal.operator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the public keys of people lie, so that they are called by name. */
final class PeopleOption {

    @Option(
            names = "--people",
            paramLabel = "FOLDER",
            description =
                    "public keys of people, each file named like its holder (default: people in the authority's directory)")
    private @Nullable Path folder;

    Holders holders(AuthorityDirectory authority) throws CommandFailed {
        return folder == null ? authority.holders() : Holders.in(folder);
    }
}
