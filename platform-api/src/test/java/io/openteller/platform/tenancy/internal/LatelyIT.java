package io.openteller.platform.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.Database;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Lately;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is remembered of a bank, on the real tables that tell of changes. */
class LatelyIT {

    private final AtomicInteger looks = new AtomicInteger();
    private final TenantDatabase database = Tenancies.database();
    private final HeardChanges changes = new HeardChanges(Tenancies.platform());
    private final Lately<Integer> lately = new Lately<>(changes, database);
    private final Tenant one = bank();
    private final Tenant other = bank();

    @Test
    void a_bank_is_looked_up_once_until_it_is_forgotten_and_no_bank_sees_another_s() {
        assertThat(look(one)).isEqualTo(1);
        assertThat(look(one)).isEqualTo(1);
        assertThat(look(other)).isEqualTo(2);
        CurrentTenant.run(one, lately::forget);
        assertThat(look(one)).isEqualTo(3);
        assertThat(look(other)).isEqualTo(2);
    }

    @Test
    void while_no_changes_are_heard_of_it_is_looked_up_anew_after_two_seconds() throws InterruptedException {
        assertThat(look(one)).isEqualTo(1);
        Thread.sleep(2_050);
        assertThat(look(one)).isEqualTo(2);
    }

    @Test
    void while_they_are_heard_of_it_is_known_for_longer() throws InterruptedException {
        changes.hear();
        assertThat(look(one)).isEqualTo(1);
        Thread.sleep(2_050);
        assertThat(look(one)).isEqualTo(1);
    }

    @Test
    void what_another_process_changed_is_looked_up_anew_once_it_is_heard_of() {
        changes.hear();
        assertThat(look(one)).isEqualTo(1);
        assertThat(look(other)).isEqualTo(2);
        anotherProcessChanges(one);
        changes.hear();
        assertThat(look(one)).isEqualTo(3);
        assertThat(look(other)).isEqualTo(2);
        changes.hear();
        assertThat(look(one)).as("once for each change").isEqualTo(3);
        anotherProcessChanges(one);
        changes.hear();
        assertThat(look(one)).isEqualTo(4);
    }

    @Test
    void a_change_while_it_is_looked_up_makes_it_old() {
        changes.hear();
        int seen = CurrentTenant.call(one, () -> lately.of(() -> {
            lately.forget();
            return looks.incrementAndGet();
        }));
        assertThat(seen).isEqualTo(1);
        assertThat(look(one)).isEqualTo(2);
    }

    @Test
    void what_a_transaction_read_that_did_not_commit_is_not_remembered() {
        changes.hear();
        assertThatThrownBy(() -> CurrentTenant.run(one, () -> database.inTransaction(sql -> {
                    lately.of(looks::incrementAndGet);
                    throw new IllegalStateException("planted");
                })))
                .hasMessage("planted");
        assertThat(look(one)).isEqualTo(2);
    }

    @Test
    void every_table_that_is_remembered_tells_of_changes() {
        List<String> telling = Database.asOwner().withHandle(sql -> sql.createQuery(
                        "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'bank_changed' ORDER BY 1")
                .mapTo(String.class)
                .list());
        assertThat(telling)
                .containsExactly(
                        "approved_answer",
                        "bank_supplier",
                        "persona_edition",
                        "plugin_installation",
                        "plugin_quarantine",
                        "procedure",
                        "procedure_version",
                        "release",
                        "widget_site");
    }

    private static void anotherProcessChanges(Tenant bank) {
        CurrentTenant.run(bank, () -> Tenancies.database().inTransaction(sql -> sql.execute(
                "INSERT INTO widget_site (tenant_id, id, site_key, allowed_origins, customer_keys, assistant_name, accent_color,"
                        + " suggestions) VALUES (?, ?, ?, '{}', '{}', 'A', '#000000', '{}')",
                bank.id(),
                UUID.randomUUID(),
                UUID.randomUUID().toString())));
    }

    private int look(Tenant bank) {
        return CurrentTenant.call(bank, () -> lately.of(looks::incrementAndGet));
    }

    private static Tenant bank() {
        return Tenancies.register("l" + UUID.randomUUID().toString().substring(0, 8));
    }
}
