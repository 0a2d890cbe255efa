package io.openteller.platform.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.Database;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.isolation.TwinRows;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two banks with rows in every table; what is asked of all banks finds what one of them has, and says nothing of the other. */
class AllBanksIT {

    private static final String NAME = "all_banks";

    private static Jdbi superuser;
    private static Jdbi application;
    private static TwinRows rows;
    private static JdbiTenants tenants;
    private static Tenant bank;
    private static Tenant other;

    @BeforeAll
    static void two_banks() {
        application = Jdbi.create(Database.scratch(NAME), Database.APPLICATION, "");
        tenants = new JdbiTenants(application);
        superuser = Database.asSuperuser(NAME);
        rows = new TwinRows(superuser);
        bank = tenants.register(new TenantSlug("left-bank"), "Left", "GBP");
        other = tenants.register(new TenantSlug("calm-bank"), "Calm", "GBP");
        rows.plant(bank.id(), 1);
        rows.plant(other.id(), 1);
        calm();
    }

    /** Nothing of any bank waits. */
    private static void calm() {
        for (String change : List.of(
                "UPDATE turn SET status = 'DONE'",
                "UPDATE outbox SET topic = 'conversation', created_at = now() + interval '1 day'",
                "UPDATE workflow_run SET look_at = NULL",
                "UPDATE bank_intent SET state = 'DONE'",
                "UPDATE bank_approval SET state = 'EXPIRED'",
                "UPDATE plugin_quarantine SET lifted_at = now()",
                "UPDATE document_version SET noted = 'ENDED'",
                "UPDATE escalation SET ended_at = now()",
                "UPDATE conversation SET owner = 'CLOSED', updated_at = now() - interval '1 hour'",
                "UPDATE bank_reference_sweep SET next_at = now() + interval '1 day'",
                "UPDATE upload SET state = 'DONE'",
                "UPDATE site SET next_run_at = NULL",
                "UPDATE site_run SET state = 'DONE'")) {
            changed(change);
        }
    }

    static Stream<Arguments> left_behind() {
        String past = "now() - interval '1 minute'";
        String ahead = "now() + interval '1 minute'";
        return Stream.of(
                Arguments.of("turns", "turn", "status = 'PENDING', created_at = " + past, "created_at = now()"),
                Arguments.of("turns", "turn", "status = 'RUNNING', lease_until = " + past, "lease_until = " + ahead),
                Arguments.of("changes", "outbox", "created_at = " + past, "created_at = now()"),
                Arguments.of(
                        "runs",
                        "workflow_run",
                        "status = 'OPEN', lease_until = NULL, look_at = " + past,
                        "look_at = " + ahead),
                Arguments.of(
                        "runs",
                        "workflow_run",
                        "status = 'ASIDE', look_at = " + past + ", lease_until = " + past,
                        "lease_until = " + ahead),
                Arguments.of(
                        "runs",
                        "workflow_run",
                        "status = 'HANDED_OVER', untold = '[1]', lease_until = NULL, look_at = " + past,
                        "untold = '[]'"),
                Arguments.of(
                        "settling",
                        "bank_intent",
                        "state = 'IN_DOUBT', lease_until = NULL, look_at = " + past,
                        "lease_until = " + ahead),
                Arguments.of(
                        "settling", "bank_approval", "state = 'OPEN', expires_at = " + past, "expires_at = " + ahead),
                Arguments.of("forgetting", "bank_reference_sweep", "next_at = " + past, "next_at = " + ahead),
                Arguments.of("quarantines", "plugin_quarantine", "lifted_at = NULL", "lifted_at = now()"),
                Arguments.of(
                        "documents",
                        "document_version",
                        "state = 'APPROVED', noted = NULL, effective_until = NULL, approved_at = " + past
                                + ", effective_from = " + past,
                        "effective_from = " + ahead),
                Arguments.of(
                        "documents",
                        "document_version",
                        "state = 'APPROVED', noted = 'BEGAN', effective_until = " + past,
                        "effective_until = " + ahead),
                Arguments.of("uploads", "upload", "state = 'RUNNING'", "state = 'DONE'"),
                Arguments.of("sites", "site", "next_run_at = " + past, "next_run_at = " + ahead),
                Arguments.of("sites", "site_run", "state = 'RUNNING'", "state = 'CANCELLED'"));
    }

    @ParameterizedTest
    @MethodSource("left_behind")
    void the_bank_where_something_was_left_behind_is_named_and_no_other(String work, String table, String left, String held) {
        change(table, left);
        assertThat(named(work)).as(left).containsExactly(bank);
        change(table, held);
        assertThat(named(work)).as(held).isEmpty();
        calm();
    }

    @Test
    void a_bank_whose_references_were_never_looked_through_is_named() {
        Tenant late = tenants.register(new TenantSlug("late-bank"), "Late", "GBP");
        assertThat(named("forgetting")).containsExactly(late);
        superuser.useHandle(sql -> sql.execute("DELETE FROM tenant WHERE id = ?", late.id()));
    }

