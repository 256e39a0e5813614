package org.stayseal.operator;

import picocli.CommandLine.Command;

/** {@code trust key}: keys made and shown. */
@Command(
        name = "key",
        description = "Makes a key in a file or token, or shows the public part of one.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {KeyNewCommand.class, KeyShowCommand.class})
final class KeyCommand {}
