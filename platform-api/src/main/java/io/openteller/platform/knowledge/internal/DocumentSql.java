package io.openteller.platform.knowledge.internal;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.knowledge.DocumentInfo;
import io.openteller.platform.knowledge.DocumentVersion;
import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.knowledge.NewDocument;
import io.openteller.platform.reading.ReadDocument;
import io.openteller.platform.reading.ReadDocument.Section;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

@Singleton
class DocumentSql {

    private static final String INFO = """
            SELECT d.slug, d.title, d.category, d.language, d.version, d.status, d.format, d.updated_at, d.updated_by,
                (SELECT jsonb_array_length(v.passages) FROM document_version v
                 WHERE v.document_id = d.id AND v.version = d.version) AS passages
            FROM document d
            """;

    private static final String VERSION = """
            SELECT d.slug, v.version, v.title, d.language, v.passages::text AS passages, v.updated_at, v.updated_by
            FROM document d JOIN document_version v ON v.document_id = d.id
            """;

    private final ObjectMapper json;

    DocumentSql(ObjectMapper json) {
        this.json = json;
    }

    Optional<DocumentInfo> lock(Handle sql, String slug) {
        return sql.createQuery(INFO + "WHERE d.slug = ? FOR UPDATE OF d")
                .bind(0, slug)
                .map((row, context) -> info(row))
                .findOne();
    }

    boolean same(Handle sql, DocumentInfo before, NewDocument handed) {
        return sql.createQuery("SELECT v.digest FROM document d JOIN document_version v ON v.document_id = d.id"
                        + " AND v.version = d.version WHERE d.slug = ?")
                .bind(0, before.slug())
                .mapTo(byte[].class)
                .findOne()
                .filter(stored -> Arrays.equals(stored, digest(handed)) && !before.archived())
                .isPresent();
    }

    DocumentInfo put(Handle sql, NewDocument handed, ReadDocument read, String by) {
        UUID tenant = CurrentTenant.get().id();
        var document = sql.createQuery("""
                        INSERT INTO document AS d (tenant_id, id, slug, title, category, language, format, updated_by)
                        VALUES (:tenant, :id, :slug, :title, :category, :language, :format, :by)
                        ON CONFLICT (tenant_id, slug) DO UPDATE SET title = excluded.title, category = excluded.category,
                            language = excluded.language, format = excluded.format, updated_by = excluded.updated_by,
                            updated_at = now(), status = 'PUBLISHED', version = d.version + 1
                        RETURNING id, version
                        """)
                .bind("tenant", tenant)
                .bind("id", UuidV7.next())
                .bind("slug", handed.slug())
                .bind("title", read.title())
                .bind("category", read.category())
                .bind("language", read.language())
                .bind("format", read.format().name())
                .bind("by", by)
                .mapToMap()
                .one();
        sql.execute(
                "INSERT INTO document_version (tenant_id, document_id, version, title, digest, passages, updated_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?::jsonb, ?)",
                tenant,
                document.get("id"),
                document.get("version"),
                read.title(),
                digest(handed),
                written(read.sections()),
                by);
        return lock(sql, handed.slug()).orElseThrow();
    }

    void archive(Handle sql, String slug, boolean archived, String by) {
        sql.execute(
                "UPDATE document SET status = ?, updated_at = now(), updated_by = ? WHERE slug = ?",
                archived ? "ARCHIVED" : "PUBLISHED",
                by,
                slug);
    }

    List<DocumentInfo> list(Handle sql) {
        return sql.createQuery(INFO + "ORDER BY d.title, d.slug")
                .map((row, context) -> info(row))
                .list();
    }

    /** Newest first. */
    List<DocumentVersion> versions(Handle sql, String slug) {
        return sql.createQuery(VERSION + "WHERE d.slug = ? ORDER BY v.version DESC")
                .bind(0, slug)
                .map((row, context) -> version(row))
                .list();
    }

    /** A version is in force until the next one, or until its document is archived. */
    List<Edition> editions(Handle sql) {
        return sql.createQuery("""
                        SELECT d.slug, v.version, v.title, d.category, d.language, v.passages::text AS passages,
                            v.updated_at AS since,
                            coalesce(lead(v.updated_at) OVER (PARTITION BY d.id ORDER BY v.version),
                                CASE WHEN d.status = 'ARCHIVED' THEN d.updated_at END) AS until
                        FROM document d JOIN document_version v ON v.document_id = d.id
                        ORDER BY d.slug, v.version
                        """)
                .map((row, context) -> edition(row))
                .list();
    }

    private Edition edition(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp("until");
        return new Edition(
                row.getString("slug"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("category"),
                row.getString("language"),
                AppliesTo.ALL,
                sections(row.getString("passages")),
                row.getTimestamp("since").toInstant(),
                until == null ? null : until.toInstant());
    }

    private static DocumentInfo info(ResultSet row) throws SQLException {
        return new DocumentInfo(
                row.getString("slug"),
                row.getString("title"),
                row.getString("category"),
                row.getString("language"),
                row.getInt("version"),
                row.getString("status").equals("ARCHIVED"),
                ReadDocument.Format.valueOf(row.getString("format")),
                row.getInt("passages"),
                row.getTimestamp("updated_at").toInstant(),
                row.getString("updated_by"));
    }

    private DocumentVersion version(ResultSet row) throws SQLException {
        return new DocumentVersion(
                row.getString("slug"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("language"),
                sections(row.getString("passages")),
                row.getTimestamp("updated_at").toInstant(),
                row.getString("updated_by"));
    }

    private List<Section> sections(String stored) {
        try {
            return Objects.requireNonNull(json.readValue(stored, Argument.listOf(Section.class)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String written(List<Section> sections) {
        try {
            return json.writeValueAsString(sections);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] digest(NewDocument handed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(handed.file().content());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
