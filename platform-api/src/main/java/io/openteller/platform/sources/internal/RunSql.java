package io.openteller.platform.sources.internal;

import io.openteller.platform.sources.RunView;
import io.openteller.platform.sources.RunView.Item;
import io.openteller.platform.sources.RunView.PageState;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.UuidV7;
import java.net.URI;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows of visits: what was found, and what still waits. */
final class RunSql {

    private static final String VIEW = """
            SELECT r.id, r.site_id, r.state, r.started_at, r.finished_at,
                count(f.id) FILTER (WHERE f.state NOT IN ('WAITING', 'FETCHING')) AS done,
                count(f.id) FILTER (WHERE f.state IN ('WAITING', 'FETCHING')) AS queued
            FROM site_run r LEFT JOIN site_fetch f ON f.run_id = r.id
            WHERE (:run::uuid IS NULL OR r.id = :run) AND (:site::uuid IS NULL OR r.site_id = :site)
            GROUP BY r.tenant_id, r.id ORDER BY r.started_at DESC LIMIT 50
            """;

    /** Links to hosts that are not allowed are shown once for each host, and not without end. */
    private static final int MOST_OUTSIDE = 50;

    private RunSql() {}

    /** The one that is going on; a new one with everything that is known of the site otherwise. */
    static UUID begin(Handle sql, UUID site) {
        Optional<UUID> open = sql.createQuery("SELECT id FROM site_run WHERE site_id = ? AND state = 'RUNNING'")
                .bind(0, site)
                .mapTo(UUID.class)
                .findOne();
        if (open.isPresent()) {
            return open.get();
        }
        UUID tenant = CurrentTenant.get().id();
        UUID run = UuidV7.next();
        sql.execute("INSERT INTO site_run (tenant_id, id, site_id) VALUES (?, ?, ?)", tenant, run, site);
        sql.execute(
                "INSERT INTO site_fetch (tenant_id, id, run_id, url, kind, depth, state)"
                        + " SELECT ?, gen_random_uuid(), ?, url, CASE kind WHEN 'SITEMAP' THEN 'SITEMAP' ELSE 'PAGE' END, 0, 'WAITING'"
                        + " FROM site WHERE id = ?",
                tenant,
                run,
                site);
        // A page that has not changed is not sent again, and so shows no links: what is known is asked for by itself.
        sql.execute(
                "INSERT INTO site_fetch (tenant_id, id, run_id, url, kind, depth, state)"
                        + " SELECT ?, gen_random_uuid(), ?, p.url, 'PAGE', p.depth, 'WAITING' FROM site_page p WHERE p.site_id = ?"
                        + " ORDER BY p.depth, p.id LIMIT (SELECT max_pages FROM site WHERE id = ?) ON CONFLICT DO NOTHING",
                tenant,
                run,
                site,
                site);
        return run;
    }

    /** Holds the visit: whoever adds to it counts what is there first. */
    static void lock(Handle sql, UUID run) {
        sql.execute("SELECT id FROM site_run WHERE id = ? FOR NO KEY UPDATE", run);
    }

    static void add(Handle sql, WaitingPage from, URI url, boolean sitemap, int depth) {
        sql.createUpdate("""
                        INSERT INTO site_fetch (tenant_id, id, run_id, url, kind, depth, state)
                        SELECT :tenant, :id, :run, :url, :kind, :depth, 'WAITING'
                        WHERE (SELECT count(*) FROM site_fetch WHERE run_id = :run AND state <> 'OUTSIDE') < :most
                        ON CONFLICT DO NOTHING
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", UuidV7.next())
                .bind("run", from.run())
                .bind("url", url.toString())
                .bind("kind", sitemap ? "SITEMAP" : "PAGE")
                .bind("depth", depth)
                .bind("most", from.maxPages())
                .execute();
    }

    static void outside(Handle sql, UUID run, URI url) {
        sql.createUpdate("""
                        INSERT INTO site_fetch (tenant_id, id, run_id, url, kind, depth, state, detail)
                        SELECT :tenant, :id, :run, :url, 'PAGE', 0, 'OUTSIDE', 'This host is not among those allowed'
                        WHERE (SELECT count(*) FROM site_fetch WHERE run_id = :run AND state = 'OUTSIDE') < :most
                          AND NOT EXISTS (SELECT FROM site_fetch WHERE run_id = :run AND state = 'OUTSIDE'
                            AND split_part(url, '/', 3) = split_part(:url, '/', 3))
                        ON CONFLICT DO NOTHING
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", UuidV7.next())
                .bind("run", run)
                .bind("url", url.toString())
                .bind("most", MOST_OUTSIDE)
                .execute();
    }

    static void finish(Handle sql, WaitingPage page, PageState state, @Nullable String detail, @Nullable String slug) {
        sql.execute(
                "UPDATE site_fetch SET state = ?, detail = ?, slug = ?, lease_until = NULL WHERE id = ?",
                state.name(),
                detail,
                slug,
                page.id());
        sql.execute(
                "UPDATE site_run SET state = 'DONE', finished_at = clock_timestamp() WHERE id = ? AND state = 'RUNNING'"
                        + " AND NOT EXISTS (SELECT FROM site_fetch WHERE run_id = ? AND state IN ('WAITING', 'FETCHING'))",
                page.run(),
                page.run());
    }

    /** What became of an address in this visit. */
    static Optional<PageState> state(Handle sql, UUID run, URI url) {
        return sql.createQuery("SELECT state FROM site_fetch WHERE run_id = ? AND md5(url) = md5(?)")
                .bind(0, run)
                .bind(1, url.toString())
                .mapTo(String.class)
                .findOne()
                .map(PageState::valueOf);
    }

    static void know(Handle sql, WaitingPage page, PageResult.Found found) {
        sql.createUpdate("""
                        INSERT INTO site_page (tenant_id, id, site_id, url, depth, etag, last_modified, digest, slug)
                        VALUES (:tenant, :id, :site, :url, :depth, :etag, :modified, :digest, :slug)
                        ON CONFLICT (tenant_id, site_id, md5(url)) DO UPDATE SET etag = excluded.etag,
                            last_modified = excluded.last_modified, digest = excluded.digest, slug = excluded.slug
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", UuidV7.next())
                .bind("site", page.site())
                .bind("url", found.url().toString())
                .bind("depth", page.depth())
                .bind("etag", found.etag())
                .bind("modified", found.lastModified())
                .bind("digest", found.digest())
                .bind("slug", found.slug())
                .execute();
    }

    static List<RunView> list(Handle sql, @Nullable UUID site, @Nullable UUID run) {
        return sql.createQuery(VIEW)
                .bind("site", site)
                .bind("run", run)
                .map((row, context) -> {
                    Timestamp finished = row.getTimestamp("finished_at");
                    return new RunView(
                            row.getObject("id", UUID.class),
                            row.getObject("site_id", UUID.class),
                            RunView.State.valueOf(row.getString("state")),
                            row.getTimestamp("started_at").toInstant(),
                            finished == null ? null : finished.toInstant(),
                            row.getInt("done"),
                            row.getInt("queued"),
                            List.of());
                })
                .list();
    }

    static List<Item> items(Handle sql, UUID run) {
        return sql.createQuery("SELECT url, state, detail, slug FROM site_fetch WHERE run_id = ? ORDER BY depth, url")
                .bind(0, run)
                .map((row, context) -> new Item(
                        row.getString("url"),
                        PageState.valueOf(row.getString("state")),
                        row.getString("detail"),
                        row.getString("slug")))
                .list();
    }
}
