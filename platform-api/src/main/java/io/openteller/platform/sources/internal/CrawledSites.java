package io.openteller.platform.sources.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Leases;
import io.openteller.platform.coordination.Leases.InHand;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.sources.RunView;
import io.openteller.platform.sources.RunView.PageState;
import io.openteller.platform.sources.SiteSettings;
import io.openteller.platform.sources.SiteView;
import io.openteller.platform.sources.Sites;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sites and visits in PostgreSQL; each address that waits is a row that any replica may take. */
@Singleton
class CrawledSites implements Sites {

    private static final Logger log = LoggerFactory.getLogger(CrawledSites.class);

    private static final int MOST_SITES = 50;
    /** More than fetching and reading one page may take. */
    private static final Duration LEASE = Fetching.WITHIN.multipliedBy(3).plusMinutes(2);

    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Actor FETCHED = Actor.SYSTEM;

    private static final Pattern NO_TEXT = Pattern.compile(
            "(?i).*\\.(png|jpe?g|gif|svg|webp|ico|css|js|mjs|json|woff2?|ttf|eot|mp[34]|avi|mov|webm|zip|gz|exe|dmg|apk|rss|atom)$");

    private final TenantDatabase database;
    private final Hints hints;
    private final Audit audit;
    private final Fetching fetching;
    private final ClaimSql claims;
    private final Drafts drafts;
    private final InHand<WaitingPage> inHand;

    CrawledSites(
            TenantDatabase database,
            Hints hints,
            Audit audit,
            Fetching fetching,
            ClaimSql claims,
            Drafts drafts,
            Leases leases) {
        this.database = database;
        this.hints = hints;
        this.audit = audit;
        this.fetching = fetching;
        this.claims = claims;
        this.drafts = drafts;
        this.inHand = leases.held("page of a site", this::letGo);
    }

    @Override
    public List<SiteView> list() {
        return database.inTransaction(sql -> SiteSql.list(sql, null));
    }

    @Override
    public SiteView put(UUID id, SiteSettings settings, String by) {
        return database.inTransaction(sql -> {
            boolean change = SiteSql.find(sql, id).isPresent();
            if (!change && SiteSql.count(sql) >= MOST_SITES) {
                throw new ProblemException(ErrorCode.MALFORMED_REQUEST, "A bank may have at most " + MOST_SITES + " sites");
            }
            SiteSql.put(sql, id, settings, by);
            audit.record(sql, change ? "site.changed" : "site.added", id.toString());
            return SiteSql.find(sql, id).orElseThrow();
        });
    }

    @Override
    public boolean remove(UUID id) {
        return database.inTransaction(sql -> {
            boolean found = SiteSql.delete(sql, id);
            if (found) {
                audit.record(sql, "site.removed", id.toString());
            }
            return found;
        });
    }

    @Override
    public Optional<RunView> crawl(UUID id) {
        Tenant tenant = CurrentTenant.get();
        return database.inTransaction(sql -> SiteSql.find(sql, id).map(site -> {
            UUID run = RunSql.begin(sql, id);
            audit.record(sql, "site.crawled", id.toString());
            database.afterCommit(() -> hints.workWaits(tenant, Work.SITES));
            return RunSql.list(sql, null, run).getFirst();
        }));
    }

    @Override
    public List<RunView> runs(UUID site) {
        return database.inTransaction(sql -> RunSql.list(sql, site, null));
    }

    @Override
    public Optional<RunView> run(UUID run) {
        return database.inTransaction(sql -> RunSql.list(sql, null, run).stream()
                .findFirst()
                .map(one -> new RunView(
                        one.id(), one.site(), one.state(), one.at(), one.finishedAt(), one.done(), one.queued(),
                        RunSql.items(sql, run))));
    }

