package io.openteller.platform.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.Database;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.isolation.TwinRows;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two banks with rows in every table; each row that nobody looks after is planted in one of them, seen, and held by somebody. */
class LeftBehindIT {

    private static final String NAME = "left_behind";

    private static Jdbi superuser;
    private static JdbiTenants tenants;
    private static Tenant bank;

    @BeforeAll
    static void two_banks() {
        tenants = new JdbiTenants(Jdbi.create(Database.scratch(NAME), Database.APPLICATION, ""));
        superuser = Database.asSuperuser(NAME);
        TwinRows rows = new TwinRows(superuser);
        bank = tenants.register(new TenantSlug("left-bank"), "Left", "GBP");
        Tenant other = tenants.register(new TenantSlug("calm-bank"), "Calm", "GBP");
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
                "UPDATE bank_reference_sweep SET next_at = now() + interval '1 day'",
                "UPDATE upload SET state = 'DONE'",
                "UPDATE site SET next_run_at = NULL",
                "UPDATE site_run SET state = 'DONE'")) {
            superuser.useHandle(sql -> sql.execute(change));
        }
    }

    static Stream<Arguments> left_behind() {
        String past = "now() - interval '1 minute'";
        String ahead = "now() + interval '1 minute'";
        return Stream.of(
                Arguments.of(Work.TURNS, "turn", "status = 'PENDING', created_at = " + past, "created_at = now()"),
                Arguments.of(Work.TURNS, "turn", "status = 'RUNNING', lease_until = " + past, "lease_until = " + ahead),
                Arguments.of(Work.CHANGES, "outbox", "created_at = " + past, "created_at = now()"),
                Arguments.of(
                        Work.RUNS,
                        "workflow_run",
                        "status = 'OPEN', lease_until = NULL, look_at = " + past,
                        "look_at = " + ahead),
                Arguments.of(
                        Work.RUNS,
                        "workflow_run",
                        "status = 'ASIDE', look_at = " + past + ", lease_until = " + past,
                        "lease_until = " + ahead),
                Arguments.of(
                        Work.RUNS,
                        "workflow_run",
                        "status = 'HANDED_OVER', untold = '[1]', lease_until = NULL, look_at = " + past,
                        "untold = '[]'"),
                Arguments.of(
                        Work.SETTLING,
                        "bank_intent",
                        "state = 'IN_DOUBT', lease_until = NULL, look_at = " + past,
                        "lease_until = " + ahead),
                Arguments.of(
                        Work.SETTLING, "bank_approval", "state = 'OPEN', expires_at = " + past, "expires_at = " + ahead),
                Arguments.of(Work.FORGETTING, "bank_reference_sweep", "next_at = " + past, "next_at = " + ahead),
                Arguments.of(Work.UPLOADS, "upload", "state = 'RUNNING'", "state = 'DONE'"),
                Arguments.of(Work.SITES, "site", "next_run_at = " + past, "next_run_at = " + ahead),
                Arguments.of(Work.SITES, "site_run", "state = 'RUNNING'", "state = 'CANCELLED'"));
    }

    @ParameterizedTest
    @MethodSource("left_behind")
    void the_bank_where_something_was_left_behind_is_named_and_no_other(Work work, String table, String left, String held) {
        change(table, left);
        assertThat(named(work)).as(left).containsExactly(bank);
        change(table, held);
        assertThat(named(work)).as(held).isEmpty();
        calm();
    }

    @Test
    void a_bank_whose_references_were_never_looked_through_is_named() {
        Tenant late = tenants.register(new TenantSlug("late-bank"), "Late", "GBP");
        assertThat(named(Work.FORGETTING)).containsExactly(late);
        superuser.useHandle(sql -> sql.execute("DELETE FROM tenant WHERE id = ?", late.id()));
    }

    @Test
    void every_kind_of_work_has_its_question() {
        for (Work work : Work.values()) {
            assertThat(named(work)).as(work.name()).isEmpty();
        }
    }

    private static List<Tenant> named(Work work) {
        return tenants.leftBehind(work.name().toLowerCase(Locale.ROOT));
    }

    private static void change(String table, String set) {
        superuser.useHandle(sql -> {
            assertThat(sql.execute("UPDATE " + table + " SET " + set + " WHERE tenant_id = ?", bank.id()))
                    .isPositive();
        });
    }
}
