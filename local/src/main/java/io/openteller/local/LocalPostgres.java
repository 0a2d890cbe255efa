package io.openteller.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL on this machine, with the database `openteller` and two roles: the owner migrates and owns the tables, the
 * application's own nothing.
 */
public final class LocalPostgres {

    public static final String OWNER = "openteller_owner";
    public static final String APPLICATION = "openteller_app";
    static final String NAME = "postgres";
    private static final String DATABASE = "openteller";
    private final DataFolder data;
    private final Child process;

    private LocalPostgres(DataFolder data, Child process) {
        this.data = data;
        this.process = process;
    }

    /** Starts it on that data folder, or finds it running there. */
    public static LocalPostgres start(Path folder) {
        return start(DataFolder.at(folder));
    }

    static LocalPostgres start(DataFolder data) {
        PostgresCluster cluster = new PostgresCluster(data);
        cluster.refuseHalf();
        Processes processes = new Processes(data);
        Child found = processes.running(NAME).orElse(null);
        if (found != null && answers(data, found.port())) {
            return new LocalPostgres(data, found);
        }
        if (found != null) {
            found.stop("INT", Duration.ofSeconds(20));
        }
        if (!cluster.exists()) {
            cluster.create();
        }
        cluster.forgetDeadServer();
        int port = data.port(NAME);
        Child process = processes.start(
                NAME, port, cluster.server(port), Map.of(), () -> answers(data, port), Duration.ofSeconds(60));
        LocalPostgres server = new LocalPostgres(data, process);
        server.provision();
        return server;
    }

    /** JDBC, without user and password. */
    public String url() {
        return url(process.port(), DATABASE);
    }

    public int port() {
        return process.port();
    }

    public String ownerPassword() {
        return data.secret(OWNER);
    }

    public String applicationPassword() {
        return data.secret(APPLICATION);
    }

    /** Returns when the process has ended; open connections are cut. A second call does nothing. */
    public void stop() {
        process.stop("INT", Duration.ofSeconds(20));
        new Processes(data).forget(NAME);
    }

    /** As a crash would: nothing is written out, every session is cut. It recovers when it is started on its folder again. */
    public void stopImmediately() {
        process.stop("QUIT", Duration.ofSeconds(20));
        new Processes(data).forget(NAME);
    }

    /** Every start, so that roles and passwords always are what the secrets file says. */
    private void provision() {
        try (Connection connection = superuser(data, process.port());
                Statement sql = connection.createStatement()) {
            for (String role : List.of(OWNER, APPLICATION)) {
                String verb = has(sql, "SELECT FROM pg_roles WHERE rolname = '" + role + "'") ? "ALTER" : "CREATE";
                // Generated passwords are hexadecimal: nothing to quote.
                sql.execute(verb + " ROLE " + role + " LOGIN PASSWORD '" + data.secret(role) + "'");
            }
            if (!has(sql, "SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                sql.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
            }
        } catch (SQLException failure) {
            throw new CannotStart("PostgreSQL runs, but its roles cannot be set up: " + failure.getMessage());
        }
    }

    private static boolean has(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }

    private static boolean answers(DataFolder data, int port) {
        try (Connection connection = superuser(data, port)) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static Connection superuser(DataFolder data, int port) throws SQLException {
        return DriverManager.getConnection(url(port, "postgres"), "postgres", data.secret(NAME));
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
