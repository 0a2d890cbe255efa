package io.openteller.platform.procedure.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The draft of a procedure; one at a time, whoever works on it. */
@Singleton
class DraftSql {

    /**
     * One draft.
     *
     * @param etag another one after each change
     * @param definition as JSON, whole or not
     * @param changedBy null for a program
     */
    record Draft(
            String id,
            UUID etag,
            String definition,
            String layout,
            int findings,
            Instant changedAt,
            @Nullable UUID changedBy,
            String changedName) {}

    /** Makes the procedure known, if it is not, and keeps others off it until the transaction ends. */
    void lock(Handle sql, String id) {
        UUID tenant = CurrentTenant.get().id();
        sql.execute("INSERT INTO procedure (tenant_id, id) VALUES (?, ?) ON CONFLICT DO NOTHING", tenant, id);
        sql.execute("SELECT 1 FROM procedure WHERE id = ? FOR UPDATE", id);
    }

    Optional<Draft> find(Handle sql, String id) {
        return sql.createQuery("SELECT id, etag, definition::text AS definition, layout::text AS layout, findings,"
                        + " changed_at, changed_by, changed_name FROM procedure_draft WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> new Draft(
                        row.getString("id"),
                        Objects.requireNonNull(row.getObject("etag", UUID.class)),
                        row.getString("definition"),
                        row.getString("layout"),
                        row.getInt("findings"),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getObject("changed_by", UUID.class),
                        row.getString("changed_name")))
                .findOne();
    }

    void put(Handle sql, String id, UUID etag, String definition, String layout, int findings, Actor by) {
        sql.createUpdate("""
                        INSERT INTO procedure_draft (tenant_id, id, etag, definition, layout, findings, changed_by, changed_name)
                        VALUES (:tenant, :id, :etag, :definition::json, :layout::json, :findings, :by::uuid, :name)
                        ON CONFLICT (tenant_id, id) DO UPDATE SET etag = excluded.etag, definition = excluded.definition,
                            layout = excluded.layout, findings = excluded.findings, changed_at = clock_timestamp(),
                            changed_by = excluded.changed_by, changed_name = excluded.changed_name
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", id)
                .bind("etag", etag)
                .bind("definition", definition)
                .bind("layout", layout)
                .bind("findings", findings)
                .bindByType("by", by.id(), UUID.class)
                .bind("name", by.name())
                .execute();
    }

    void delete(Handle sql, String id) {
        sql.execute("DELETE FROM procedure_draft WHERE id = ?", id);
    }

    void archive(Handle sql, String id, boolean archived) {
        sql.execute(
                "UPDATE procedure SET archived_at = CASE WHEN ? THEN clock_timestamp() END WHERE id = ?", archived, id);
    }
}
