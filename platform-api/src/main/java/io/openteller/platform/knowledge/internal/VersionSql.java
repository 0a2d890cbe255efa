package io.openteller.platform.knowledge.internal;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.knowledge.internal.VersionFacts.Review;
import io.openteller.platform.knowledge.internal.VersionFacts.State;
import io.openteller.platform.reading.ReadDocument.Format;
import io.openteller.platform.reading.ReadDocument.Section;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads versions. */
@Singleton
class VersionSql {

    private static final String FACTS = """
            SELECT v.document_id, d.slug, v.version, v.state, v.title, v.format, v.language, v.products, v.segments,
                v.jurisdictions, jsonb_array_length(v.passages) AS passages, v.updated_at, v.updated_by, v.writer_ids,
                v.change_note, v.round, v.approvals_needed, v.submitted_at, v.submitted_by, v.rejected_at, v.rejected_by,
                v.rejected_reason, v.approved_at, v.effective_from, v.effective_until, v.revoked_at, v.revoked_by,
                v.revoked_reason
            FROM document d JOIN document_version v ON v.tenant_id = d.tenant_id AND v.document_id = d.id
            """;

    private static final String TEXT = """
            SELECT v.document_id, v.version, v.title, v.format, v.digest, v.markdown, v.passages::text AS passages
            FROM document d JOIN document_version v ON v.tenant_id = d.tenant_id AND v.document_id = d.id
            """;

    private static final String NEWEST_FIRST = " ORDER BY d.slug, v.version DESC";

    private final ObjectMapper json;

    VersionSql(ObjectMapper json) {
        this.json = json;
    }

    /** @param version of the document that it belongs to */
    record Key(UUID document, int version) {}

    History history(Handle sql, UUID document) {
        return new History(sql.createQuery(FACTS + "WHERE d.id = ?" + NEWEST_FIRST)
                .bind(0, document)
                .map((row, context) -> facts(row))
                .list());
    }

    Map<UUID, History> histories(Handle sql) {
        return sql.createQuery(FACTS + NEWEST_FIRST).map((row, context) -> facts(row)).list().stream()
                .collect(Collectors.groupingBy(
                        VersionFacts::document, Collectors.collectingAndThen(Collectors.toList(), History::new)));
    }

    VersionText text(Handle sql, UUID document, int version) {
        return sql.createQuery(TEXT + "WHERE d.id = ? AND v.version = ?")
                .bind(0, document)
                .bind(1, version)
                .map((row, context) -> text(row))
                .one();
    }

    Map<Integer, VersionText> texts(Handle sql, UUID document) {
        return sql.createQuery(TEXT + "WHERE d.id = ?")
                .bind(0, document)
                .map((row, context) -> Map.entry(row.getInt("version"), text(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Passages of everything that was ever approved. */
    Map<Key, List<Section>> approved(Handle sql) {
        return sql.createQuery("SELECT document_id, version, passages::text AS passages FROM document_version"
                        + " WHERE state = 'APPROVED'")
                .map((row, context) -> Map.entry(
                        new Key(row.getObject("document_id", UUID.class), row.getInt("version")),
                        sections(row.getString("passages"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private VersionText text(ResultSet row) throws SQLException {
        return new VersionText(
                row.getString("title"),
                Format.valueOf(row.getString("format")),
                row.getBytes("digest"),
                row.getString("markdown"),
                sections(row.getString("passages")));
    }

    private static VersionFacts facts(ResultSet row) throws SQLException {
        Instant from = Columns.nullableInstant(row, "effective_from");
        Instant until = Columns.nullableInstant(row, "effective_until");
        return new VersionFacts(
                row.getObject("document_id", UUID.class),
                row.getString("slug"),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                row.getString("title"),
                Format.valueOf(row.getString("format")),
                row.getString("language"),
                Columns.appliesTo(row),
                row.getInt("passages"),
                Columns.instant(row, "updated_at"),
                row.getString("updated_by"),
                Columns.ids(row, "writer_ids"),
                row.getString("change_note"),
                new Review(
                        row.getInt("round"),
                        row.getInt("approvals_needed"),
                        Columns.nullableInstant(row, "submitted_at"),
                        row.getString("submitted_by"),
                        Columns.nullableInstant(row, "rejected_at"),
                        row.getString("rejected_by"),
                        row.getString("rejected_reason"),
                        from,
                        until),
                effect(row, from, until));
    }

    private static @Nullable Effect effect(ResultSet row, @Nullable Instant from, @Nullable Instant until)
            throws SQLException {
        Instant approved = Columns.nullableInstant(row, "approved_at");
        return approved == null
                ? null
                : new Effect(
                        approved,
                        from,
                        until,
                        Columns.nullableInstant(row, "revoked_at"),
                        row.getString("revoked_by"),
                        row.getString("revoked_reason"));
    }

    private List<Section> sections(String stored) {
        try {
            return Objects.requireNonNull(json.readValue(stored, Argument.listOf(Section.class)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
