package io.openteller.platform.tenancy.internal;

import io.micronaut.context.annotation.ConfigurationInject;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * How the schema is brought up to date.
 *
 * @param owner the role that owns the tables; never the one that the application runs as
 * @param password null or empty where the server trusts the connection
 * @param applicationRole the role that migrations grant rights to
 */
@ConfigurationProperties("openteller.migration")
record MigrationSettings(String url, String owner, @Nullable String password, String applicationRole) {

    @ConfigurationInject
    MigrationSettings {}

    void migrate() {
        Flyway.configure()
                .dataSource(url, owner, password)
                .placeholders(Map.of("app_role", applicationRole))
                .load()
                .migrate();
    }
}
