package io.openteller.platform.procedure.internal;

import io.openteller.platform.procedure.internal.ProcedureViews.Asked;
import io.openteller.platform.procedure.internal.ProcedureViews.Line;
import io.openteller.platform.procedure.internal.ProcedureViews.Refused;
import io.openteller.platform.procedure.internal.ProcedureViews.Touched;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All procedures of a bank in one look. */
@Singleton
class OverviewSql {

    /**
     * In the order of their ids.
     *
     * @param looking whose own requests are marked; null for a program
     * @param running how many conversations are in each; those with none are left out
     */
    List<Line> all(Handle sql, @Nullable UUID looking, Map<String, Integer> running) {
        return sql.createQuery("""
                        SELECT p.id, p.archived_at IS NOT NULL AS archived, v.number, v.published_at,
                            coalesce(d.definition, v.definition) -> 'title' AS title,
                            d.etag, d.changed_at, d.changed_name, coalesce(d.findings, 0) AS findings,
                            r.etag AS asked_etag, r.asked_name, r.asked_at, r.comment, r.asked_by, r.written_by,
                            n.decided_name AS refused_name, n.decided_at AS refused_at, coalesce(n.reason, '') AS refused_reason
                        FROM procedure p
                        LEFT JOIN procedure_draft d ON d.tenant_id = p.tenant_id AND d.id = p.id
                        LEFT JOIN procedure_request r ON r.tenant_id = p.tenant_id AND r.id = p.id AND r.state = 'WAITING'
                        LEFT JOIN LATERAL (SELECT state, decided_name, decided_at, reason FROM procedure_request q
                            WHERE q.tenant_id = p.tenant_id AND q.id = p.id ORDER BY asked_at DESC LIMIT 1) n
                            ON n.state = 'REFUSED' AND d.id IS NOT NULL
                        LEFT JOIN LATERAL (SELECT number, published_at, definition FROM procedure_version n
                            WHERE n.tenant_id = p.tenant_id AND n.id = p.id ORDER BY number DESC LIMIT 1) v ON true
                        WHERE d.id IS NOT NULL OR v.number IS NOT NULL
                        ORDER BY p.id
                        """).map((row, context) -> line(row, looking, running)).list();
    }

    boolean exists(Handle sql, String id) {
        return sql.createQuery("SELECT count(*) FROM procedure WHERE id = ?")
                        .bind(0, id)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    boolean archived(Handle sql, String id) {
        return sql.createQuery("SELECT archived_at IS NOT NULL FROM procedure WHERE id = ?")
                .bind(0, id)
                .mapTo(Boolean.class)
                .one();
    }

    private static Line line(ResultSet row, @Nullable UUID looking, Map<String, Integer> running)
            throws SQLException {
        String etag = row.getString("etag");
        String asked = row.getString("asked_etag");
        Timestamp published = row.getTimestamp("published_at");
        Timestamp refused = row.getTimestamp("refused_at");
        String id = row.getString("id");
        return new Line(
                id,
                Pages.object(Objects.requireNonNullElse(row.getString("title"), "{}")),
                published == null ? null : row.getInt("number"),
                published == null ? null : published.toInstant(),
                etag == null
                        ? null
                        : new Touched(etag, row.getTimestamp("changed_at").toInstant(), row.getString("changed_name")),
                asked == null
                        ? null
                        : new Asked(
                                row.getString("asked_name"),
                                row.getTimestamp("asked_at").toInstant(),
                                asked,
                                row.getString("comment"),
                                looking != null
                                        && (looking.equals(row.getObject("asked_by", UUID.class))
                                                || looking.equals(row.getObject("written_by", UUID.class))),
                                null),
                refused == null
                        ? null
                        : new Refused(row.getString("refused_name"), refused.toInstant(), row.getString("refused_reason")),
                row.getInt("findings"),
                Shipped.ids().contains(id),
                running.getOrDefault(id, 0),
                row.getBoolean("archived"));
    }
}
