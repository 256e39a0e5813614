package org.stayseal.issuer.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server, on one folder, through the accidents that a machine has. The order spares starts; each test leaves it stopped. */
@Tag("whole")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedPostgresTest {

    @TempDir
    static Path temporary;

    static Path folder() {
        return temporary.resolve("postgres");
    }

    @Test
    @Order(1)
    void isDurableAndAsksForAPasswordAndServesThisMachineAlone() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder())) {
            assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(Files.getPosixFilePermissions(folder().resolve("password")))
                    .hasSize(2);
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder()))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("Another issuer is running");
        }
    }

    @Test
    @Order(2)
    void losesNothingWhenTheIssuerIsKilledAndStopsTheServerItLeftBehind() throws Exception {
        long orphan;
        Process issuer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Crashing.class.getName(),
                        folder().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(issuer.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && !line.startsWith("written ")) {
                line = said.readLine();
            }
            assertThat(line).as("what the other process said").isNotNull();
            orphan = Long.parseLong(line.substring("written ".length()));
        } finally {
            issuer.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive))
                .as("the orphan")
                .isPresent();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder())) {
            assertThat(ask(postgres, "SELECT word FROM kept")).isEqualTo("committed");
            assertThat(runs(orphan)).as("the orphan").isFalse();
        }
    }

    @Test
    @Order(3)
    void startsAfterTheServerItselfWasKilled() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.start(folder());
        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
        ProcessHandle.of(killed.pid()).ifPresent(gone -> gone.onExit().join());
        killed.close();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder())) {
            assertThat(ask(postgres, "SELECT word FROM kept")).isEqualTo("committed");
        }
    }

    @Test
    @Order(4)
    void doesNotMistakeAnotherProgramForItsServer() throws Exception {
        Path pidFile = folder().resolve("cluster/postmaster.pid");
        Files.write(pidFile, List.of(Long.toString(ProcessHandle.current().pid()), "stale"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder())) {
            assertThat(ask(postgres, "SELECT word FROM kept")).isEqualTo("committed");
        }
    }

    @Test
    @Order(5)
    void saysWhatToDoWithTheDataOfAnotherMajorVersion() throws Exception {
        Path version = folder().resolve("cluster/PG_VERSION");
        String ours = Files.readString(version);
        Files.writeString(version, "15\n");
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder()))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("PostgreSQL 15")
                    .hasMessageContaining("pg_dump");
        } finally {
            Files.writeString(version, ours);
        }
    }

    /** A process that ended and that nobody asked after has no command line any more. */
    private static boolean runs(long pid) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        return Files.exists(commandLine) && Files.readAllBytes(commandLine).length > 0;
    }

    private static String ask(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /** Another issuer's process: commits a row, says so, and waits to be killed. */
    static final class Crashing {

        private Crashing() {}

        public static void main(String[] args) throws Exception {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(args[0]));
            try (Connection connection =
                            DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept (word text)");
                statement.execute("INSERT INTO kept VALUES ('committed')");
                System.out.println("written " + postgres.pid());
                Thread.sleep(60_000);
            }
        }
    }
}
