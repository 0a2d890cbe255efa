package io.openteller.platform.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.Database;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.ChainState;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainedAuditIT {

    private final Audit audit = Audits.chained();
    private final Tenant bank =
            Tenancies.register("a" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    void what_is_recorded_verifies() throws Exception {
        threeEvents();
        assertThat(verify()).isEqualTo(new ChainState.Intact(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE audit_event SET subject = 'another' WHERE number = 2",
        "UPDATE audit_event SET at = at + interval '1 microsecond' WHERE number = 2",
        "UPDATE audit_event SET hash = '\\x00' WHERE number = 2",
    })
    void a_changed_event_is_named(String tampering) throws Exception {
        threeEvents();
        asOwner(tampering);
        assertThat(verify()).isEqualTo(new ChainState.Broken(2));
    }

    @Test
    void a_removed_event_is_noticed_at_the_next_one() throws Exception {
        threeEvents();
        asOwner("DELETE FROM audit_event WHERE number = 2");
        assertThat(verify()).isEqualTo(new ChainState.Broken(3));
    }

    @Test
    void the_application_itself_may_not_change_what_is_recorded() throws Exception {
        threeEvents();
        assertThatThrownBy(() -> CurrentTenant.call(
                        bank,
                        () -> Tenancies.database().inTransaction(sql -> sql.execute("DELETE FROM audit_event"))))
                .hasMessageContaining("permission denied");
    }

    private void threeEvents() throws Exception {
        for (String subject : new String[] {"one", "two", "three"}) {
            CurrentTenant.call(bank, () -> Tenancies.database().inTransaction(sql -> {
                audit.record(sql, "test.done", subject);
                return subject;
            }));
        }
    }

    /** Only somebody with the owner's password can get this far; row security binds even the owner. */
    private void asOwner(String statement) {
        Database.asOwner().useTransaction(sql -> {
            sql.createQuery("SELECT set_config('app.tenant', ?, true)")
                    .bind(0, bank.id().toString())
                    .mapTo(String.class)
                    .one();
            assertThat(sql.execute(statement)).isEqualTo(1);
        });
    }

    private ChainState verify() throws Exception {
        return CurrentTenant.call(bank, audit::verify);
    }
}