    @Override
    public boolean fetchNext() {
        Optional<WaitingPage> claimed = database.inTransaction(sql -> {
            SiteSql.due(sql).forEach(site -> RunSql.begin(sql, site));
            return claims.claim(sql, LEASE);
        });
        if (claimed.isPresent()) {
            inHand.during(claimed.get(), () -> store(claimed.get(), visited(claimed.get())));
            return true;
        }
        return waited();
    }

    private void letGo(WaitingPage page) {
        database.inTransaction(sql -> claims.letGo(sql, page));
        log.info("page given back fetch={}", page.id());
    }

    /** Until a site may be asked again, if that is soon. @return false if none waits for it */
    private boolean waited() {
        Optional<Duration> wait = database.inTransaction(claims::nextIn).filter(time -> time.compareTo(SOON) <= 0);
        try {
            if (wait.isPresent()) {
                Thread.sleep(wait.get());
            }
            return wait.isPresent();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private PageResult visited(WaitingPage page) {
        if (!page.allowed().allow(page.url())) {
            return PageResult.ended(PageState.OUTSIDE, "This host is not among those allowed");
        }
        String host = page.url().getRawAuthority();
        Robots robots = page.robots().get(host);
        if (robots == null) {
            Robots asked = fetching.robots(page);
            database.inTransaction(sql -> {
                claims.keepRobots(sql, page.run(), host, asked);
                return asked;
            });
            robots = asked;
        }
        long delay = robots.delayMillis(page.url());
        if (delay > 1000 / page.perSecond()) {
            database.inTransaction(sql -> {
                claims.wait(sql, page.run(), delay);
                return delay;
            });
        }
        if (!robots.allows(page.url())) {
            return PageResult.ended(
                    PageState.SKIPPED_ROBOTS,
                    robots.status() >= 500
                            ? "The site's robots.txt cannot be had now, which counts as a no"
                            : "The site's robots.txt asks not to fetch this");
        }
        return fetching.fetch(
                page,
                url -> database.inTransaction(sql -> RunSql.state(sql, page.run(), url)
                        .filter(state -> state == PageState.DUPLICATE)
                        .isPresent()));
    }

    /** The page's document, its result and the addresses that it leads to commit together. */
    private WaitingPage store(WaitingPage page, PageResult result) {
        return database.inTransaction(sql -> {
            RunSql.lock(sql, page.run());
            if (!claims.lock(sql, page)) {
                return page;
            }
            PageState state = result.state();
            PageResult.Found found = result.document();
            if (found != null && state == PageState.STORED && !drafts.put(found.slug(), found.file(), FETCHED).changed()) {
                state = PageState.UNCHANGED;
            }
            if (found != null) {
                RunSql.know(sql, page, found);
            }
            boolean slugged = state == PageState.VANISHED || state == PageState.UNCHANGED;
            String slug = found != null ? found.slug() : slugged && page.known() != null ? page.known().slug() : null;
            follow(sql, page, result);
            RunSql.finish(sql, page, state, result.detail(), slug);
            return page;
        });
    }

    private static void follow(Handle sql, WaitingPage page, PageResult result) {
        for (URI url : result.lists()) {
            // An index lists sitemaps, not further indexes without end.
            if (page.allowed().allow(url) && page.depth() < 2) {
                RunSql.add(sql, page, url, true, page.depth() + 1);
            }
        }
        result.same().forEach(url -> enqueue(sql, page, url, page.depth()));
        if (page.followsLinks()) {
            result.links().forEach(url -> {
                if (page.depth() < page.siteDepth() || !page.allowed().allow(url)) {
                    enqueue(sql, page, url, page.depth() + 1);
                }
            });
        }
    }

    private static void enqueue(Handle sql, WaitingPage page, URI url, int depth) {
        if (!page.allowed().allow(url)) {
            RunSql.outside(sql, page.run(), url);
        } else if (!NO_TEXT.matcher(String.valueOf(url.getPath())).matches()) {
            RunSql.add(sql, page, url, false, depth);
        }
    }
}
