package io.openteller.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * A real PostgreSQL for the whole test run, set up as in production: one role owns and migrates the tables, another,
 * which owns nothing, runs the application.
 */
public final class Database {

    public static final String OWNER = "openteller_owner";
    public static final String APPLICATION = "openteller_app";
    private static final EmbeddedPostgres SERVER = start();

    private Database() {}

    public static String url() {
        return SERVER.getJdbcUrl(APPLICATION, "openteller").replaceFirst("\\?.*", "");
    }

    public static Jdbi asApplication() {
        return Jdbi.create(url(), APPLICATION, "");
    }

    public static Jdbi asOwner() {
        return Jdbi.create(url(), OWNER, "");
    }

    /** On a database of {@link #scratch}. */
    public static Jdbi asOwner(String name) {
        return Jdbi.create(SERVER.getJdbcUrl(OWNER, name), OWNER, "");
    }

    /** A database of its own beside the one of all other tests: one whose rules may be broken on purpose. */
    public static String scratch(String name) {
        asSuperuser("postgres").useHandle(sql -> {
            // Of a test that failed and is run again.
            sql.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            sql.execute("CREATE DATABASE " + name + " OWNER " + OWNER);
        });
        migrate(SERVER.getJdbcUrl(OWNER, name));
        return SERVER.getJdbcUrl(APPLICATION, name).replaceFirst("\\?.*", "");
    }

    /** Sees every row and breaks every rule: for planting and for looking, never for what is tested. */
    public static Jdbi asSuperuser(String name) {
        return Jdbi.create(SERVER.getDatabase("postgres", name));
    }

    private static void migrate(String url) {
        Flyway.configure()
                .dataSource(url, OWNER, "")
                .placeholders(Map.of("app_role", APPLICATION))
                .load()
                .migrate();
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .start();
            Jdbi superuser = Jdbi.create(server.getPostgresDatabase());
            superuser.useHandle(sql -> {
                sql.execute("CREATE ROLE " + OWNER + " LOGIN");
                sql.execute("CREATE ROLE " + APPLICATION + " LOGIN");
                sql.execute("CREATE DATABASE openteller OWNER " + OWNER);
            });
            migrate(server.getJdbcUrl(OWNER, "openteller"));
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
