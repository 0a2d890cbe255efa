package io.openteller.platform.tenancy.internal;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;

@Factory
class JdbiFactory {

    /** Nothing can reach the database before its schema is current: whoever wants SQL waits for the migrations. */
    @Singleton
    Jdbi jdbi(DataSource dataSource, MigrationSettings migrations) {
        migrations.migrate();
        return withoutValues(Jdbi.create(dataSource));
    }

    /** What a failed statement was given is a customer's words, and failures are logged: they name the statement alone. */
    static Jdbi withoutValues(Jdbi jdbi) {
        return jdbi.configure(StatementExceptions.class, exceptions -> exceptions.setMessageRendering(JdbiFactory::words));
    }

    private static String words(StatementException failure) {
        StatementContext statement = failure.getStatementContext();
        return failure.getShortMessage() + (statement == null ? "" : " [statement: " + statement.getRenderedSql() + "]");
    }
}
