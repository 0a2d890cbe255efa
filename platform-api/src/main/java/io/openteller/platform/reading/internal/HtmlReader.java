package io.openteller.platform.reading.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** HTML, and what was made into HTML. */
final class HtmlReader {

    private HtmlReader() {}

    /** In the encoding that the page itself names. */
    static Document parse(byte[] content) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(content), null, "");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @param otherwise the title when there is none, under which text before the first heading stands */
    static Content read(Document html, String otherwise) {
        String title = Stream.of(html.title(), html.select("h1").text(), otherwise)
                .filter(one -> !one.isBlank())
                .findFirst()
                .orElse("");
        String language = Stream.of(meta(html, "language"), html.select("html").attr("lang"))
                .filter(one -> one.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*"))
                .findFirst()
                .map(one -> one.replace('_', '-'))
                .orElse(null);
        return new Content(title, meta(html, "category"), language, Sections.of(html, title), List.of());
    }

    private static String meta(Document html, String name) {
        return html.select("meta[name=" + name + "]").attr("content");
    }
}
