package io.openteller.platform.knowledge.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Documents without their versions. */
@Singleton
class DocumentSql {

    private static final String SELECT = """
            SELECT id, slug, title, category, tags, language, owner, review_due, products, segments, jurisdictions,
                status, updated_at, updated_by
            FROM document
            """;

    List<DocumentRow> all(Handle sql) {
        return sql.createQuery(SELECT + "ORDER BY title, slug")
                .map((row, context) -> document(row))
                .list();
    }

    Optional<DocumentRow> find(Handle sql, String slug) {
        return sql.createQuery(SELECT + "WHERE slug = ?")
                .bind(0, slug)
                .map((row, context) -> document(row))
                .findOne();
    }

    /** Every step of a document's life takes its turn here. */
    Optional<DocumentRow> lock(Handle sql, String slug) {
        return sql.createQuery(SELECT + "WHERE slug = ? FOR UPDATE")
                .bind(0, slug)
                .map((row, context) -> document(row))
                .findOne();
    }

    /** @return false if it is there already, perhaps since a moment ago */
    boolean create(Handle sql, NewRow document) {
        return sql.createUpdate("""
                        INSERT INTO document (tenant_id, id, slug, title, category, language, tags, owner, updated_by)
                        VALUES (:tenant, :id, :slug, :title, :category, :language, :tags, :owner, :by)
                        ON CONFLICT (tenant_id, slug) DO NOTHING
                        """)
                        .bind("tenant", CurrentTenant.get().id())
                        .bind("id", UuidV7.next())
                        .bind("slug", document.slug())
                        .bind("title", document.title())
                        .bind("category", document.category())
                        .bind("language", document.language())
                        .bindArray("tags", String.class, document.tags())
                        .bind("owner", document.by())
                        .bind("by", document.by())
                        .execute()
                == 1;
    }

    record NewRow(String slug, String title, String category, String language, List<String> tags, String by) {}

    /** Stores all that can change; who and when it was changed is taken from the row. */
    void update(Handle sql, DocumentRow document) {
        sql.createUpdate("""
                        UPDATE document SET title = :title, category = :category, tags = :tags, language = :language,
                            owner = :owner, review_due = :due::date, products = :products, segments = :segments,
                            jurisdictions = :jurisdictions, status = :status, updated_at = :at, updated_by = :by
                        WHERE id = :id
                        """)
                .bind("id", document.id())
                .bind("title", document.title())
                .bind("category", document.category())
                .bindArray("tags", String.class, document.tags())
                .bind("language", document.language())
                .bind("owner", document.owner())
                .bind("due", document.reviewDue())
                .bindArray("products", String.class, document.appliesTo().products())
                .bindArray("segments", String.class, document.appliesTo().segments())
                .bindArray("jurisdictions", String.class, document.appliesTo().jurisdictions())
                .bind("status", document.archived() ? "ARCHIVED" : "PUBLISHED")
                .bind("at", document.updatedAt())
                .bind("by", document.updatedBy())
                .execute();
    }

    private static DocumentRow document(ResultSet row) throws SQLException {
        Date due = row.getDate("review_due");
        return new DocumentRow(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("title"),
                row.getString("category"),
                Columns.texts(row, "tags"),
                row.getString("language"),
                row.getString("owner"),
                due == null ? null : due.toLocalDate(),
                Columns.appliesTo(row),
                row.getString("status").equals("ARCHIVED"),
                Columns.instant(row, "updated_at"),
                row.getString("updated_by"));
    }
}
