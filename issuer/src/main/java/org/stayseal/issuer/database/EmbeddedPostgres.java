package org.stayseal.issuer.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in the data folder, started and stopped by us.
 *
 * <p>Durable: fsync, synchronous commit and full page writes are given on the server's command line, where no configuration file outranks
 * them. Closed: it listens on the loopback address only, without a socket file, and asks for a password that stands in an owner-only file.
 * One issuer at a time: a lock on the folder, which the system gives back when a process dies, however it dies. A server that outlived a
 * killed issuer is stopped, by the process named in its own lock file, before ours starts.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(50);

    private final Cluster cluster;
    private final FileChannel lockFile;
    private final int port;
    private String password = "";
    private @Nullable Process server;

    private EmbeddedPostgres(Cluster cluster, FileChannel lockFile, int port) {
        this.cluster = cluster;
        this.lockFile = lockFile;
        this.port = port;
    }

    /**
     * Starts the server of this folder, making the cluster on the first start.
     *
     * @param folder for programs, cluster, password, log and lock; made when missing
     * @throws DatabaseUnavailable with what the operator can do
     */
    public static EmbeddedPostgres start(Path folder) {
        try {
            Files.createDirectories(folder);
            // The server's account passes, and reads only what is its own.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            FileChannel lockFile = lock(folder);
            try {
                Path real = folder.toRealPath();
                Cluster cluster = new Cluster(real, PostgresPrograms.unpackedIn(real), ServerAccount.choose(real));
                cluster.prepare();
                EmbeddedPostgres postgres = new EmbeddedPostgres(cluster, lockFile, freePort());
                postgres.run();
                return postgres;
            } catch (RuntimeException | IOException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The database folder " + folder + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    /** JDBC address, of this machine only. */
    public String url() {
        return Roles.address(port, Roles.APPLICATION);
    }

    /** Sign-in name. */
    public String user() {
        return Roles.APPLICATION;
    }

    /** Password; never written to a log. */
    public String password() {
        return password;
    }

    /** The server's process number, for tests that kill it. */
    long pid() {
        return server == null ? -1 : server.pid();
    }

    /** Stops the server (fast: open transactions are rolled back) and gives the folder free. */
    @Override
    public void close() {
        if (server != null && server.isAlive()) {
            try {
                cluster.stop(server.toHandle());
            } catch (IOException e) {
                LOG.warn("the database server cannot be told to stop", e);
            }
        }
        try {
            lockFile.close();
        } catch (IOException e) {
            LOG.debug("the lock file was closed already", e);
        }
    }

    private void run() throws IOException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        boolean lacksRoles = cluster.lacksRoles();
        password = lacksRoles ? "not made yet" : cluster.password();
        while (true) {
            server = cluster.launch(port);
            if (answersBefore(limit, lacksRoles)) {
                break;
            }
            // A killed server's children may hold its shared memory for a moment; anything else is for the operator.
            if (!cluster.logEndsWith("pre-existing shared memory block") || System.nanoTime() > limit) {
                close();
                throw new DatabaseUnavailable(
                        "The embedded PostgreSQL does not start; its log says why: " + cluster.log() + ".");
            }
            pause();
        }
        if (lacksRoles) {
            try {
                cluster.settleRoles(port);
                password = cluster.password();
            } catch (RuntimeException | IOException e) {
                close();
                throw e;
            }
        }
        LOG.info("embedded PostgreSQL is up on port {}", port);
    }

    /** Waits for the server; while the application's account is still to be made, being refused is an answer too. */
    private boolean answersBefore(long limit, boolean lacksRoles) {
        while (server != null && server.isAlive() && System.nanoTime() < limit) {
            try (Connection connection = Roles.signIn(port, Roles.APPLICATION, Roles.APPLICATION, password)) {
                return !connection.isClosed();
            } catch (SQLException e) {
                if (lacksRoles && Roles.isWrongPassword(e)) {
                    return true;
                }
                if (Roles.isWrongPassword(e)) {
                    close();
                    throw new DatabaseUnavailable(
                            "The embedded database refuses the password in " + cluster.passwordFile() + ".", e);
                }
            }
            pause();
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while the database was starting.", e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("issuer.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new DatabaseUnavailable("Another issuer is running on " + folder
                    + ". Stop it first, or give each its own data folder (--data).");
        }
        return channel;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
