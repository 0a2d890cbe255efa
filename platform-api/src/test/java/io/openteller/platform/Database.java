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
            Flyway.configure()
                    .dataSource(server.getJdbcUrl(OWNER, "openteller"), OWNER, "")
                    .placeholders(Map.of("app_role", APPLICATION))
                    .load()
                    .migrate();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
