package io.openteller.platform.sources.internal;

import io.openteller.platform.sources.SiteSettings;
import io.openteller.platform.sources.SiteSettings.Kind;
import io.openteller.platform.sources.SiteView;
import io.openteller.platform.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows of sites. */
final class SiteSql {

    private static final String VIEW = """
            SELECT s.*, r.id AS run_id, r.started_at, r.state AS run_state,
                (SELECT count(*) FROM site_fetch f WHERE f.run_id = r.id AND f.kind = 'PAGE'
                    AND f.state NOT IN ('WAITING', 'FETCHING', 'OUTSIDE', 'DUPLICATE')) AS pages,
                (SELECT count(*) FROM site_fetch f WHERE f.run_id = r.id AND f.state = 'STORED') AS changed,
                (SELECT count(*) FROM site_fetch f WHERE f.run_id = r.id AND f.state = 'UNCHANGED') AS unchanged,
                (SELECT count(*) FROM site_fetch f WHERE f.run_id = r.id AND f.state = 'FAILED') AS failed
            FROM site s LEFT JOIN LATERAL (
                SELECT * FROM site_run r WHERE r.site_id = s.id ORDER BY r.started_at DESC LIMIT 1) r ON true
            WHERE :id::uuid IS NULL OR s.id = :id
            ORDER BY s.created_at, s.id
            """;

    private SiteSql() {}

    static List<SiteView> list(Handle sql, @Nullable UUID id) {
        return sql.createQuery(VIEW).bind("id", id).map((row, context) -> view(row)).list();
    }

    static Optional<SiteView> find(Handle sql, UUID id) {
        return list(sql, id).stream().findFirst();
    }

    static int count(Handle sql) {
        return sql.createQuery("SELECT count(*) FROM site").mapTo(Integer.class).one();
    }

    static void put(Handle sql, UUID id, SiteSettings settings, String by) {
        sql.createUpdate("""
                        INSERT INTO site AS s (tenant_id, id, kind, url, depth, max_pages, per_second, every_hours, category,
                            allowed_hosts, next_run_at, created_by)
                        VALUES (:tenant, :id, :kind, :url, :depth, :pages, :second, :hours, :category, :hosts,
                            clock_timestamp() + make_interval(hours => :hours), :by)
                        ON CONFLICT (tenant_id, id) DO UPDATE SET kind = excluded.kind, url = excluded.url,
                            depth = excluded.depth, max_pages = excluded.max_pages, per_second = excluded.per_second,
                            every_hours = excluded.every_hours, category = excluded.category,
                            allowed_hosts = excluded.allowed_hosts, next_run_at = excluded.next_run_at
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", id)
                .bind("kind", settings.kind().name())
                .bind("url", settings.url())
                .bind("depth", settings.depth())
                .bind("pages", settings.maxPages())
                .bind("second", settings.perSecond())
                .bind("hours", settings.everyHours())
                .bind("category", settings.category())
                .bindArray("hosts", String.class, settings.allowedHosts())
                .bind("by", by)
                .execute();
    }

    static boolean delete(Handle sql, UUID id) {
        return sql.execute("DELETE FROM site WHERE id = ?", id) == 1;
    }

    /** Those whose time has come, each for one caller only; their next time is set. */
    static List<UUID> due(Handle sql) {
        return sql.createQuery("""
                        UPDATE site SET next_run_at = clock_timestamp() + make_interval(hours => every_hours)
                        WHERE id IN (SELECT id FROM site WHERE next_run_at <= clock_timestamp() FOR UPDATE SKIP LOCKED)
                        RETURNING id
                        """)
                .mapTo(UUID.class)
                .list();
    }

    private static SiteView view(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        String url = row.getString("url");
        UUID run = row.getObject("run_id", UUID.class);
        Timestamp next = row.getTimestamp("next_run_at");
        return new SiteView(
                row.getObject("id", UUID.class),
                kind,
                kind == Kind.START ? url : null,
                kind == Kind.SITEMAP ? url : null,
                row.getInt("depth"),
                row.getInt("max_pages"),
                row.getDouble("per_second"),
                row.getObject("every_hours", Integer.class),
                row.getString("category"),
                Arrays.asList((String[]) row.getArray("allowed_hosts").getArray()),
                Objects.equals(row.getString("run_state"), "RUNNING") ? SiteView.State.RUNNING : SiteView.State.IDLE,
                run == null
                        ? null
                        : new SiteView.LastRun(
                                run,
                                row.getTimestamp("started_at").toInstant(),
                                row.getInt("pages"),
                                row.getInt("changed"),
                                row.getInt("unchanged"),
                                row.getInt("failed")),
                next == null ? null : next.toInstant());
    }
}
