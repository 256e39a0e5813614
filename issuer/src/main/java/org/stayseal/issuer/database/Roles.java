package org.stayseal.issuer.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may sign in to the cluster.
 *
 * <p>{@value #SUPERUSER} can do everything, running programs as the server's account included, and is used once, to make the other. The
 * application is {@value #APPLICATION}: no superuser, no maker of databases or roles, the owner of its one database. What an attacker
 * could slip into one of the application's statements ends there.
 *
 * @param port of the server, on the loopback address
 * @param superuserPassword of {@value #SUPERUSER}
 */
record Roles(int port, String superuserPassword) {

    /** The cluster's first account; PostgreSQL does not let it be anything but a superuser. */
    static final String SUPERUSER = "stayseal_cluster";

    /** The application's account, and its database. */
    static final String APPLICATION = "stayseal";

    /** For as long as it takes to give the first account another name, which it cannot do itself. */
    private static final String RENAMING = "stayseal_renaming";

    /** A database that always exists and that is nobody's. */
    private static final String MAINTENANCE = "template1";

    private static final Logger LOG = LoggerFactory.getLogger(Roles.class);
    private static final String WRONG_PASSWORD = "28P01";

    /** Every object that a database holds beside PostgreSQL's own, to the application. A column's own sequence follows its table. */
    private static final String HAND_OVER = """
            DO $$
            DECLARE
                command text;
            BEGIN
                SET LOCAL search_path = pg_catalog;
                FOR command IN
                    SELECT format('ALTER SCHEMA %I OWNER TO stayseal', nspname)
                      FROM pg_namespace
                     WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
                    UNION ALL
                    SELECT format('ALTER TABLE %s OWNER TO stayseal', c.oid::regclass)
                      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                       AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                       AND NOT (c.relkind = 'S' AND EXISTS (
                               SELECT FROM pg_depend d
                                WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')))
                    UNION ALL
                    SELECT format('ALTER ROUTINE %s OWNER TO stayseal', p.oid::regprocedure)
                      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                    UNION ALL
                    SELECT format('ALTER TYPE %s OWNER TO stayseal', t.oid::regtype)
                      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                       AND t.typtype IN ('e', 'd', 'r')
                LOOP
                    EXECUTE command;
                END LOOP;
            END $$
            """;

    /** Signs in to this machine's server. */
    static Connection signIn(int port, String database, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        Connection connection = new org.postgresql.Driver().connect(address(port, database), properties);
        if (connection == null) {
            throw new SQLException("PostgreSQL's driver does not know its own address");
        }
        return connection;
    }

    /** JDBC address of a database in this machine's server. */
    static String address(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Whether the server answered and refused the password. */
    static boolean isWrongPassword(SQLException e) {
        return WRONG_PASSWORD.equals(e.getSQLState());
    }

    /**
     * Makes the application's account and gives it its database, with all that is in it. Each step may have been taken already: a start that
     * was cut off is taken up by the next.
     *
     * @param password for the application's account: hexadecimal digits
     */
    void settle(String password) {
        if (!password.matches("[0-9a-f]{32,}")) {
            throw new IllegalArgumentException("the password is not one of ours");
        }
        try {
            nameSuperuser();
            try (Connection connection = signIn(MAINTENANCE, SUPERUSER);
                    Statement sql = connection.createStatement()) {
                sql.execute("DROP ROLE IF EXISTS " + RENAMING);
                if (!exists(sql, "SELECT FROM pg_roles WHERE rolname = '" + APPLICATION + "'")) {
                    sql.execute("CREATE ROLE " + APPLICATION);
                }
                sql.execute("ALTER ROLE " + APPLICATION
                        + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '" + password
                        + "'");
                if (!exists(sql, "SELECT FROM pg_database WHERE datname = '" + APPLICATION + "'")) {
                    // Renamed, not copied: a new cluster's is empty, an older one's holds the records.
                    sql.execute("ALTER DATABASE postgres RENAME TO " + APPLICATION);
                }
                sql.execute("ALTER DATABASE " + APPLICATION + " OWNER TO " + APPLICATION);
                sql.execute("REVOKE ALL ON DATABASE " + APPLICATION + " FROM PUBLIC");
                sql.execute("REVOKE ALL ON DATABASE " + MAINTENANCE + " FROM PUBLIC");
            }
            try (Connection connection = signIn(APPLICATION, SUPERUSER);
                    Statement sql = connection.createStatement()) {
                sql.execute(HAND_OVER);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The database's accounts cannot be set up: " + e.getMessage()
                            + ". No record was changed; the next start tries again.",
                    e);
        }
    }

    /** In clusters of earlier releases the application's name is the superuser's. */
    private void nameSuperuser() throws SQLException {
        try (Connection named = signIn(MAINTENANCE, SUPERUSER)) {
            LOG.debug("the superuser has its name: {}", named.isValid(1));
            return;
        } catch (SQLException e) {
            if (!isWrongPassword(e)) {
                throw e;
            }
        }
        LOG.info("the application gets a database account of its own, without the superuser's rights");
        try (Connection connection = signIn(MAINTENANCE, APPLICATION);
                Statement sql = connection.createStatement()) {
            sql.execute("DROP ROLE IF EXISTS " + RENAMING);
            sql.execute("CREATE ROLE " + RENAMING + " LOGIN SUPERUSER PASSWORD '" + superuserPassword + "'");
        }
        try (Connection connection = signIn(MAINTENANCE, RENAMING);
                Statement sql = connection.createStatement()) {
            sql.execute("ALTER ROLE " + APPLICATION + " RENAME TO " + SUPERUSER);
        }
    }

    private Connection signIn(String database, String user) throws SQLException {
        return signIn(port, database, user, superuserPassword);
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet found = sql.executeQuery(query)) {
            return found.next();
        }
    }
}
