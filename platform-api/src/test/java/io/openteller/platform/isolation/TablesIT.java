package io.openteller.platform.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/**
 * Every table of banks, by the plainest statements there are, as the platform's own role: reading, changing, deleting and
 * writing what is another bank's. Each policy is then taken away and opened, and must be missed at once.
 */
class TablesIT {

    private static final String NAME = "isolation_tables";
    private static final UUID CALLER = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static Handle application;
    private static Handle superuser;
    private static TwinRows rows;

    @BeforeAll
    static void a_row_of_each_bank_in_every_table() {
        application = Jdbi.create(Database.scratch(NAME), Database.APPLICATION, "").open();
        superuser = Database.asSuperuser(NAME).open();
        rows = new TwinRows(Database.asSuperuser(NAME));
        rows.plant(CALLER, 0);
        rows.plant(OTHER, 0);
    }

    @AfterAll
    static void close() {
        application.close();
        superuser.close();
    }

    @Test
    void every_table_that_names_a_bank_is_tried() {
        List<String> secured = superuser
                .createQuery("SELECT relname FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace")
                .mapTo(String.class)
                .list();
        assertThat(rows.tables()).hasSizeGreaterThan(60).containsExactlyInAnyOrderElementsOf(secured);
    }

    @Test
    void a_bank_has_its_own_row_and_no_way_to_another_ones() {
        for (String table : rows.tables()) {
            assertThat(breaches(table)).as(table).isEmpty();
        }
    }

    @Test
    void a_policy_that_is_opened_is_missed_in_every_table() {
        for (String table : rows.tables()) {
            planted(
                    "CREATE POLICY opened ON " + table + " USING (true) WITH CHECK (true)",
                    "DROP POLICY opened ON " + table,
                    () -> assertThat(breaches(table)).as(table).contains("reads rows of another bank"));
        }
        assertThat(rows.tables()).allSatisfy(table -> assertThat(breaches(table)).isEmpty());
    }

    @Test
    void a_policy_that_is_dropped_is_missed_in_every_table() {
        for (String table : rows.tables()) {
            planted("DROP POLICY tenant_only ON " + table, restored(table),
                    () -> assertThat(breaches(table)).as(table).contains("does not find its own row"));
        }
    }

    @Test
    void row_security_that_is_switched_off_is_missed_in_every_table() {
        for (String table : rows.tables()) {
            planted(
                    "ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY",
                    "ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY",
                    () -> assertThat(breaches(table))
                            .as(table)
                            .contains("reads rows of another bank", "a row is seen without a bank"));
        }
    }

    /** The policy as the database has it now. */
    private static String restored(String table) {
        return superuser
                .createQuery("SELECT 'CREATE POLICY tenant_only ON ' || tablename || ' USING (' || qual || ') WITH CHECK ('"
                        + " || with_check || ')' FROM pg_policies WHERE policyname = 'tenant_only' AND tablename = :table")
                .bind("table", table)
                .mapTo(String.class)
                .one();
    }

    private static void planted(String fault, String remedy, Runnable look) {
        superuser.execute(fault);
        try {
            look.run();
        } finally {
            superuser.execute(remedy);
        }
    }

    /** Everything that is wrong with one table. Nothing is kept of what was tried. */
    private static List<String> breaches(String table) {
        List<String> breaches = new ArrayList<>();
        application.begin();
        if (count("SELECT count(*) FROM " + table) != 0) {
            breaches.add("a row is seen without a bank");
        }
        application.createQuery("SELECT set_config('app.tenant', ?, true)").bind(0, CALLER.toString()).mapTo(String.class).one();
        if (count("SELECT count(*) FROM " + table + " WHERE tenant_id = '" + CALLER + "'") != 1) {
            breaches.add("does not find its own row");
        }
        if (count("SELECT count(*) FROM " + table + " WHERE tenant_id = '" + OTHER + "'") != 0) {
            breaches.add("reads rows of another bank");
        }
        if (tried("UPDATE " + table + " SET tenant_id = tenant_id WHERE tenant_id = '" + OTHER + "'") > 0) {
            breaches.add("changes rows of another bank");
        }
        if (tried("UPDATE " + table + " SET tenant_id = '" + OTHER + "' WHERE tenant_id = '" + CALLER + "'") > 0) {
            breaches.add("gives its row to another bank");
        }
        if (tried("DELETE FROM " + table + " WHERE tenant_id = '" + OTHER + "'") > 0) {
            breaches.add("deletes rows of another bank");
        }
        if (tried(rows.insertion(table, OTHER, 0)) > 0) {
            breaches.add("writes rows of another bank");
        }
        application.rollback();
        return breaches;
    }

    private static int count(String query) {
        return application.createQuery(query).mapTo(Integer.class).one();
    }

    /** How many rows it would have changed; refused by the wall or by missing rights, none. */
    private static int tried(String statement) {
        application.savepoint("before");
        try {
            int changed = application.execute(statement);
            application.rollbackToSavepoint("before");
            return changed;
        } catch (UnableToExecuteStatementException refused) {
            application.rollbackToSavepoint("before");
            if (refused.getCause() instanceof PSQLException reason && "42501".equals(reason.getSQLState())) {
                return 0;
            }
            // Keys and references are looked at after the wall: it had let this through.
            return 1;
        }
    }
}
