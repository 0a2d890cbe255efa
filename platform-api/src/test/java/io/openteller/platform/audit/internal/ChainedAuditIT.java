package io.openteller.platform.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.openteller.platform.Database;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.AuditEntry;
import io.openteller.platform.audit.ChainState;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.sql.Timestamp;
import java.time.Instant;
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
        "UPDATE audit_event SET actor_name = 'Somebody Else' WHERE number = 2",
        "UPDATE audit_event SET actor_id = gen_random_uuid() WHERE number = 2",
        "UPDATE audit_event SET actor_kind = 'STAFF' WHERE number = 2",
        "UPDATE audit_event SET actor_kind = NULL, actor_id = NULL, actor_name = NULL, hash_form = 1 WHERE number = 2",
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
    void events_name_who_did_them() throws Exception {
        Actor asha = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Asha Rao");
        CurrentActor.call(asha, () -> record("staff.put", "one"));
        record("turn.done", "two");
        CurrentTenant.run(bank, () -> assertThat(audit.page(Long.MAX_VALUE, "", 10))
                .extracting(AuditEntry::number, AuditEntry::actor, AuditEntry::subject)
                .containsExactly(tuple(2L, Actor.SYSTEM, "two"), tuple(1L, asha, "one")));
        assertThat(verify()).isEqualTo(new ChainState.Intact(2));
    }

    @Test
    void events_from_before_actors_were_recorded_still_verify() throws Exception {
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        byte[] hash = new AuditEvent(1, at, null, "turn.done", "old").hashAfter(AuditEvent.START);
        CurrentTenant.call(bank, () -> Tenancies.database()
                .inTransaction(sql -> sql.execute(
                        "INSERT INTO audit_event (tenant_id, number, at, action, subject, hash)"
                                + " VALUES (?, 1, ?, 'turn.done', 'old', ?)",
                        bank.id(),
                        Timestamp.from(at),
                        hash)));
        record("turn.done", "new");
        assertThat(verify()).isEqualTo(new ChainState.Intact(2));
    }

    @Test
    void pages_go_back_in_time_and_keep_to_an_action() throws Exception {
        record("staff.put", "one");
        record("staffing.done", "two");
        record("staff.signed-in", "three");
        CurrentTenant.run(bank, () -> {
            assertThat(audit.page(Long.MAX_VALUE, "staff", 10)).extracting(AuditEntry::number).containsExactly(3L, 1L);
            assertThat(audit.page(3, "", 1)).extracting(AuditEntry::number).containsExactly(2L);
            assertThat(audit.page(Long.MAX_VALUE, "staff.put", 10)).extracting(AuditEntry::number).containsExactly(1L);
        });
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
            record("test.done", subject);
        }
    }

    private String record(String action, String subject) {
        return CurrentTenant.call(bank, () -> Tenancies.database().inTransaction(sql -> {
            audit.record(sql, action, subject);
            return subject;
        }));
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
