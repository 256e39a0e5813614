package org.stayseal.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.stayseal.barcode.CodeReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the command starts. */
@Command(
        name = "stayseal",
        description = "Checks residence permits offline, against a trust list under the root that you were given.",
        subcommands = {
            VerifyCommand.class,
            RecheckCommand.class,
            SyncCommand.class,
            InspectCommand.class,
            StatusCommand.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Main.Version.class)
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code (README, "Exit codes"). */
    public static void main(String[] args) {
        // Text is UTF-8 whatever the locale says: names are written in their own script.
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code;
        try {
            code = run(args, new Console(out, err, System.in, Clock.systemUTC(), new CodeReader()::read));
        } catch (Throwable t) {
            // A class that is missing or no memory left: the JVM would end with 1, which is a verdict here.
            err.println("error: this program is broken (" + t.getClass().getSimpleName() + ")");
            code = Exit.INTERNAL.code;
        }
        out.flush();
        if (out.checkError() && code == Exit.VALID.code) {
            code = Exit.INTERNAL.code;
        }
        // Nor can the launcher tell a JVM that did not start from "invalid", so it asks for another number.
        System.exit(code == Exit.INVALID.code ? Integer.getInteger("stayseal.exit.invalid", code) : code);
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
                    e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return Exit.USAGE.code;
        });
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, console));
        line.setExecutionStrategy(
                parsed -> parsed.hasSubcommand() || parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()
                        ? new CommandLine.RunLast().execute(parsed)
                        : usage(line, console));
        return line.execute(args);
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
            return new String[] {text()};
        }

        static String text() {
            String version = Main.class.getPackage().getImplementationVersion();
            return "stayseal " + (version == null ? "(development)" : version);
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
