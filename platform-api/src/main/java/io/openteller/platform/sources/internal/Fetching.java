package io.openteller.platform.sources.internal;

import io.openteller.platform.egress.Egress;
import io.openteller.platform.egress.EgressCall;
import io.openteller.platform.egress.EgressOutcome;
import io.openteller.platform.egress.EgressOutcome.Answered;
import io.openteller.platform.egress.EgressOutcome.Failed;
import io.openteller.platform.egress.EgressOutcome.Refused;
import io.openteller.platform.egress.EgressOutcome.Why;
import io.openteller.platform.reading.HandedFile;
import io.openteller.platform.reading.ReadDocument;
import io.openteller.platform.reading.ReadOutcome;
import io.openteller.platform.sources.RunView.PageState;
import io.openteller.platform.sources.internal.PageResult.Found;
import io.openteller.platform.sources.internal.WaitingPage.KnownPage;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Fetches one address and tells what it is. Stores nothing. */
@Singleton
class Fetching {

    static final Duration WITHIN = Duration.ofSeconds(20);

    private final Egress egress;
    private final TimedReader reader;
    private final SourceLimits limits;

    Fetching(Egress egress, TimedReader reader, SourceLimits limits) {
        this.egress = egress;
        this.reader = reader;
        this.limits = limits;
    }

