package io.openteller.platform.drafting;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The draft of one thing; one at a time, whoever works on it. */
public class DraftTable {

    private final String kind;

    /** @param kind as the tables are named; never from outside */
    protected DraftTable(String kind) {
        this.kind = kind;
    }

    /**
     * One draft.
     *
     * @param etag another one after each change
     * @param definition as JSON, whole or not
     * @param layout what the editor keeps beside it, as JSON
     * @param changedBy null for a program
     */
    public record Draft(
            String id,
            UUID etag,
            String definition,
            String layout,
            int findings,
            Instant changedAt,
            @Nullable UUID changedBy,
            String changedName) {}

    /** Makes it known, if it is not, and keeps others off it until the transaction ends. */
    public void lock(Handle sql, String id) {
        UUID tenant = CurrentTenant.get().id();
        sql.execute("INSERT INTO " + kind + " (tenant_id, id) VALUES (?, ?) ON CONFLICT DO NOTHING", tenant, id);
        sql.execute("SELECT 1 FROM " + kind + " WHERE id = ? FOR UPDATE", id);
    }

    /** Keeps others off it as {@link #lock} does, if it is known. @return whether it is */
    public boolean lockKnown(Handle sql, String id) {
        return sql.createQuery("SELECT 1 FROM " + kind + " WHERE id = ? FOR UPDATE")
                .bind(0, id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    public Optional<Draft> find(Handle sql, String id) {
        return sql.createQuery("SELECT id, etag, definition::text AS definition, layout::text AS layout, findings,"
                        + " changed_at, changed_by, changed_name FROM " + kind + "_draft WHERE id = ?")
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

    public void put(Handle sql, String id, UUID etag, String definition, String layout, int findings, Actor by) {
        sql.createUpdate("INSERT INTO " + kind + "_draft" + """
                         (tenant_id, id, etag, definition, layout, findings, changed_by, changed_name)
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

    public void delete(Handle sql, String id) {
        sql.execute("DELETE FROM " + kind + "_draft WHERE id = ?", id);
    }
}
