package io.openteller.platform.sources.internal;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A web page: where it leads, and what it says without what stands on every page of the site.
 *
 * @param canonical the address that it names as its own; null if none, or it cannot be read
 * @param indexed false if it asks not to be
 * @param links in the order of the page
 * @param html what it says
 */
record Page(@Nullable URI canonical, boolean indexed, Set<URI> links, String html) {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset=[\"']?([A-Za-z0-9_.:-]+)");

    private static final String AROUND = "nav, footer, aside, body > header, script, style, template, noscript, iframe, form, dialog, svg,"
            + " [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary], [role=dialog],"
            + " [aria-hidden=true], [hidden]";

    private static final Pattern AROUND_NAME = Pattern.compile(
            "(?i)(^|[-_ ])(nav|navbar|menu|footer|sidebar|breadcrumbs?|cookies?|consent|skip-?link|share|social|newsletter)($|[-_ ])");

    static Page of(URI address, byte[] body, String contentType) {
        Document page = parse(address, body, contentType);
        String robots = page.select("meta[name=robots], meta[name=openteller]").attr("content").toLowerCase(Locale.ROOT);
        Element base = page.selectFirst("base[href]");
        URI from = base == null ? address : Addresses.normal(address, base.attr("href")).orElse(address);
        Set<URI> links = new LinkedHashSet<>();
        if (!robots.contains("nofollow") && !robots.contains("none")) {
            for (Element link : page.select("a[href]:not([rel~=(?i)nofollow])")) {
                Addresses.normal(from, link.attr("href")).ifPresent(links::add);
            }
        }
        String named = page.select("link[rel=canonical]").attr("href");
        URI canonical = named.isBlank() ? null : Addresses.normal(from, named).orElse(null);
        boolean indexed = !robots.contains("noindex") && !robots.contains("none");
        return new Page(canonical, indexed, links, cleaned(page));
    }

    private static Document parse(URI address, byte[] body, String contentType) {
        Matcher named = CHARSET.matcher(contentType);
        String charset = null;
        try {
            charset = named.find() ? Charset.forName(named.group(1)).name() : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            charset = StandardCharsets.UTF_8.name();
        }
        try {
            return Jsoup.parse(new ByteArrayInputStream(body), charset, address.toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What the page marks as its own part, if it does; otherwise all but what looks like the frame of a site. */
    private static String cleaned(Document page) {
        Document clean = Document.createShell("");
        clean.charset(StandardCharsets.UTF_8);
        clean.title(page.title());
        clean.select("html").attr("lang", page.select("html").attr("lang"));
        page.select(AROUND).remove();
        List<Element> around = new ArrayList<>();
        for (Element element : page.body().select("div, section, ul, header, p, a")) {
            String name = element.className() + " " + element.id();
            // A frame has links and little text; an article about the menu of an app is none.
            if (AROUND_NAME.matcher(name).find() && element.text().length() < 2_000 && element.select("h1, table").isEmpty()) {
                around.add(element);
            }
        }
        around.forEach(Element::remove);
        Element main = page.selectFirst("main, [role=main]");
        if (main == null && page.select("article").size() == 1) {
            main = page.selectFirst("article");
        }
        Element said = main != null && main.text().length() > 50 ? main : page.body();
        said.select("img, button, input").remove();
        clean.body().append(said.html());
        return clean.outerHtml();
    }
}
