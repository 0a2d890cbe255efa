package io.openteller.platform.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.Database;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.Together;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.Test;

class TogetherIT {

    private final Jdbi jdbi = Database.asApplication();

    @Test
    void each_gives_its_own_rows() {
        record Answers(List<Integer> numbers, String word) {}
        Answers answers = jdbi.withHandle(sql -> Together.read(
                sql.createQuery("SELECT n FROM generate_series(1, :last) AS n; SELECT :word").bind("last", 3).bind("word", "x"),
                each -> new Answers(
                        each.rows((row, context) -> row.getInt(1)),
                        each.row((row, context) -> row.getString(1)).orElseThrow())));
        assertThat(answers).isEqualTo(new Answers(List.of(1, 2, 3), "x"));
    }

    @Test
    void the_first_of_a_transaction_too_and_none_is_empty() {
        TenantDatabase database = Tenancies.pooled();
        Tenant bank = Tenancies.register("together-" + UUID.randomUUID().toString().substring(0, 8));
        List<String> found = CurrentTenant.call(bank, () -> database.inTransaction(sql -> Together.read(
                sql.createQuery("SELECT :word WHERE false; SELECT current_setting('app.tenant')").bind("word", "x"), each -> {
                    assertThat(each.row((row, context) -> row.getString(1))).isEmpty();
                    return each.rows((row, context) -> row.getString(1));
                })));
        assertThat(found).containsExactly(bank.id().toString());
    }

    @Test
    void what_is_not_there_is_an_error() {
        assertThatThrownBy(() -> read("SELECT 1", each -> {
                    each.rows((row, context) -> row.getInt(1));
                    return each.rows((row, context) -> row.getInt(1));
                }))
                .hasMessageContaining("gives no rows");
        assertThatThrownBy(() -> read("SELECT 1 UNION ALL SELECT 2", each -> each.row((row, context) -> row.getInt(1))))
                .hasMessageContaining("2 rows instead of one");
        assertThatThrownBy(() -> read("SELECT 1; SELECT 1 / 0", each -> each.rows((row, context) -> row.getInt(1))))
                .hasMessageContaining("division by zero");
    }

    private <T> T read(String statements, Together.Reading<T> reading) {
        return jdbi.withHandle(sql -> {
            Query query = sql.createQuery(statements);
            return Together.read(query, reading);
        });
    }
}
