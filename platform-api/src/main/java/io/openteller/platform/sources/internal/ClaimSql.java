package io.openteller.platform.sources.internal;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.egress.AllowedHosts;
import io.openteller.platform.sources.internal.WaitingPage.KnownPage;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes addresses that wait, no faster than each site allows. */
@Singleton
class ClaimSql {

    /** The row of the visit is the gate: who passes it sets when the next may, whichever replica that is. */
    private static final String GATE = """
            UPDATE site_run SET next_fetch_at = clock_timestamp() + make_interval(secs => 1 / s.per_second)
            FROM site s
            WHERE s.id = site_run.site_id AND site_run.id = (
                SELECT r.id FROM site_run r
                WHERE r.state = 'RUNNING' AND r.next_fetch_at <= clock_timestamp()
                  AND EXISTS (SELECT FROM site_fetch f WHERE f.run_id = r.id
                    AND (f.state = 'WAITING' OR (f.state = 'FETCHING' AND f.lease_until < clock_timestamp())))
                ORDER BY r.next_fetch_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING site_run.id
            """;

    private static final String CLAIM = """
            UPDATE site_fetch f SET state = 'FETCHING', fence = fence + 1,
                lease_until = clock_timestamp() + make_interval(secs => :lease)
            FROM site_run r JOIN site s ON s.id = r.site_id
            WHERE r.id = f.run_id AND f.id = (
                SELECT w.id FROM site_fetch w
                WHERE w.run_id = :run
                  AND (w.state = 'WAITING' OR (w.state = 'FETCHING' AND w.lease_until < clock_timestamp()))
                ORDER BY w.depth, w.id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING f.id, f.run_id, r.site_id, f.url, f.kind, f.depth, f.fence, s.depth AS site_depth, s.kind AS site_kind,
                s.max_pages, s.per_second, s.category, s.allowed_hosts, s.url AS site_url, r.robots::text AS robots,
                (SELECT p.id FROM site_page p WHERE p.site_id = s.id AND md5(p.url) = md5(f.url)) AS page
            """;

    private final ObjectMapper json;

    ClaimSql(ObjectMapper json) {
        this.json = json;
    }

    Optional<WaitingPage> claim(Handle sql, Duration lease) {
        return sql.createQuery(GATE).mapTo(UUID.class).findOne().flatMap(run -> sql.createQuery(CLAIM)
                .bind("run", run)
                .bind("lease", lease.toMillis() / 1000.0)
                .map((row, context) -> page(sql, row))
                .findOne());
    }

    /** How long until an address that waits may be fetched; empty if none waits. */
    Optional<Duration> nextIn(Handle sql) {
        return sql.createQuery("SELECT extract(epoch FROM min(r.next_fetch_at) - clock_timestamp()) FROM site_run r"
                        + " WHERE r.state = 'RUNNING'"
                        + " AND EXISTS (SELECT FROM site_fetch f WHERE f.run_id = r.id AND f.state = 'WAITING')")
                .mapTo(Double.class)
                .findOne()
                .map(seconds -> Duration.ofMillis(Math.max(5, Math.round(seconds * 1000))));
    }

    /** @return false if somebody else has the address by now */
    boolean lock(Handle sql, WaitingPage page) {
        return sql.createQuery("SELECT id FROM site_fetch WHERE id = ? AND fence = ? AND state = 'FETCHING' FOR UPDATE")
                .bind(0, page.id())
                .bind(1, page.fence())
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    /** Nobody fetches it any more; whoever did must not write after that. */
    boolean letGo(Handle sql, WaitingPage page) {
        return sql.execute(
                        "UPDATE site_fetch SET state = 'WAITING', lease_until = NULL"
                                + " WHERE id = ? AND fence = ? AND state = 'FETCHING'",
                        page.id(),
                        page.fence())
                == 1;
    }

    void keepRobots(Handle sql, UUID run, String host, Robots robots) {
        try {
            sql.execute(
                    "UPDATE site_run SET robots = robots || ?::jsonb WHERE id = ?",
                    json.writeValueAsString(Map.of(host, robots)),
                    run);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The site asks for more time between two fetches than its settings give. */
    void wait(Handle sql, UUID run, long millis) {
        sql.execute(
                "UPDATE site_run SET next_fetch_at = clock_timestamp() + make_interval(secs => ?) WHERE id = ?",
                millis / 1000.0,
                run);
    }

    private WaitingPage page(Handle sql, ResultSet row) throws SQLException {
        UUID known = row.getObject("page", UUID.class);
        Set<String> hosts = new HashSet<>(List.of((String[]) row.getArray("allowed_hosts").getArray()));
        hosts.addAll(AllowedHosts.of(URI.create(row.getString("site_url"))).names());
        return new WaitingPage(
                row.getObject("id", UUID.class),
                row.getObject("run_id", UUID.class),
                row.getObject("site_id", UUID.class),
                URI.create(row.getString("url")),
                row.getString("kind").equals("SITEMAP"),
                row.getInt("depth"),
                row.getInt("fence"),
                row.getInt("site_depth"),
                row.getString("site_kind").equals("START"),
                row.getInt("max_pages"),
                row.getDouble("per_second"),
                row.getString("category"),
                AllowedHosts.of(hosts),
                robots(row.getString("robots")),
                known == null ? null : known(sql, known));
    }

    private static KnownPage known(Handle sql, UUID page) {
        return sql.createQuery("SELECT etag, last_modified, digest, slug FROM site_page WHERE id = ?")
                .bind(0, page)
                .map((row, context) -> new KnownPage(
                        row.getString("etag"), row.getString("last_modified"), row.getBytes("digest"), row.getString("slug")))
                .one();
    }

    private Map<String, Robots> robots(String stored) {
        try {
            return Objects.requireNonNull(json.readValue(stored, Argument.mapOf(String.class, Robots.class)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
