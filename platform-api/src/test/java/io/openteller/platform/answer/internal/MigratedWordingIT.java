package io.openteller.platform.answer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.OldSchema;
import org.junit.jupiter.api.Test;

/** What banks had approved before it was kept from when until when something is said. */
class MigratedWordingIT {

    @Test
    void what_was_approved_goes_on_being_said_since_its_approval_and_what_was_not_stays_silent() {
        OldSchema schema = OldSchema.at("202611211270");
        schema.with(sql -> sql.execute("""
                INSERT INTO approved_answer (tenant_id, id, intent, questions, text, language, strict, standing, written_by,
                    decided_by, decided_at)
                SELECT nullif(current_setting('app.tenant'), '')::uuid, gen_random_uuid(), 'fees', '[]', standing, 'en', false,
                    standing, 'Ann', 'Bob', '2026-03-01Z'
                FROM unnest(ARRAY['APPROVED', 'IN_REVIEW', 'REJECTED']) standing
                """));
        schema.toPresent();
        assertThat(schema.lines("SELECT text || ' ' || said_from::date || ' ' || coalesce(said_until::text, '-')"
                        + " FROM approved_answer_said"))
                .containsExactly("APPROVED 2026-03-01 -");
        assertThat(schema.lines("SELECT relforcerowsecurity::text FROM pg_class WHERE relname LIKE 'approved_answer%'"
                        + " AND relkind = 'r' AND relnamespace = current_schema()::regnamespace"))
                .containsExactly("true", "true");
    }
}
