package org.stayseal.issuer.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one PostgreSQL cluster and the programs that work on them.
 *
 * @param folder our part of the data folder
 * @param programs PostgreSQL's own
 * @param account as whom they run
 */
record Cluster(Path folder, PostgresPrograms programs, ServerAccount account) {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long STOP_SECONDS = 30;

    /** PostgreSQL's data, in our part of the data folder. */
    static final String DATA = "cluster";

    /** Where PostgreSQL keeps its data. */
    Path data() {
        return folder.resolve(DATA);
    }

    /** The application's, owner-only; it stands there once its account is set up. */
    Path passwordFile() {
        return folder.resolve("password");
    }

    /** The superuser's, owner-only; read only while the accounts are set up. */
    Path superuserPasswordFile() {
        return folder.resolve("superuser-password");
    }

    /** What the server says; terse, so that no value of a row gets into it. */
    Path log() {
        return folder.resolve("postgres.log");
    }

    /** Makes the cluster on the first start; else checks that it fits the programs and that no server runs on it. */
    void prepare() throws IOException {
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            create();
            return;
        }
        checkVersion();
        stopOrphan();
        account.own(data());
        if (!Files.exists(superuserPasswordFile())) {
            // Earlier releases had one account, the superuser: its password changes its place, and the application gets
            // another.
            Files.move(passwordFile(), superuserPasswordFile(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Whether the application's account is still to be set up in the running server. */
    boolean lacksRoles() {
        return !Files.exists(passwordFile());
    }

    /** Sets up the application's account; its password is kept once that is done, so a start that was cut off does it again. */
    void settleRoles(int port) throws IOException {
        String password = newPassword();
        new Roles(port, read(superuserPasswordFile())).settle(password);
        Path half = folder.resolve("password-making");
        writeOwnerOnly(half, password);
        Files.move(half, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The application's password. */
    String password() throws IOException {
        return read(passwordFile());
    }

    /** Starts the server's process; it is not ready yet. */
    Process launch(int port) throws IOException {
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of(programs.program("postgres"), "-D", data().toString()));
        for (String setting : List.of(
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=60",
                "shared_buffers=64MB",
                "log_error_verbosity=terse",
                "log_min_error_statement=panic",
                "log_parameter_max_length_on_error=0",
                "timezone=UTC")) {
            command.addAll(List.of("-c", setting));
        }
        return new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /**
     * Fast shutdown, waited for. The signal is ours and not {@code pg_ctl}'s, which would be sent by the server's account: a server that an
     * earlier release left behind may run as another.
     */
    void stop(ProcessHandle process) throws IOException {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Path pidFile = data().resolve("postmaster.pid");
        for (long waited = 0; process.isAlive() && Files.exists(pidFile) && waited < STOP_SECONDS * 10; waited++) {
            sleep();
        }
        if (process.isAlive() && Files.exists(pidFile)) {
            throw new DatabaseUnavailable(
                    "The database server (process " + process.pid() + ") does not stop. Stop it, then start again.");
        }
    }

    /** Whether the end of the server's log has these words. */
    boolean logEndsWith(String words) throws IOException {
        if (!Files.exists(log())) {
            return false;
        }
        byte[] all = Files.readAllBytes(log());
        int from = Math.max(0, all.length - 2000);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8).contains(words);
    }

    private void create() throws IOException {
        Path half = folder.resolve("cluster-making");
        deleteTree(half);
        Files.createDirectory(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(half);
        String password = newPassword();
        Files.deleteIfExists(passwordFile());
        writeOwnerOnly(superuserPasswordFile(), password);
        Path handed = folder.resolve("password-handed");
        writeOwnerOnly(handed, password);
        account.own(handed);
        try {
            run(
                    "initdb",
                    "-D",
                    half.toString(),
                    "-U",
                    Roles.SUPERUSER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + handed,
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--locale=C.UTF-8",
                    "--data-checksums");
        } finally {
            Files.deleteIfExists(handed);
        }
        Files.move(half, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void checkVersion() throws IOException {
        String ours = run("postgres", "--version").replaceAll("[^0-9]*([0-9]+).*", "$1");
        String theirs = Files.readString(data().resolve("PG_VERSION"), StandardCharsets.UTF_8)
                .strip();
        if (!ours.equals(theirs)) {
            throw new DatabaseUnavailable("The database in " + data() + " was made by PostgreSQL " + theirs
                    + ", and this release carries " + ours
                    + ". Nothing was changed. Start the release that made it and take the data out with"
                    + " pg_dump, or run pg_upgrade, before you start this one.");
        }
    }

    /**
     * Stops the server that a killed issuer left behind. We hold the folder's lock, so no living issuer needs it. A process number that
     * now belongs to some other program is not touched: only the stale lock file goes.
     */
    private void stopOrphan() throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<Long> pid = Files.readAllLines(pidFile, StandardCharsets.UTF_8).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{1,10}"))
                .map(Long::valueOf);
        Optional<ProcessHandle> alive = pid.flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (alive.isEmpty()) {
            return; // PostgreSQL clears a lock file of a dead process itself
        }
        if (!isServerOfThisCluster(alive.get())) {
            LOG.info("the database's lock file names a process that is another program; it is removed");
            Files.delete(pidFile);
            return;
        }
        LOG.info("stopping the database server that an earlier issuer left behind");
        stop(alive.get());
    }

    private boolean isServerOfThisCluster(ProcessHandle process) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        String arguments = Files.exists(commandLine)
                ? new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8).replace('\0', ' ')
                : process.info().commandLine().orElse("");
        return arguments.contains("postgres") && arguments.contains(data().toString());
    }

    private String run(String program, String... arguments) {
        List<String> command = new ArrayList<>(account.prefix());
        command.add(programs.program(program));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new DatabaseUnavailable(program + " failed: " + output.strip());
            }
            return output.strip();
        } catch (IOException e) {
            throw new DatabaseUnavailable(program + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while " + program + " was running.", e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String newPassword() {
        byte[] secret = new byte[24];
        RANDOM.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    private static void writeOwnerOnly(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (var all = Files.walk(tree)) {
                for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
