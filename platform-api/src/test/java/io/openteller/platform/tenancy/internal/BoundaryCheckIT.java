package io.openteller.platform.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.Database;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Each fault is planted, seen, and taken away again. */
class BoundaryCheckIT {

    private final Jdbi owner = Database.asOwner();
    private final BoundaryCheck check = new BoundaryCheck(Database.asApplication());

    @Test
    void the_migrated_schema_holds() {
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void an_owner_as_application_role_is_refused() {
        assertThat(new BoundaryCheck(owner).faults()).contains("the application role owns message");
    }

    @Test
    void a_tenant_table_without_forced_row_security_is_named() {
        planted(
                "ALTER TABLE message NO FORCE ROW LEVEL SECURITY",
                "ALTER TABLE message FORCE ROW LEVEL SECURITY",
                "message has tenant_id but no forced row security");
    }

    @Test
    void a_second_policy_that_lets_everybody_in_is_named() {
        planted(
                "CREATE POLICY everybody ON turn USING (true)",
                "DROP POLICY everybody ON turn",
                "turn has a policy that does not name app.tenant: everybody");
    }

    @Test
    void a_policy_for_a_role_that_the_application_is_in_is_named() {
        planted(
                "CREATE POLICY ours ON turn TO " + Database.APPLICATION + " USING (true)",
                "DROP POLICY ours ON turn",
                "turn has a policy that does not name app.tenant: ours");
    }

    @Test
    void a_function_with_its_owners_rights_that_says_more_than_ids_and_numbers_is_named() {
        planted(
                "CREATE FUNCTION words_left_behind() RETURNS SETOF text LANGUAGE sql SECURITY DEFINER AS 'SELECT body FROM message'",
                "DROP FUNCTION words_left_behind()",
                "function words_left_behind runs with its owner's rights and may say more than ids and numbers");
    }

    @Test
    void a_function_with_its_owners_rights_that_nobody_looked_at_is_named() {
        planted(
                "CREATE FUNCTION notes_waiting() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM note'",
                "DROP FUNCTION notes_waiting()",
                "function notes_waiting runs with its owner's rights and may say more than ids and numbers");
    }

    @Test
    void a_view_that_runs_with_its_owners_rights_is_named() {
        planted(
                "CREATE VIEW all_messages AS SELECT * FROM message",
                "DROP VIEW all_messages",
                "view all_messages is not security_invoker");
    }

    private void planted(String plant, String remove, String fault) {
        owner.useHandle(sql -> sql.execute(plant));
        try {
            assertThat(check.faults()).contains(fault);
        } finally {
            owner.useHandle(sql -> sql.execute(remove));
        }
        assertThat(check.faults()).isEmpty();
    }
}
