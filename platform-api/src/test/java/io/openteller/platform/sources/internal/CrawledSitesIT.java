package io.openteller.platform.sources.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.Gate;
import io.openteller.platform.audit.internal.Audits;
import io.openteller.platform.coordination.Leases;
import io.openteller.platform.egress.Egress;
import io.openteller.platform.egress.internal.Egresses;
import io.openteller.platform.egress.internal.LoopbackSite;
import io.openteller.platform.knowledge.DocumentVersion;
import io.openteller.platform.knowledge.internal.Documents;
import io.openteller.platform.reading.ReadDocument.Section;
import io.openteller.platform.reading.internal.MadeFiles;
import io.openteller.platform.reading.internal.Readers;
import io.openteller.platform.sources.RunView;
import io.openteller.platform.sources.RunView.Item;
import io.openteller.platform.sources.RunView.PageState;
import io.openteller.platform.sources.SiteSettings;
import io.openteller.platform.sources.SiteSettings.Kind;
import io.openteller.platform.sources.SiteView;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import io.openteller.platform.tenancy.internal.Tenancies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrawledSitesIT {

    private final Tenant bank = Tenancies.register("c" + UUID.randomUUID().toString().substring(0, 8));
    private final LoopbackSite web = new LoopbackSite();
    private final CrawledSites sites = sites(Egresses.everywhere());

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void a_site_is_followed_as_far_as_allowed_and_every_address_has_its_result() throws Exception {
        web.page("/robots.txt", 200, Map.of("Content-Type", "text/plain"),
                bytes("User-agent: *\nDisallow: /private\n"));
        web.page("/", article("Welcome to the bank", """
                <a href="/fees#top">Fees</a> <a href="/fees?utm_source=mail">Fees</a> <a href="/private/plan">Plan</a>
                <a href="/moved">Moved</a> <a href="/loop">Loop</a> <a href="/huge">Huge</a> <a href="/tariff.pdf">Tariff</a>
                <a href="https://elsewhere.example/page">Elsewhere</a> <a href="https://elsewhere.example/other">Elsewhere</a>
                <a href="/gone">Gone</a> <a href="/print">Print</a> <a href="/logo.png">Logo</a> <a href="mailto:a@bank.example">Mail</a>
                <a href="/hidden">Hidden</a> <a href="/away">Away</a> <a href="/broken.pdf">Broken</a>"""));
        web.page("/fees", article("Card fees", "A card costs 10 pounds a year. <a href='/deep'>More</a>"));
        web.page("/deep", article("Deep", "Further away. <a href='/too-deep'>More</a>"));
        web.page("/print", "<html><head><link rel=canonical href='/fees'></head><body>A card costs 10 pounds a year.</body></html>");
        web.page("/hidden", "<html><head><meta name=robots content=noindex></head><body>Nothing for others to see.</body></html>");
        web.redirect("/moved", "/fees").redirect("/loop", "/loop2").redirect("/loop2", "/loop");
        web.redirect("/away", "http://elsewhere.example/");
        web.page("/huge", "x".repeat((1 << 20) + 1));
        web.page("/tariff.pdf", 200, Map.of("Content-Type", "application/octet-stream"), MadeFiles.pdf("A locker costs 75 pounds."));
        web.page("/broken.pdf", 200, Map.of("Content-Type", "application/pdf"), bytes("%PDF-1.7 no more"));
        RunView run = visit(start("/", 2));
        assertThat(run.state()).isEqualTo(RunView.State.DONE);
        assertThat(run.items())
                .as("%s", run.items())
                .extracting(item -> item.url().replace("http://" + web.host(), ""), Item::state)
                .containsExactlyInAnyOrder(
                        tuple("/", PageState.STORED),
                        tuple("/fees", PageState.STORED),
                        tuple("/deep", PageState.STORED),
                        tuple("/tariff.pdf", PageState.STORED),
                        tuple("/private/plan", PageState.SKIPPED_ROBOTS),
                        tuple("/hidden", PageState.SKIPPED_ROBOTS),
                        tuple("/moved", PageState.DUPLICATE),
                        tuple("/print", PageState.DUPLICATE),
                        tuple("/loop", PageState.FAILED),
                        tuple("/huge", PageState.FAILED),
                        tuple("/gone", PageState.FAILED),
                        tuple("/broken.pdf", PageState.FAILED),
                        tuple("/away", PageState.OUTSIDE),
                        tuple("https://elsewhere.example/page", PageState.OUTSIDE));
        assertThat(web.paths()).doesNotContain("/private/plan", "/too-deep", "/logo.png").containsOnlyOnce("/robots.txt", "/deep");
    }

    @Test
    void a_document_has_what_the_page_says_and_not_what_the_site_says_on_every_page() throws Exception {
        web.page("/fees", article("Card fees", "<h2 id='gold'>Gold</h2><p>A gold card costs 90 pounds a year.</p>"));
        Item item = visit(start("/fees", 0)).items().getFirst();
        DocumentVersion document = inBank(() ->
                Documents.stored().versions(String.valueOf(item.slug())).getFirst());
        assertThat(document.sections())
                .contains(new Section("Gold", "A gold card costs 90 pounds a year.", "#gold", false))
                .allSatisfy(section -> assertThat(section.text()).doesNotContain("Accounts", "Cookies", "Rights reserved"));
        assertThat(item.slug()).isEqualTo("localhost-fees");
    }

    @Test
    void a_second_visit_stores_only_what_has_changed_and_tells_what_vanished() throws Exception {
        web.page("/", article("Home", "Say hello. <a href='/a'>A</a> <a href='/b'>B</a> <a href='/c'>C</a>"));
        web.page("/a", 200, Map.of("Content-Type", "text/html", "ETag", "\"one\""), bytes(article("A", "A costs 1 pound.")));
        web.page("/b", article("B", "B costs 2 pounds."));
        web.page("/c", article("C", "C costs 3 pounds."));
        SiteView site = start("/", 2);
        visit(site);
        web.page("/b", article("B", "B costs 20 pounds."));
        web.remove("/c");
        web.asked().clear();
        RunView second = visit(site);
        assertThat(second.items())
                .extracting(item -> item.url().replace("http://" + web.host(), ""), Item::state, Item::slug)
                .containsExactlyInAnyOrder(
                        tuple("/", PageState.UNCHANGED, "localhost"),
                        tuple("/a", PageState.UNCHANGED, "localhost-a"),
                        tuple("/b", PageState.STORED, "localhost-b"),
                        tuple("/c", PageState.VANISHED, "localhost-c"));
        assertThat(web.asked()).anySatisfy(asked -> assertThat(asked.seen()).containsEntry("if-none-match", "\"one\""));
        assertThat(inBank(() -> Documents.stored().versions("localhost-b"))).hasSize(2);
        assertThat(inBank(() -> Documents.stored().versions("localhost-c"))).hasSize(1);
        assertThat(inBank(() -> sites.list().getFirst().lastRun()))
                .isNotNull()
                .returns(1, SiteView.LastRun::changed)
                .returns(2, SiteView.LastRun::unchanged);
    }

    @Test
    void a_packed_sitemap_and_an_index_of_them_list_the_pages() throws Exception {
        web.page("/sitemap.xml", 200, Map.of("Content-Type", "application/xml"),
                bytes("<sitemapindex><sitemap><loc>" + web.at("/pages.xml.gz") + "</loc></sitemap></sitemapindex>"));
        web.page("/pages.xml.gz", 200, Map.of("Content-Type", "application/gzip"), gzip("""
                <!DOCTYPE urlset [<!ENTITY file SYSTEM "file:///etc/hostname">]>
                <urlset><url><loc>%s</loc></url><url><loc>http://elsewhere.example/x</loc></url><url><loc>&file;</loc></url></urlset>"""
                .formatted(web.at("/listed"))));
        web.page("/listed", article("Listed", "This page is in the list. <a href='/unlisted'>Another</a>"));
        RunView run = visit(put(new SiteSettings(Kind.SITEMAP, web.at("/sitemap.xml").toString(), 2, 20, 1000, null, null, List.of())));
        assertThat(run.items())
                .extracting(item -> item.url().replace("http://" + web.host(), ""), Item::state)
                .containsExactlyInAnyOrder(
                        tuple("/sitemap.xml", PageState.LISTED),
                        tuple("/pages.xml.gz", PageState.LISTED),
                        tuple("/listed", PageState.STORED),
                        tuple("http://elsewhere.example/x", PageState.OUTSIDE));
    }

    @Test
    void no_more_pages_are_fetched_than_allowed() throws Exception {
        for (int i = 0; i < 30; i++) {
            web.page("/p" + i, "<title>P</title><p>Page " + i + " costs " + i + " pounds. <a href='/p" + (i + 1) + "'>Next</a></p>");
        }
        SiteView site = put(new SiteSettings(Kind.START, web.at("/p0").toString(), 10, 5, 1000, null, null, List.of()));
        assertThat(visit(site).items()).hasSize(5).allMatch(item -> item.state() == PageState.STORED);
    }

    @Test
    void a_site_whose_robots_cannot_be_had_is_left_alone() throws Exception {
        web.page("/robots.txt", 500, Map.of(), bytes("sorry"));
        web.page("/", article("Home", "Hello there, this is a page."));
        assertThat(visit(start("/", 1)).items()).extracting(Item::state).containsExactly(PageState.SKIPPED_ROBOTS);
        assertThat(web.paths()).containsExactly("/robots.txt");
    }

    @Test
    void addresses_inside_this_network_are_not_fetched() throws Exception {
        CrawledSites strict = sites(Egresses.onlyPublic());
        web.page("/", article("Home", "Hello there, this is a page."));
        SiteView site = start("/", 1);
        RunView run = inBank(() -> {
            UUID id = strict.crawl(site.id()).orElseThrow().id();
            while (strict.fetchNext()) {
                // goes on while there is something
            }
            return strict.run(id).orElseThrow();
        });
        assertThat(run.items()).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo(PageState.FAILED);
            assertThat(item.detail()).contains("inside this network");
        });
        assertThat(web.asked()).isEmpty();
    }

    @Test
    void a_site_is_visited_again_when_its_time_has_come() throws Exception {
        web.page("/", article("Home", "Hello there, this is a page."));
        SiteView site = put(new SiteSettings(Kind.START, web.at("/").toString(), 0, 5, 1000, 24, null, List.of()));
        assertThat(inBank(sites::fetchNext)).isFalse();
        inBank(() -> Tenancies.database().inTransaction(
                sql -> sql.execute("UPDATE site SET next_run_at = clock_timestamp() - interval '1 minute'")));
        assertThat(inBank(() -> {
                    while (sites.fetchNext()) {
                        // goes on while there is something
                    }
                    return sites.runs(site.id());
                }))
                .singleElement()
                .returns(RunView.State.DONE, RunView::state);
        assertThat(inBank(() -> sites.list().getFirst().nextRunAt())).isAfter(java.time.Instant.now());
    }

    @Test
    void a_page_that_a_process_that_has_to_go_was_fetching_is_fetched_by_another_at_once() throws Exception {
        web.page("/", article("Home", "Where everything begins."));
        Leases leases = new Leases();
        Gate gate = new Gate();
        web.before("/", gate);
        CrawledSites leaving = sites(Egresses.everywhere(), leases);
        UUID run = inBank(() -> sites.crawl(start("/", 0).id()).orElseThrow().id());
        Thread stuck = Thread.ofVirtual().start(() -> CurrentTenant.run(bank, leaving::fetchNext));
        gate.reached();
        while (inBank(sites::fetchNext)) {
            // nothing but waiting for the site's turn
        }
        assertThat(inBank(() -> sites.run(run).orElseThrow().state())).as("somebody fetches it").isEqualTo(RunView.State.RUNNING);

        leases.giveBack();
        while (inBank(sites::fetchNext)) {
            // goes on while there is something
        }
        RunView done = inBank(() -> sites.run(run).orElseThrow());
        assertThat(done.state()).isEqualTo(RunView.State.DONE);

        gate.open();
        stuck.join();
        assertThat(inBank(() -> sites.run(run).orElseThrow())).isEqualTo(done);
        assertThat(inBank(() -> Documents.stored().list())).extracting(one -> one.latest().version()).containsExactly(1);
    }

    private RunView visit(SiteView site) throws Exception {
        return inBank(() -> {
            UUID run = sites.crawl(site.id()).orElseThrow().id();
            while (sites.fetchNext()) {
                // goes on while there is something
            }
            return sites.run(run).orElseThrow();
        });
    }

    private SiteView start(String path, int depth) throws Exception {
        return put(new SiteSettings(Kind.START, web.at(path).toString(), depth, 50, 1000, null, null, List.of()));
    }

    private SiteView put(SiteSettings settings) throws Exception {
        return inBank(() -> sites.put(UuidV7.next(), settings, "Edith Editor"));
    }

    private static CrawledSites sites(Egress egress) {
        return sites(egress, new Leases());
    }

    private static CrawledSites sites(Egress egress, Leases leases) {
        TenantDatabase database = Tenancies.database();
        SourceLimits limits = Sourcing.limits();
        return new CrawledSites(
                database,
                new SilentHints(),
                Audits.chained(),
                new Fetching(egress, new TimedReader(Readers.all(), Sourcing.LANGUAGES, limits), limits),
                new ClaimSql(ObjectMapper.getDefault()),
                Sourcing.drafts(),
                leases);
    }

    private static String article(String title, String text) {
        return """
                <html lang="en"><head><title>%s</title></head><body><header>Acme Bank</header>
                <nav><a href="/">Home</a> Accounts Loans</nav><div class="cookie-banner">Cookies help us</div>
                <main><h1>%s</h1><p>Some words that stand at the beginning of this very page, so that it is one.</p><div>%s</div></main>
                <footer>Rights reserved</footer></body></html>""".formatted(title, title, text);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(text));
        }
        return packed.toByteArray();
    }

    private <T> T inBank(Callable<T> work) throws Exception {
        return CurrentTenant.<T, Exception>call(bank, work::call);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
