package io.openteller.bench.patrons;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.processes.Database;
import io.openteller.bench.processes.Machine;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is looked for afterwards is found where it is: each invariant is broken once, in rows that are whole otherwise. */
class AftermathIT {

    private static final UUID TALK = UUID.randomUUID();
    private static final UUID TURN = UUID.randomUUID();
    private static Machine machine;
    private static Tenants tenants;
    private static ApplicationContext platform;
    private static int count;

    @BeforeAll
    static void start() {
        machine = Machine.start(List.of());
        platform = ApplicationContext.run(machine.quiet());
        tenants = platform.getBean(Tenants.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
        machine.close();
    }

    @Test
    void whole_rows_break_nothing() throws Exception {
        assertThat(after(rows -> {}, true).holds()).isTrue();
    }

    @Test
    void a_message_that_was_acknowledged_and_is_not_there_is_lost() throws Exception {
        Aftermath after = after(rows -> rows.change("DELETE FROM message WHERE author = 'CUSTOMER'"), true);
        assertThat(after.lost()).isEqualTo(1);
        assertThat(after.holds()).isFalse();
    }

    @Test
    void a_turn_that_never_ended_is_found() throws Exception {
        broken("I3 every turn ends", "UPDATE turn SET status = 'RUNNING'");
    }

    @Test
    void a_turn_without_its_reply_is_found() throws Exception {
        broken("I3 every message is answered, or a person has it", "DELETE FROM message WHERE author = 'ASSISTANT'");
    }

    @Test
    void a_gap_in_a_conversation_is_found() throws Exception {
        broken("I4 places of a conversation without a gap", "UPDATE message SET seq = 3 WHERE seq = 2");
    }

    @Test
    void a_turn_without_its_decision_is_found() throws Exception {
        broken("I6 every ended turn has its decision and its audit event", "DELETE FROM decision");
    }

    @Test
    void a_turn_without_its_audit_event_is_found() throws Exception {
        broken("I6 every ended turn has its decision and its audit event", "DELETE FROM audit_event");
    }

    @Test
    void a_missing_link_of_the_audit_chain_is_found() throws Exception {
        broken("I6 links of the audit chain are numbered without a gap", "UPDATE audit_event SET number = 2");
    }

    @Test
    void what_was_never_told_is_found() throws Exception {
        broken(
                "nothing is left to be told",
                "INSERT INTO outbox (tenant_id, id, topic, payload)"
                        + " VALUES (current_setting('app.tenant')::uuid, gen_random_uuid(), 'conversation', '{}')");
    }

    private static void broken(String invariant, String how) throws Exception {
        Aftermath after = after(rows -> rows.change(how), true);
        assertThat(after.breaches().get(invariant)).as(invariant).isPositive();
        assertThat(after.holds()).isFalse();
    }

    /** Of one bank with one conversation: a question and its answer. */
    private static Aftermath after(Consumer<Database.Of> damage, boolean acknowledged) throws Exception {
        Tenant tenant = tenants.register(new TenantSlug("after-" + ++count), "Bank", "GBP");
        SandboxBank bank = new SandboxBank(
                tenant.id(), tenant.slug().value(), "GBP", "harbour", machine.books(),
                new ECKeyGenerator(Curve.P_256).generate(), "", "", List.of());
        Acknowledged marks = new Acknowledged();
        if (acknowledged) {
            marks.add(tenant.id(), TALK, "c1", 1);
        }
        // The platform itself could not do the half of it.
        try (Database.Of rows = machine.asOwner().of(tenant.id())) {
            rows.change("INSERT INTO conversation (tenant_id, id, next_seq) VALUES (?, ?, 3)", tenant.id(), TALK);
            rows.change(
                    "INSERT INTO turn (tenant_id, id, conversation_id, request_seq, status, deadline)"
                            + " VALUES (?, ?, ?, 1, 'DONE', now())",
                    tenant.id(), TURN, TALK);
            rows.change(
                    "INSERT INTO message (tenant_id, id, conversation_id, seq, author, body, client_message_id)"
                            + " VALUES (?, gen_random_uuid(), ?, 1, 'CUSTOMER', 'fees?', 'c1')",
                    tenant.id(), TALK);
            rows.change(
                    "INSERT INTO message (tenant_id, id, conversation_id, seq, author, body, reply_to_turn)"
                            + " VALUES (?, gen_random_uuid(), ?, 2, 'ASSISTANT', 'none', ?)",
                    tenant.id(), TALK, TURN);
            rows.change("INSERT INTO decision (tenant_id, turn_id, record) VALUES (?, ?, '{}')", tenant.id(), TURN);
            rows.change(
                    "INSERT INTO audit_event (tenant_id, number, at, action, subject, hash) VALUES (?, 1, now(), 'turn.done', ?, '\\x00')",
                    tenant.id(), TURN.toString());
            damage.accept(rows);
        }
        return Aftermath.read(machine.database(), List.of(bank), marks);
    }
}
