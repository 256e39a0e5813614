package org.stayseal.operator;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the command starts. */
@Command(
        name = "stayseal trust",
        description = "Keys, ceremonies and lists of an authority.",
        subcommands = {
            InitCommand.class,
            KeyCommand.class,
            CertifyCommand.class,
            VerifyCommand.class,
            DiffCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            AnnounceCommand.class,
            StateCommands.Activate.class,
            StateCommands.Retiring.class,
            StateCommands.Retire.class,
            StateCommands.Revoke.class,
            NoticeCommands.Make.class,
            NoticeCommands.Withdraw.class,
            NoticeCommands.Crl.class,
            NeighbourCommands.class,
            BulletinCommands.class,
            RotateRootCommand.class,
            CeremonyCommand.class,
            PublishCommand.class,
            StatusCommand.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Main.Version.class)
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Text is UTF-8 whatever the locale says: names are written in their own script.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code;
        try {
            code = run(args, new Console(out, err, Clock.systemUTC(), Main::typed, Main::answered));
        } catch (Throwable t) {
            // A class that is missing or no memory left: the JVM would end with 1, which means refused here.
            err.println("error: this program is broken (" + t.getClass().getSimpleName() + ")");
            code = Exit.INTERNAL.code;
        }
        out.flush();
        if (out.checkError() && code == Exit.DONE.code) {
            code = Exit.INTERNAL.code;
        }
        // Nor can the launcher tell a JVM that did not start from "refused", so it asks for another number.
        System.exit(code == Exit.REFUSED.code ? Integer.getInteger("stayseal.exit.refused", code) : code);
    }

    private static Optional<char[]> typed(String question) {
        java.io.Console terminal = System.console();
        return terminal == null ? Optional.empty() : Optional.ofNullable(terminal.readPassword("%s: ", question));
    }

    private static Optional<String> answered(String question) {
        java.io.Console terminal = System.console();
        return terminal == null ? Optional.empty() : Optional.ofNullable(terminal.readLine("%s: ", question));
    }

    /** Runs one command against given streams and clock. */
    static int run(String[] args, Console console) {
        CommandLine line = new CommandLine(new Main(), new ConsoleFactory(console));
        // "@x" is a file of that name, never a list of further arguments.
        line.setExpandAtFiles(false);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, unparsed) -> {
            console.failed(
                    String.valueOf(e.getMessage()),
                    "./" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return Exit.USAGE.code;
        });
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, console));
        line.setExecutionStrategy(parsed -> {
            CommandLine.ParseResult last = parsed;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            CommandLine command = last.commandSpec().commandLine();
            boolean runs = command.getCommandSpec().userObject() instanceof java.util.concurrent.Callable;
            return runs || last.isUsageHelpRequested() || last.isVersionHelpRequested()
                    ? new CommandLine.RunLast().execute(parsed)
                    : usage(command, console);
        });
        return line.execute(args);
    }

    /** Reads a command line and runs nothing, for the examples of the manual. */
    static void parse(String... args) {
        Console nowhere = new Console(
                System.out, System.err, Clock.systemUTC(), question -> Optional.empty(), question -> Optional.empty());
        new CommandLine(new Main(), new ConsoleFactory(nowhere))
                .setExpandAtFiles(false)
                .parseArgs(args);
    }

    private static int usage(CommandLine line, Console console) {
        line.usage(console.err());
        return Exit.USAGE.code;
    }

    private static int failed(Exception e, Console console) {
        if (e instanceof CommandFailed failed) {
            console.failed(String.valueOf(failed.getMessage()), failed.hint());
            return failed.exit().code;
        }
        console.failed(
                "a fault of this program (" + e.getClass().getSimpleName() + ")",
                "run it again with STAYSEAL_DEBUG=1 and report what it prints");
        if (System.getenv("STAYSEAL_DEBUG") != null) {
            e.printStackTrace(console.err());
        }
        return Exit.INTERNAL.code;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"stayseal " + (version == null ? "(development)" : version)};
        }
    }

    /** Gives each command the console. */
    private record ConsoleFactory(Console console) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (var constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Console.class) {
                    return type.cast(constructor.newInstance(console));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
