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
import java.util.Properties;
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

    /** The one account in the cluster. */
    static final String USER = "stayseal";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(50);

    private final Cluster cluster;
    private final FileChannel lockFile;
    private final int port;
    private final String password;
    private @Nullable Process server;

    private EmbeddedPostgres(Cluster cluster, FileChannel lockFile, int port, String password) {
        this.cluster = cluster;
        this.lockFile = lockFile;
        this.port = port;
        this.password = password;
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
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            FileChannel lockFile = lock(folder);
            try {
                Cluster cluster =
                        new Cluster(folder, PostgresPrograms.unpackedIn(folder), ServerAccount.choose(folder));
                String password = cluster.prepare();
                EmbeddedPostgres postgres = new EmbeddedPostgres(cluster, lockFile, freePort(), password);
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
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Sign-in name. */
    public String user() {
        return USER;
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
            cluster.stop();
        }
        try {
            lockFile.close();
        } catch (IOException e) {
            LOG.debug("the lock file was closed already", e);
        }
    }

    private void run() throws IOException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            server = cluster.launch(port);
            if (answersBefore(limit)) {
                LOG.info("embedded PostgreSQL is up on port {}", port);
                return;
            }
            // A killed server's children may hold its shared memory for a moment; anything else is for the operator.
            if (!cluster.logEndsWith("pre-existing shared memory block") || System.nanoTime() > limit) {
                close();
                throw new DatabaseUnavailable(
                        "The embedded PostgreSQL does not start; its log says why: " + cluster.log() + ".");
            }
            pause();
        }
    }

    private boolean answersBefore(long limit) {
        org.postgresql.Driver driver = new org.postgresql.Driver();
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        while (server != null && server.isAlive() && System.nanoTime() < limit) {
            try (Connection connection = driver.connect(url(), properties)) {
                if (connection != null) {
                    return true;
                }
            } catch (SQLException e) {
                if (e.getMessage() != null && e.getMessage().contains("password authentication failed")) {
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
