package io.openteller.platform.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.Database;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** What banks stored before there were approvals. */
class MigratedDocumentsIT {

    private static final String BEFORE = "202611210930";

    private final String schema = "old_" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID bank = UUID.randomUUID();

    @Test
    void what_was_published_stays_in_force_and_what_was_archived_stays_out() {
        migrate(BEFORE);
        Database.asOwner().useHandle(sql -> {
            enter(sql);
            sql.execute("INSERT INTO tenant (id, slug, name, currency) VALUES (?, ?, 'Old', 'GBP')", bank, "old-bank");
            document(sql, "fees", "PUBLISHED", 2);
            document(sql, "gone", "ARCHIVED", 1);
        });
        migrate("latest");
        Database.asOwner().useHandle(sql -> {
            enter(sql);
            assertThat(lines(sql, "SELECT d.slug || ' ' || v.version || ' ' || v.state || ' ' || v.approved_at::date || ' '"
                            + " || coalesce(v.revoked_at::date::text, '-') || ' ' || v.format || ' ' || v.language"
                            + " FROM document d JOIN document_version v ON v.document_id = d.id ORDER BY 1"))
                    .containsExactly(
                            "fees 1 APPROVED 2026-01-01 - PDF hi",
                            "fees 2 APPROVED 2026-02-01 - PDF hi",
                            "gone 1 APPROVED 2026-01-01 2026-06-01 PDF hi");
            assertThat(lines(sql, "SELECT approver FROM document_approval")).containsExactly("Old Hand", "Old Hand", "Old Hand");
        });
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

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(Database.url(), Database.OWNER, "")
                .schemas(schema)
                .target(target)
                .placeholders(Map.of("app_role", Database.APPLICATION))
                .load()
                .migrate();
    }

    private void enter(Handle sql) {
        sql.execute("SET search_path TO " + schema);
        sql.execute("SET timezone TO 'UTC'");
        sql.execute("SELECT set_config('app.tenant', ?, false)", bank.toString());
    }

    private static List<String> lines(Handle sql, String query) {
        return sql.createQuery(query).mapTo(String.class).list();
    }
}
