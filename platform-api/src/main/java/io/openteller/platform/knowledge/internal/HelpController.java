package io.openteller.platform.knowledge.internal;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.knowledge.DocumentVersion;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a citation opens: the cited version of a document, as the assistant read it. What banks publish is public. */
@Controller("/help")
@ExecuteOn(TaskExecutors.BLOCKING)
class HelpController {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

    private final Tenants tenants;
    private final Knowledge knowledge;
    private final Clock clock;

    HelpController(Tenants tenants, Knowledge knowledge, Clock clock) {
        this.tenants = tenants;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    @Get("/{bank}/{slug}/{version}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> page(String bank, String slug, int version) {
        if (!bank.matches("[a-z][a-z0-9-]{2,39}")) {
            return missing();
        }
        return tenants.find(new TenantSlug(bank))
                .flatMap(tenant -> CurrentTenant.call(tenant, () -> found(tenant, slug, version)))
                .<HttpResponse<String>>map(html -> HttpResponse.ok(html).header("Content-Security-Policy", POLICY))
                .orElseGet(HelpController::missing);
    }

    /** Nothing that was not in force yet: drafts are not for the public. */
    private Optional<String> found(Tenant tenant, String slug, int version) {
        return knowledge
                .version(slug, version)
                .filter(document -> document.from() != null && !document.from().isAfter(clock.instant()))
                .map(document -> html(tenant, document));
    }

    private static HttpResponse<String> missing() {
        Document page = page("Not found", "en");
        page.body().appendElement("h1").text("This document is not here");
        page.body().appendElement("p").text("The bank may have withdrawn it. Please ask in the chat.");
        return HttpResponse.<String>notFound().body(page.outerHtml()).header("Content-Security-Policy", POLICY);
    }

    private static String html(Tenant tenant, DocumentVersion document) {
        Document page = page(document.title() + " – " + tenant.name(), document.language());
        page.body().appendElement("p").addClass("bank").text(tenant.name());
        page.body().appendElement("h1").text(document.title());
        over(document).ifPresent(notice -> page.body()
                .appendElement("p")
                .addClass("over")
                .attr("role", "note")
                .text(notice));
        String heading = document.title();
        for (var section : document.sections()) {
            if (!section.heading().equals(heading)) {
                heading = section.heading();
                page.body().appendElement("h2").text(heading);
            }
            text(page.body(), section.text());
        }
        page.body()
                .appendElement("p")
                .addClass("version")
                .text("Version " + document.version() + ", in force from " + day(document.from()));
        return page.outerHtml();
    }

    private static Optional<String> over(DocumentVersion document) {
        String since = day(document.until());
        return switch (document.standing()) {
            case DRAFT, IN_REVIEW, REJECTED, SCHEDULED, EFFECTIVE -> Optional.empty();
            case EXPIRED -> Optional.of("This version is no longer in force: it ended on " + since + ".");
            case SUPERSEDED -> Optional.of("This version is no longer in force: a newer one took its place on " + since + ".");
            case REVOKED -> Optional.of("This version is no longer in force: the bank withdrew it on " + since + ".");
        };
    }

    private static String day(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString().substring(0, 10);
    }

    private static void text(Element body, String text) {
        Element list = null;
        for (String line : text.split("\n")) {
            if (line.startsWith("- ")) {
                list = list == null ? body.appendElement("ul") : list;
                list.appendElement("li").text(line.substring(2));
            } else {
                list = null;
                body.appendElement("p").text(line);
            }
        }
    }

    private static Document page(String title, String language) {
        Document page = Document.createShell("");
        page.child(0).attr("lang", language);
        page.title(title);
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
        page.head().appendElement("link").attr("rel", "stylesheet").attr("href", "/help-assets/help.css");
        // Without one, the browser asks for /favicon.ico, which is not there.
        page.head().appendElement("link").attr("rel", "icon").attr("href", "data:,");
        return page;
    }
}
