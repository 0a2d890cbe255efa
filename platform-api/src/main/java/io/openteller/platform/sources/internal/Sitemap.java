package io.openteller.platform.sources.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * A list of a site's pages, or of further lists: XML, plain text, either of them packed. Read by a parser that resolves
 * nothing, so that a list cannot make us open other files.
 */
record Sitemap(List<URI> pages, List<URI> lists) {

    static final int MOST_BYTES = 50 << 20;

    /** @throws IOException if it is damaged, or unpacks to more than sitemaps may have */
    static Sitemap of(byte[] body) throws IOException {
        String text = new String(unpacked(body), StandardCharsets.UTF_8);
        List<URI> pages = new ArrayList<>();
        List<URI> lists = new ArrayList<>();
        if (!text.stripLeading().startsWith("<")) {
            text.lines().forEach(line -> Addresses.normal(null, line).ifPresent(pages::add));
            return new Sitemap(pages, lists);
        }
        Document xml = Jsoup.parse(text, "", Parser.xmlParser());
        xml.select("url > loc").forEach(loc -> Addresses.normal(null, loc.text()).ifPresent(pages::add));
        xml.select("sitemap > loc").forEach(loc -> Addresses.normal(null, loc.text()).ifPresent(lists::add));
        return new Sitemap(pages, lists);
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        boolean packed = body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
        if (!packed) {
            return body;
        }
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] all = stream.readNBytes(MOST_BYTES + 1);
            if (all.length > MOST_BYTES) {
                throw new IOException("unpacks to too much");
            }
            return all;
        }
    }
}
