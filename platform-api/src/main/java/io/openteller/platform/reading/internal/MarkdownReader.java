package io.openteller.platform.reading.internal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Markdown with tables; what stands between two lines of dashes at the top are the document's own particulars. */
final class MarkdownReader {

    private static final Pattern FRONT = Pattern.compile("\\A---\\R(.*?)\\R---\\R", Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile("(?m)^(\\w+):\\s*\"?(.*?)\"?\\s*$");

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();

    Document html(String markdown) {
        Matcher front = FRONT.matcher(markdown);
        boolean found = front.find();
        Document html = Jsoup.parse(renderer.render(parser.parse(found ? markdown.substring(front.end()) : markdown)));
        if (found) {
            Matcher entry = ENTRY.matcher(front.group(1));
            while (entry.find()) {
                if (entry.group(1).equals("title")) {
                    html.title(entry.group(2));
                } else {
                    html.head().appendElement("meta").attr("name", entry.group(1)).attr("content", entry.group(2));
                }
            }
        }
        return html;
    }
}