    /** Never fails: a host that does not answer has robots that forbid everything. */
    Robots robots(WaitingPage page) {
        var call = EgressCall.get(
                Robots.address(page.url()), headers(null), page.allowed(), WITHIN, Robots.MOST_BYTES);
        return switch (egress.call(call)) {
            case Answered answer when answer.status() < 300 ->
                new Robots(answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
            case Answered answer -> new Robots(answer.status(), "");
            // What is refused for this file is refused for the page too, with its own result.
            case Refused refused -> new Robots(404, "");
            case Failed failed -> new Robots(503, "");
        };
    }

    /** @param given whether an address gave way to another one in this visit, so that the other must not give way to it */
    PageResult fetch(WaitingPage page, Predicate<URI> given) {
        int most = page.sitemap() ? Sitemap.MOST_BYTES : Math.toIntExact(limits.maxFileBytes());
        EgressOutcome outcome =
                egress.call(EgressCall.get(page.url(), headers(page.known()), page.allowed(), WITHIN, most));
        return switch (outcome) {
            case Refused(Why why, URI where) when why == Why.HOST_NOT_ALLOWED ->
                PageResult.ended(PageState.OUTSIDE, "It leads to " + where.getHost() + ", which is not among the hosts allowed");
            case Refused(Why why, URI where) -> PageResult.ended(PageState.FAILED, refused(why));
            case Failed(var fault, var where) -> PageResult.ended(PageState.FAILED, failed(fault));
            case Answered answer -> answered(page, answer, given);
        };
    }

    private PageResult answered(WaitingPage page, Answered answer, Predicate<URI> given) {
        KnownPage known = page.known();
        if (answer.status() == 304 && known != null) {
            return PageResult.ended(PageState.UNCHANGED, null);
        }
        if (answer.status() == 404 || answer.status() == 410) {
            return known == null
                    ? PageResult.ended(PageState.FAILED, "There is no such page (" + answer.status() + ")")
                    : PageResult.ended(PageState.VANISHED, "The page is gone; its document stays until somebody archives it");
        }
        if (answer.status() != 200) {
            return PageResult.ended(PageState.FAILED, "The site answered with " + answer.status());
        }
        if (page.sitemap()) {
            return listed(answer);
        }
        URI at = Addresses.normal(null, answer.address().toString()).orElse(page.url());
        boolean moved = !at.equals(page.url());
        if (moved && !given.test(at)) {
            return PageResult.elsewhere(at, "It leads to " + at);
        }
        String type = answer.header("content-type").orElse("");
        return type.contains("html") || type.isEmpty() && looksLikeHtml(answer.body())
                ? html(page, at, answer, given)
                : document(page, at, HandedFile.plain(Addresses.fileName(at, type), answer.body()), answer, List.of());
    }

    private PageResult html(WaitingPage page, URI at, Answered answer, Predicate<URI> given) {
        Page read = Page.of(at, answer.body(), answer.header("content-type").orElse(""));
        if (!read.indexed()) {
            return new PageResult(
                    PageState.SKIPPED_ROBOTS, "The page asks not to be indexed", List.of(), read.links(), List.of(), null);
        }
        URI named = read.canonical();
        boolean another = named != null
                && !withoutScheme(named).equals(withoutScheme(at))
                && page.allowed().allow(named)
                && !given.test(named);
        if (named != null && another && at.equals(page.url())) {
            return PageResult.elsewhere(named, "It names " + named + " as its own address");
        }
        return document(
                page,
                at,
                HandedFile.plain(Addresses.fileName(at, "text/html"), read.html().getBytes(StandardCharsets.UTF_8)),
                answer,
                read.links());
    }

    private PageResult document(
            WaitingPage page, URI at, HandedFile file, Answered answer, java.util.Collection<URI> links) {
        return switch (reader.open(file, () -> true)) {
            case ReadOutcome.Unreadable(var fault, var detail) ->
                new PageResult(PageState.FAILED, detail, List.of(), links, List.of(), null);
            case ReadOutcome.Read(ReadDocument read, var language, var notes) -> {
                byte[] digest = digest(read);
                KnownPage known = page.known();
                boolean same = known != null && Arrays.equals(known.digest(), digest);
                HandedFile told =
                        new HandedFile(file.name(), file.content(), null, page.category(), read.language());
                Found found = new Found(
                        at,
                        known == null ? Addresses.slug(at) : known.slug(),
                        told,
                        answer.header("etag").orElse(null),
                        answer.header("last-modified").orElse(null),
                        digest);
                yield new PageResult(
                        same ? PageState.UNCHANGED : PageState.STORED,
                        notes.isEmpty() ? null : String.join("; ", notes),
                        List.of(),
                        links,
                        List.of(),
                        found);
            }
        };
    }

    private static PageResult listed(Answered answer) {
        try {
            Sitemap sitemap = Sitemap.of(answer.body());
            int all = sitemap.pages().size() + sitemap.lists().size();
            return all == 0
                    ? PageResult.ended(PageState.FAILED, "There is no page listed in it")
                    : new PageResult(
                            PageState.LISTED, all + " addresses", sitemap.pages(), List.of(), sitemap.lists(), null);
        } catch (IOException broken) {
            return PageResult.ended(PageState.FAILED, "The sitemap cannot be read");
        }
    }

    private static Map<String, String> headers(@Nullable KnownPage known) {
        Map<String, String> headers = new HashMap<>();
        headers.put("User-Agent", "Mozilla/5.0 (compatible; " + Robots.NAME + "/1.0)");
        headers.put("Accept", "text/html,application/xhtml+xml,application/pdf,*/*;q=0.5");
        if (known != null && known.etag() != null) {
            headers.put("If-None-Match", known.etag());
        }
        if (known != null && known.lastModified() != null) {
            headers.put("If-Modified-Since", known.lastModified());
        }
        return headers;
    }

    /** Of what is said, so that a page whose frame changes with every visit has not changed. */
    private static byte[] digest(ReadDocument read) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(read.title().getBytes(StandardCharsets.UTF_8));
            read.sections().forEach(section -> digest.update(
                    ("\u0000" + section.heading() + "\u0000" + section.text()).getBytes(StandardCharsets.UTF_8)));
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean looksLikeHtml(byte[] body) {
        String begin = new String(body, 0, Math.min(body.length, 512), StandardCharsets.ISO_8859_1);
        return begin.toLowerCase(java.util.Locale.ROOT).contains("<html") || begin.toLowerCase(java.util.Locale.ROOT).contains("<!doctype html");
    }

    private static String withoutScheme(URI address) {
        return address.toString().replaceFirst("^https?", "");
    }

    private static String refused(Why why) {
        return switch (why) {
            case PRIVATE_ADDRESS -> "The host is inside this network, where nothing may be fetched from";
            case DOWNGRADE -> "It leads from a secure address to one that is not";
            case BAD_ADDRESS, HOST_NOT_ALLOWED -> "This is no address that can be fetched";
        };
    }

    private static String failed(EgressOutcome.Fault fault) {
        return switch (fault) {
            case UNKNOWN_HOST -> "There is no host of this name";
            case UNREACHABLE -> "The host cannot be reached";
            case TOO_SLOW -> "The whole page did not come within " + WITHIN.toSeconds() + " seconds";
            case TOO_LARGE -> "The page is larger than a document may be";
            case TOO_MANY_REDIRECTS -> "It leads from page to page without end";
        };
    }
}
