package io.openteller.platform.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.OldSchema;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** What banks stored before there were approvals. */
class MigratedDocumentsIT {

    @Test
    void what_was_published_stays_in_force_and_what_was_archived_stays_out() {
        OldSchema schema = OldSchema.at("202611210930");
        schema.with(sql -> {
            document(sql, "fees", "PUBLISHED", 2);
            document(sql, "gone", "ARCHIVED", 1);
        });
        schema.toPresent();
        assertThat(schema.lines("SELECT d.slug || ' ' || v.version || ' ' || v.state || ' ' || v.approved_at::date || ' '"
                        + " || coalesce(v.revoked_at::date::text, '-') || ' ' || v.format || ' ' || v.language"
                        + " FROM document d JOIN document_version v ON v.document_id = d.id ORDER BY 1"))
                .containsExactly(
                        "fees 1 APPROVED 2026-01-01 - PDF hi",
                        "fees 2 APPROVED 2026-02-01 - PDF hi",
                        "gone 1 APPROVED 2026-01-01 2026-06-01 PDF hi");
        assertThat(schema.lines("SELECT approver FROM document_approval")).containsExactly("Old Hand", "Old Hand", "Old Hand");
    }

    private static void document(Handle sql, String slug, String status, int versions) {
        UUID id = UUID.randomUUID();
        sql.execute(
                "INSERT INTO document (tenant_id, id, slug, title, version, language, format, status, updated_at, updated_by)"
                        + " VALUES (nullif(current_setting('app.tenant'), '')::uuid, ?, ?, 'T', ?, 'hi', 'PDF', ?, '2026-06-01Z', 'Old Hand')",
                id,
                slug,
                versions,
                status);
        for (int version = 1; version <= versions; version++) {
            sql.execute(
                    "INSERT INTO document_version (tenant_id, document_id, version, title, digest, passages, updated_at, updated_by)"
                            + " VALUES (nullif(current_setting('app.tenant'), '')::uuid, ?, ?, 'T', '\\x00', '[]',"
                            + " make_timestamptz(2026, ?, 1, 0, 0, 0, 'UTC'), 'Old Hand')",
                    id,
                    version,
                    version);
        }
    }
}
