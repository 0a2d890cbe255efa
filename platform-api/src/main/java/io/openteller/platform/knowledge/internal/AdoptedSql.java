package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.Adoption;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Puts down what was decided outside. */
@Singleton
class AdoptedSql {

    private final ApprovalSql approvals;

    AdoptedSql(ApprovalSql approvals) {
        this.approvals = approvals;
    }

    void approve(Handle sql, UUID document, int version, Effect effect, Adoption adoption) {
        approvals.add(
                sql,
                document,
                new ApprovalSql.Given(version, 1, null, adoption.approver(), "Approved outside", effect.approvedAt()));
        sql.createUpdate("""
                        UPDATE document_version SET state = 'APPROVED', round = 1, submitted_at = :at, submitted_by = :author,
                            approved_at = :at, effective_from = :from::timestamptz, effective_until = :until::timestamptz
                        WHERE document_id = :document AND version = :version
                        """)
                .bind("at", effect.approvedAt())
                .bind("author", adoption.author())
                .bind("from", effect.effectiveFrom())
                .bind("until", effect.effectiveUntil())
                .bind("document", document)
                .bind("version", version)
                .execute();
    }
}
