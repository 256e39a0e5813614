package org.stayseal.issuer.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What the application may do in the database, and the server on the machine. */
@Tag("whole")
class RolesTest {

    @TempDir
    Path temporary;

    @Test
    void theApplicationOwnsItsDatabaseAndNothingMore() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(temporary.resolve("postgres"));
                HikariDataSource source = dataSource(postgres);
                Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            holdsNoPower(sql);
            sql.execute("CREATE TABLE own (word text)");
            assertThat(Files.getPosixFilePermissions(temporary.resolve("postgres/superuser-password")))
                    .hasSize(2);
            assertThat(Files.readString(temporary.resolve("postgres/superuser-password")))
                    .isNotEqualTo(postgres.password());
            assertThatThrownBy(() -> Roles.signIn(port(postgres), "template1", postgres.user(), postgres.password()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anOlderClusterKeepsItsRecordsAndLosesTheSuperuser(boolean cutOff) throws Exception {
        Path folder = temporary.resolve("postgres");
        Cluster older = olderCluster(folder);
        int port = freePort();
        Process server = older.launch(port);
        String password = Files.readString(folder.resolve("password"));
        try (Connection connection = patientSignIn(port, password);
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE kept (id bigint GENERATED ALWAYS AS IDENTITY, number serial, word text)");
            sql.execute("INSERT INTO kept (word) VALUES ('committed')");
            sql.execute("CREATE SEQUENCE counted");
            sql.execute("CREATE VIEW seen AS SELECT word FROM kept");
            sql.execute("CREATE TYPE mood AS ENUM ('calm')");
            sql.execute("CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'");
            sql.execute("CREATE SCHEMA \"Side\"");
            sql.execute("CREATE TABLE \"Side\".\"Table\" (word text)");
            if (cutOff) {
                sql.execute("CREATE ROLE stayseal_renaming LOGIN SUPERUSER PASSWORD '" + password + "'");
            }
        }
        older.stop(server.toHandle());
        if (cutOff) {
            Files.move(folder.resolve("password"), folder.resolve("superuser-password"));
        }

        for (int start = 1; start <= 2; start++) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
                    HikariDataSource source = dataSource(postgres);
                    Connection connection = source.getConnection();
                    Statement sql = connection.createStatement()) {
                holdsNoPower(sql);
                assertThat(ask(sql, "SELECT word FROM seen WHERE word = 'committed'"))
                        .isEqualTo("committed");
                sql.execute("INSERT INTO kept (word) VALUES ('later')");
                sql.execute("ALTER TABLE kept ADD COLUMN added" + start + " int");
                sql.execute("ALTER TABLE \"Side\".\"Table\" ADD COLUMN added" + start + " int");
                sql.execute("ALTER SEQUENCE counted RESTART");
                sql.execute("ALTER TYPE mood ADD VALUE 'mood" + start + "'");
                sql.execute("CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'");
                assertThat(ask(sql, "SELECT string_agg(rolname, ' ' ORDER BY rolname) FROM pg_roles WHERE rolsuper"))
                        .isEqualTo("stayseal_cluster");
            }
        }
    }

    @Test
    void rootsServerRunsAsAnAccountThatReachesTheDatabaseAlone() throws Exception {
        assumeTrue(
                Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")),
                "only root changes accounts");
        Path closed = Files.createDirectory(
                temporary.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path folder = Files.createDirectories(closed.resolve("data/postgres"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path key = Files.writeString(closed.resolve("data/key"), "of the signer");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        ServerAccount account = ServerAccount.choose(folder);
        assumeTrue(
                account instanceof ServerAccount.SystemAccount || account instanceof ServerAccount.CoveredAccount,
                "this machine lets no account of its own be made and confined");
        assertThat(runs(account, "test", "-x", folder.toString())).isTrue();
        assertThat(runs(account, "cat", key.toString())).isFalse();
        assertThat(runs(account, "cat", "/etc/shadow")).isFalse();
        assertThat(runs(account, "ls", folder.toString())).isFalse();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(Files.getAttribute(Path.of("/proc", Long.toString(postgres.pid())), "unix:uid"))
                    .isNotEqualTo(0);
            assertThat(Files.getOwner(folder.resolve("cluster")).getName()).isEqualTo(ServerAccount.ACCOUNT);
        }
    }

    private static void holdsNoPower(Statement sql) throws SQLException {
        for (String power : List.of("rolsuper", "rolcreatedb", "rolcreaterole", "rolreplication", "rolbypassrls")) {
            assertThat(ask(sql, "SELECT " + power + " FROM pg_roles WHERE rolname = current_user"))
                    .as(power)
                    .isEqualTo("f");
        }
        for (String forbidden : List.of(
                "COPY (SELECT 1) TO PROGRAM 'true'",
                "COPY (SELECT 1) TO '/tmp/of-the-server'",
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT lo_import('/etc/passwd')",
                "ALTER SYSTEM SET archive_command = 'true'",
                "CREATE DATABASE another",
                "CREATE ROLE another",
                "SET ROLE stayseal_cluster")) {
            assertThatThrownBy(() -> sql.execute(forbidden))
                    .as(forbidden)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    private static HikariDataSource dataSource(EmbeddedPostgres postgres) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("embeddedPostgres", postgres);
        return new DatabaseConfiguration()
                .dataSource(
                        new DatabaseConfiguration.Server(
                                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                        beans.getBeanProvider(EmbeddedPostgres.class));
    }

    /** As earlier releases made it: one account, the superuser, whose name is the application's. */
    private static Cluster olderCluster(Path folder) throws Exception {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        // Handed to PostgreSQL's programs, which may run as another account.
        Path handed = Files.writeString(folder.resolve("handed"), "0123456789abcdef0123456789abcdef");
        Files.copy(handed, folder.resolve("password"));
        Cluster cluster = new Cluster(folder, PostgresPrograms.unpackedIn(folder), ServerAccount.choose(folder));
        Files.createDirectory(cluster.data());
        cluster.account().own(cluster.data());
        assertThat(runs(
                        cluster.account(),
                        cluster.programs().program("initdb"),
                        "-D",
                        cluster.data().toString(),
                        "-U",
                        "stayseal",
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + handed,
                        "-E",
                        "UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8"))
                .isTrue();
        return cluster;
    }

    private static boolean runs(ServerAccount account, String... program) throws Exception {
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of(program));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static Connection patientSignIn(int port, String password) throws Exception {
        for (int tries = 0; ; tries++) {
            try {
                return Roles.signIn(port, "postgres", "stayseal", password);
            } catch (SQLException e) {
                if (tries == 200) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private static String ask(Statement sql, String query) throws SQLException {
        try (ResultSet answer = sql.executeQuery(query)) {
            assertThat(answer.next()).as(query).isTrue();
            return answer.getString(1);
        }
    }

    private static int port(EmbeddedPostgres postgres) {
        return java.net.URI.create(postgres.url().substring("jdbc:".length())).getPort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
