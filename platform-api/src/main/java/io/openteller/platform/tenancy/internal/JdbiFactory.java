package io.openteller.platform.tenancy.internal;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

@Factory
class JdbiFactory {

    /** Nothing can reach the database before its schema is current: whoever wants SQL waits for the migrations. */
    @Singleton
    Jdbi jdbi(DataSource dataSource, MigrationSettings migrations) {
        migrations.migrate();
        return Jdbi.create(dataSource);
    }
}
