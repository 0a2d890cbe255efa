package io.openteller.platform.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.Database;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever kind of statement comes first in a transaction, it runs as its bank's, and so does what follows. */
class TenantNamingIT {

    private static final String INSERT = "INSERT INTO identity_token_use (tenant_id, jti, expires_at) VALUES (?, ?, ?)";
    private static final String NOW_NAMED = "SELECT coalesce(current_setting('app.tenant', true), '')";
    private static final Timestamp LATER = Timestamp.from(Instant.parse("2100-01-01T00:00:00Z"));

    private static final TenantDatabase DATABASE = Tenancies.pooled();

    private Tenant bank;
    private Tenant other;

    @BeforeEach
    void two_banks() {
        bank = bank();
        other = bank();
    }

    private static Tenant bank() {
        return Tenancies.register("naming-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void a_query() {
        assertThat(text(bank, sql -> one(sql, "SELECT current_setting('app.tenant')"))).isEqualTo(bank.id().toString());
        assertThat(text(bank, sql -> sql.createQuery("SELECT :word || current_setting('app.tenant') || :end")
                        .bind("word", "<")
                        .bind("end", ">")
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("<" + bank.id() + ">");
    }

    /** The driver keeps a statement at the server after it was used some times; both of the message, then. */
    @Test
    void the_same_query_many_times_for_two_banks() {
        for (int round = 0; round < 12; round++) {
            String word = "round " + round;
            for (Tenant one : List.of(bank, other)) {
                assertThat(text(one, sql -> sql.createQuery("SELECT current_setting('app.tenant') || ?")
                                .bind(0, word)
                                .mapTo(String.class)
                                .one()))
                        .isEqualTo(one.id() + word);
            }
        }
    }

    @Test
    void an_update_says_how_many_rows_it_was() {
        assertThat(count(bank, sql -> sql.execute(INSERT, bank.id(), "first", LATER))).isEqualTo(1);
        assertThat(count(bank, sql -> sql.execute("DELETE FROM identity_token_use WHERE jti = ?", "nobody's"))).isZero();
        assertThat(count(other, sql -> sql.execute("DELETE FROM identity_token_use"))).isZero();
        assertThat(count(bank, sql -> sql.execute("DELETE FROM identity_token_use"))).isEqualTo(1);
    }

    @Test
    void a_batch() {
        assertThat(count(bank, sql -> {
                    PreparedBatch batch = sql.prepareBatch(INSERT);
                    for (String id : List.of("a", "b", "c")) {
                        batch.bind(0, bank.id()).bind(1, id).bind(2, LATER).add();
                    }
                    return batch.execute().length;
                }))
                .isEqualTo(3);
        assertThat(text(bank, sql -> one(sql, "SELECT count(*)::text FROM identity_token_use"))).isEqualTo("3");
    }

    @Test
    void a_script() {
        assertThat(text(bank, sql -> {
                    sql.createScript("DELETE FROM identity_token_use; DELETE FROM widget_session;").execute();
                    return one(sql, "SELECT current_setting('app.tenant')");
                }))
                .isEqualTo(bank.id().toString());
    }

    @Test
    void keys_that_the_database_made() {
        assertThat(text(bank, sql -> sql.createUpdate(INSERT)
                        .bind(0, bank.id())
                        .bind(1, "made")
                        .bind(2, LATER)
                        .executeAndReturnGeneratedKeys("jti")
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("made");
    }

    @Test
    void an_array() {
        assertThat(text(bank, sql -> sql.createQuery("SELECT (:names)[2] || current_setting('app.tenant')")
                        .bindArray("names", String.class, "one", "two ")
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("two " + bank.id());
    }

    @Test
    void the_second_statement_too() {
        assertThat(text(bank, sql -> one(sql, "SELECT 'x'") + one(sql, "SELECT current_setting('app.tenant')")))
                .isEqualTo("x" + bank.id());
    }

    /** Of which the driver asks the database what kinds of values they take, once it has kept them there. */
    @Test
    void a_statement_with_values_of_no_kind() {
        for (int round = 0; round < 12; round++) {
            assertThat(text(bank, sql -> sql.createQuery("SELECT current_setting('app.tenant') || coalesce(:word, '') WHERE :time::timestamptz IS NULL")
                            .bind("word", (String) null)
                            .bind("time", (Timestamp) null)
                            .mapTo(String.class)
                            .one()))
                    .isEqualTo(bank.id().toString());
        }
    }

    @Test
    void nothing_of_it_is_left_when_the_transaction_is_over() throws SQLException {
        try (Connection connection = DriverManager.getConnection(Database.url(), Database.APPLICATION, "")) {
            Jdbi same = Jdbi.create(connection);
            TenantDatabase onOne = new RowSecuredDatabase(same);
            String during = CurrentTenant.call(bank, () -> onOne.inTransaction(sql -> one(sql, NOW_NAMED)));
            assertThat(during).isEqualTo(bank.id().toString());
            String after = same.withHandle(sql -> one(sql, NOW_NAMED));
            assertThat(after).isEmpty();
        }
    }

    @Test
    void a_row_of_another_bank_is_refused() {
        assertThatThrownBy(() -> count(bank, sql -> sql.execute(INSERT, other.id(), "theirs", LATER)))
                .hasMessageContaining("row-level security");
        assertThat(text(bank, sql -> one(sql, "SELECT count(*)::text FROM identity_token_use"))).isEqualTo("0");
    }

    private static String text(Tenant of, TenantDatabase.Work<String> work) {
        return CurrentTenant.call(of, () -> DATABASE.inTransaction(work));
    }

    private static int count(Tenant of, TenantDatabase.Work<Integer> work) {
        return CurrentTenant.call(of, () -> DATABASE.inTransaction(work));
    }

    private static String one(Handle sql, String query) {
        return sql.createQuery(query).mapTo(String.class).one();
    }
}
