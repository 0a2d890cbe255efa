package io.openteller.platform.curation.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people decided about gaps. The gaps themselves are found anew from the questions each time. */
@Singleton
class GapSql {

    List<Gap.Decided> all(Handle sql) {
        return sql.createQuery("SELECT id, label, state, owner, decided_at FROM knowledge_gap ORDER BY decided_at DESC")
                .map((row, context) -> new Gap.Decided(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("label"),
                        Gap.State.valueOf(row.getString("state")),
                        row.getString("owner"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    void put(Handle sql, UUID id, String label, Gap.State state, @Nullable String owner, String by) {
        sql.execute(
                """
                INSERT INTO knowledge_gap (tenant_id, id, label, state, owner, decided_by) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (tenant_id, id) DO UPDATE SET label = excluded.label, state = excluded.state,
                    owner = excluded.owner, decided_by = excluded.decided_by, decided_at = now()
                """,
                CurrentTenant.get().id(),
                id,
                label,
                state.name(),
                owner,
                by);
    }
}
