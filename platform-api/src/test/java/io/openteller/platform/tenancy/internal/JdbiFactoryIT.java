package io.openteller.platform.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.openteller.platform.Database;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class JdbiFactoryIT {

    private static final String WORDS = "my card was stolen";

    @Test
    void what_a_failed_statement_was_given_is_not_in_its_message() {
        Jdbi jdbi = JdbiFactory.withoutValues(Database.asApplication());
        Throwable failure = catchThrowable(() -> jdbi.useHandle(sql -> sql.createUpdate("INSERT INTO message (body) VALUES (:body)")
                .bind("body", WORDS)
                .execute()));
        assertThat(failure).hasMessageContaining("INSERT INTO message").message().doesNotContain(WORDS);
    }

    /** Else the test above would hold of itself. */
    @Test
    void without_that_it_would_be() {
        Throwable failure = catchThrowable(
                () -> Database.asApplication().useHandle(sql -> sql.createUpdate("INSERT INTO message (body) VALUES (:body)")
                        .bind("body", WORDS)
                        .execute()));
        assertThat(failure).hasMessageContaining(WORDS);
    }
}
