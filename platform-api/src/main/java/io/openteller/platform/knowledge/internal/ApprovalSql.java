package io.openteller.platform.knowledge.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who approved what. */
@Singleton
class ApprovalSql {

    /** @param approver null if it was approved outside of the platform */
    record Given(int version, int round, @Nullable UUID approver, String by, @Nullable String comment, Instant at) {}

    List<Given> of(Handle sql, UUID document) {
        return sql.createQuery("SELECT version, round, approver_id, approver, comment, approved_at FROM document_approval"
                        + " WHERE document_id = ? ORDER BY approved_at, id")
                .bind(0, document)
                .map((row, context) -> new Given(
                        row.getInt("version"),
                        row.getInt("round"),
                        row.getObject("approver_id", UUID.class),
                        row.getString("approver"),
                        row.getString("comment"),
                        Columns.instant(row, "approved_at")))
                .list();
    }

    void add(Handle sql, UUID document, Given approval) {
        sql.createUpdate("""
                        INSERT INTO document_approval (tenant_id, id, document_id, version, round, approver_id, approver,
                            comment, approved_at)
                        VALUES (:tenant, :id, :document, :version, :round, :approver::uuid, :by, :comment, :at)
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", UuidV7.next())
                .bind("document", document)
                .bind("version", approval.version())
                .bind("round", approval.round())
                .bind("approver", approval.approver())
                .bind("by", approval.by())
                .bind("comment", approval.comment())
                .bind("at", approval.at())
                .execute();
    }
}
