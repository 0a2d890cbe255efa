package io.openteller.platform.connector.internal.stored;

import io.openteller.platform.connector.internal.stored.StoredViews.AskedLine;
import io.openteller.platform.connector.internal.stored.StoredViews.ChangedLine;
import io.openteller.platform.connector.internal.stored.StoredViews.ConnectorLine;
import io.openteller.platform.connector.internal.stored.StoredViews.PublishedLine;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** All connectors of a bank in one look. */
@Singleton
class OverviewSql {

    /**
     * By id.
     *
     * @param looking whose own requests are marked; null for a program
     * @param inUse names of those that are
     */
    List<ConnectorLine> all(Handle sql, @Nullable UUID looking, Set<String> inUse) {
        return sql.createQuery("""
                        SELECT c.id, v.number, v.published_at, v.asked_name AS version_asked, v.approved_name,
                            coalesce(d.definition, v.definition) ->> 'title' AS title,
                            (SELECT count(*) FROM json_object_keys(
                                CASE json_typeof(coalesce(d.definition, v.definition) -> 'operations') WHEN 'object'
                                    THEN coalesce(d.definition, v.definition) -> 'operations' ELSE '{}' END)) AS operations,
                            d.changed_at, d.changed_name, coalesce(d.findings, 0) AS findings,
                            r.asked_name, r.asked_at, r.asked_by, r.written_by
                        FROM connector c
                        LEFT JOIN connector_draft d ON d.tenant_id = c.tenant_id AND d.id = c.id
                        LEFT JOIN connector_request r ON r.tenant_id = c.tenant_id AND r.id = c.id AND r.state = 'WAITING'
                        LEFT JOIN LATERAL (SELECT * FROM connector_version n
                            WHERE n.tenant_id = c.tenant_id AND n.id = c.id ORDER BY number DESC LIMIT 1) v ON true
                        WHERE d.id IS NOT NULL OR v.number IS NOT NULL
                        ORDER BY c.id
                        """).map((row, context) -> line(row, looking, inUse)).list();
    }

    private static ConnectorLine line(ResultSet row, @Nullable UUID looking, Set<String> inUse) throws SQLException {
        Timestamp published = row.getTimestamp("published_at");
        Timestamp changed = row.getTimestamp("changed_at");
        Timestamp asked = row.getTimestamp("asked_at");
        return new ConnectorLine(
                row.getString("id"),
                inUse.contains(row.getString("id")),
                row.getString("title"),
                row.getInt("operations"),
                published == null
                        ? null
                        : new PublishedLine(
                                row.getInt("number"),
                                published.toInstant(),
                                row.getString("version_asked"),
                                row.getString("approved_name")),
                changed == null ? null : new ChangedLine(changed.toInstant(), row.getString("changed_name")),
                asked == null
                        ? null
                        : new AskedLine(
                                row.getString("asked_name"),
                                asked.toInstant(),
                                looking != null
                                        && (looking.equals(row.getObject("asked_by", UUID.class))
                                                || looking.equals(row.getObject("written_by", UUID.class)))),
                row.getInt("findings"));
    }
}