    @Test
    void every_kind_of_work_has_its_question() {
        for (Work work : Work.values()) {
            assertThat(named(work.name().toLowerCase(Locale.ROOT))).as(work.name()).isEmpty();
        }
    }

    static Stream<Arguments> figures() {
        return Stream.of(
                Arguments.of("turns_waiting", "turn", "status = 'PENDING'"),
                Arguments.of("changes_waiting", "outbox", "topic = 'conversation'"),
                Arguments.of("calls_unsettled", "bank_intent", "state = 'IN_DOUBT', attention = NULL"),
                Arguments.of("calls_unsettled", "bank_intent", "attention = 'lost', settled_at = NULL"));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void what_waits_is_counted_for_the_bank_where_it_does(String function, String table, String waits) {
        superuser.useHandle(sql -> sql.execute("DELETE FROM outbox"));
        assertThat(counted(function)).isEmpty();
        rows.plant("outbox", bank.id());
        change(table, waits);
        assertThat(counted(function)).containsExactly(bank.id());
        calm();
    }

    /** Whoever works on the database as the owner of the tables sees one bank, as everybody else. */
    @Test
    void the_owner_of_the_tables_sees_nothing_of_all_banks_outside_of_them() {
        change("turn", "status = 'PENDING'");
        Jdbi owner = Database.asOwner(NAME);
        for (String table : List.of("turn", "outbox", "conversation", "workflow_run", "bank_intent", "bank_change", "site", "widget_session")) {
            assertThat(owner.<Long, RuntimeException>withHandle(sql -> sql.createQuery("SELECT count(*) FROM " + table)
                            .mapTo(Long.class)
                            .one()))
                    .as(table)
                    .isZero();
        }
        calm();
    }

    @Test
    void people_wait_where_nobody_has_the_conversation_yet() {
        change("escalation", "ended_at = NULL");
        assertThat(counted("people_waiting")).isEmpty();
        change("conversation", "owner = 'QUEUE'");
        assertThat(counted("people_waiting")).containsExactly(bank.id());
        calm();
    }

    @Test
    void what_changed_is_told_for_the_banks_that_are_asked_about() {
        change("conversation", "updated_at = now()");
        assertThat(changed(bank.id())).containsExactly(TwinRows.ID);
        assertThat(changed(other.id())).isEmpty();
        change("conversation", "updated_at = now() - interval '30 seconds'");
        assertThat(changed(bank.id())).isEmpty();
        calm();
    }

    @Test
    void who_takes_told_changes_away_names_bank_and_id() {
        superuser.useHandle(sql -> sql.execute("DELETE FROM outbox"));
        rows.plant("outbox", bank.id());
        rows.plant("outbox", other.id());
        assertThat(forgotten(bank.id(), UUID.randomUUID())).isZero();
        assertThat(forgotten(bank.id(), TwinRows.ID)).isEqualTo(1);
        assertThat(counted("changes_waiting")).containsExactly(other.id());
    }

    @Test
    void sessions_and_tokens_are_taken_away_when_they_hold_no_more() {
        for (String table : List.of("widget_session", "identity_token_use")) {
            changed("UPDATE " + table + " SET expires_at = now() + interval '1 hour'");
        }
        change("widget_session", "expires_at = now() - interval '1 second'");
        assertThat(expiredForgotten()).isEqualTo(1);
        // A node whose clock is behind may still be shown it.
        change("identity_token_use", "expires_at = now() - interval '30 seconds'");
        assertThat(expiredForgotten()).isZero();
        change("identity_token_use", "expires_at = now() - interval '2 minutes'");
        assertThat(expiredForgotten()).isEqualTo(1);
        rows.plant("widget_session", bank.id());
        rows.plant("identity_token_use", bank.id());
    }

    private static long expiredForgotten() {
        return application.withHandle(sql ->
                sql.createQuery("SELECT forget_expired_sessions()").mapTo(Long.class).one());
    }

    private static long forgotten(UUID of, UUID id) {
        return application.withHandle(sql -> sql.createQuery("SELECT forget_told(:banks, :ids)")
                .bindArray("banks", UUID.class, of)
                .bindArray("ids", UUID.class, id)
                .mapTo(Long.class)
                .one());
    }

    private static List<UUID> changed(UUID of) {
        return application.withHandle(sql -> sql.createQuery("SELECT conversation FROM conversations_changed(:banks, 15)")
                .bindArray("banks", UUID.class, of)
                .mapTo(UUID.class)
                .list());
    }

    private static List<UUID> counted(String function) {
        return application.withHandle(sql -> sql.createQuery("SELECT bank FROM " + function + "()").mapTo(UUID.class).list());
    }

    private static List<Tenant> named(String work) {
        return tenants.leftBehind(work);
    }

    private static void change(String table, String set) {
        assertThat(changed("UPDATE " + table + " SET " + set + " WHERE tenant_id = '" + bank.id() + "'")).isPositive();
    }

    private static int changed(String update) {
        return superuser.inTransaction(sql -> {
            // Rules that keep what was approved as it is would be in the way.
            sql.execute("SET LOCAL session_replication_role = replica");
            return sql.execute(update);
        });
    }
}
